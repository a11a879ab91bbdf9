namespace Runtime;

/// <summary>What a step made of a study: the parts that are not what they were before it.</summary>
/// <remarks>Rows that only moved are no part that was made: after a step that changes rows, what has kept its name was kept.</remarks>
public sealed record Change
{
    public required IReadOnlyList<Column> Columns { get; init; }

    public required IReadOnlyList<Points> Points { get; init; }

    public required IReadOnlyList<Model> Models { get; init; }

    /// <summary>The tables that are new.</summary>
    public required IReadOnlyList<Study> Tables { get; init; }

    /// <summary>Names of columns that are there no more.</summary>
    public required IReadOnlyList<string> Gone { get; init; }

    /// <summary>Other rows, or another table.</summary>
    public required bool OtherRows { get; init; }

    public bool IsNothing => !OtherRows && Columns.Count + Points.Count + Models.Count + Tables.Count + Gone.Count == 0;

    public static Change Between(Study before, Study after)
    {
        var (was, now) = (before.Table?.Columns ?? [], after.Table?.Columns ?? []);
        var moved = before.Name != after.Name || before.Rows != after.Rows && before.Rows > 0;
        return new()
        {
            Columns = New(was, now, moved),
            Points = New(before.Points, after.Points, moved),
            Models = New(before.Models, after.Models, moved: false),
            Tables = [.. All(after).Where(t => All(before).All(b => b.Name != t.Name))],
            Gone = [.. was.Names.Where(n => !now.Has(n))],
            OtherRows = moved,
        };
    }

    /// <summary>The study with these parts added.</summary>
    public Study Onto(Study study)
    {
        foreach (var column in Columns) study = study.With(column);
        foreach (var points in Points) study = study.With(points);
        foreach (var model in Models) study = study.With(model);
        return Tables.Aggregate(study, (all, table) => all with { Aside = all.Aside.With(table) });
    }

    static IEnumerable<Study> All(Study study) => study.Table is null ? study.Aside : study.Aside.Append(study);

    static T[] New<T>(NamedList<T> before, NamedList<T> after, bool moved) where T : class, INamed =>
        [.. after.Where(item => before.Find(item.Name) is not { } earlier || (!moved && !ReferenceEquals(earlier, item)))];
}
