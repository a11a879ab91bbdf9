using Runtime.Charts;

namespace Runtime.Storage;

/// <summary>What a step made of a study and what it showed, in its order.</summary>
/// <param name="Table">The name of the table that it began, whose columns these are; null when it added to the one there was.</param>
/// <param name="Rows">Of that table.</param>
sealed record StepResult(string? Table, int Rows, Column[] Columns, Points[] Points, Model[] Models, Result[] Shown)
{
    /// <summary>The files that it read, and then those that it wrote.</summary>
    public KnownFile[] Files { get; init; } = [];

    /// <summary>What was drawn, no step's.</summary>
    public static StepResult Of(Drawing drawing) => new(null, 0, [], [], [], [drawing]);

    /// <summary>Null when it did more than add to the study, or begin a table.</summary>
    public static StepResult? Of(Study before, Study after, IEnumerable<Result> shown)
    {
        Result[] told = [.. shown];
        if (Began(before, after)) return new(after.Name, after.Rows, [.. after.Table!.Columns], [], [], told);
        var change = Change.Between(before, after);
        if (change.OtherRows || change.Gone.Count > 0 || change.Tables.Count > 0 || before.Rows != after.Rows) return null;
        var made = new StepResult(null, 0, [.. change.Columns], [.. change.Points], [.. change.Models], told);
        return Same(made.Onto(before), after) ? made : null;
    }

    public Study Onto(Study study)
    {
        if (Table is not null) return study.Start(Table, new Table(new(Columns), Rows));
        foreach (var column in Columns) study = study.With(column);
        foreach (var points in Points) study = study.With(points);
        return Models.Aggregate(study, (all, model) => all.With(model));
    }

    /// <summary>What was there stands aside, as it was, and there is nothing but a new table.</summary>
    static bool Began(Study before, Study after) => after is { Table: not null, Points.Count: 0, Models.Count: 0 }
        && after.Table != before.Table && after.Table.OriginRows is null && after.Name != before.Name
        && before.Start(after.Name, after.Table) is var begun && begun.Aside.Count == after.Aside.Count
        && begun.Aside.Zip(after.Aside).All(pair => Same(pair.First, pair.Second));

    static bool Same(Study one, Study other) => one.CurrentPoints == other.CurrentPoints && one.Name == other.Name
        && (one.Aside == other.Aside || one.Aside.Count + other.Aside.Count == 0) && Same(one.Table?.Columns, other.Table?.Columns)
        && Same(one.Points, other.Points) && Same(one.Models, other.Models);

    static bool Same<T>(NamedList<T>? one, NamedList<T>? other) where T : class, INamed => (one ?? []).SequenceEqual(other ?? []);
}
