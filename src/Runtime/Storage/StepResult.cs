namespace Runtime.Storage;

/// <summary>What a step made of a study and what it showed, in its order.</summary>
sealed record StepResult(Column[] Columns, Points[] Points, Model[] Models, Result[] Shown)
{
    /// <summary>Null when it did more than add to the study.</summary>
    public static StepResult? Of(Study before, Study after, IEnumerable<Result> shown)
    {
        var change = Change.Between(before, after);
        if (change.OtherRows || change.Gone.Count > 0 || change.Tables.Count > 0 || before.Rows != after.Rows) return null;
        var made = new StepResult([.. change.Columns], [.. change.Points], [.. change.Models], [.. shown]);
        return Array.Exists(made.Shown, s => s is Remark { File: not null } or Source) || !Same(made.Onto(before), after) ? null : made;
    }

    public Study Onto(Study study)
    {
        foreach (var column in Columns) study = study.With(column);
        foreach (var points in Points) study = study.With(points);
        return Models.Aggregate(study, (all, model) => all.With(model));
    }

    static bool Same(Study one, Study other) => one.CurrentPoints == other.CurrentPoints && one.Name == other.Name
        && one.Aside == other.Aside && Same(one.Table?.Columns, other.Table?.Columns)
        && Same(one.Points, other.Points) && Same(one.Models, other.Models);

    static bool Same<T>(NamedList<T>? one, NamedList<T>? other) where T : class, INamed => (one ?? []).SequenceEqual(other ?? []);
}
