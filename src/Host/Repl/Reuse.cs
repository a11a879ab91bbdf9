namespace Host.Repl;

/// <summary>
/// Whether a step that ran before would give the same again, so that editing an earlier step re-runs only what depends
/// on it. A step reads what it declares; one that brings other rows, leaves columns out, reads or writes a file or may read
/// anything runs again.
/// </summary>
static class Reuse
{
    /// <summary>The study after the step without running it; null when it must run.</summary>
    /// <param name="before">What the step took when it ran.</param>
    /// <param name="after">What it gave.</param>
    /// <param name="now">What it would take now.</param>
    public static Study? Of(PlannedStep step, Study before, Study after, Study now)
    {
        if (Same(before, now)) return after;
        var op = step.Operator!;
        var reads = op.Reads(before.Shape);
        var change = Change.Between(before, after);
        if (reads.All || reads.Files.Count > 0 || step.Signature!.Parameters.Any(p => p.ValueType == typeof(OutputFile))) return null;
        if (step.Signature.Rows != RowEffect.Same || change.Gone.Count > 0 || change.OtherRows || before.Rows != now.Rows) return null;
        if (op.As is null && !before.Shape.Names.ToHashSet().SetEquals(now.Shape.Names)) return null;
        return reads.AllColumns == op.Reads(now.Shape).AllColumns && Same(reads, op.Reads(now.Shape))
            && Same(reads.Of(before), reads.Of(now))
            ? Shown(change, before, after, now)
            : null;
    }

    /// <summary>What the step would show is there where it showed or made anything; else what was there before.</summary>
    static Study Shown(Change change, Study before, Study after, Study now) =>
        change.Onto(now) with { Drawn = change.IsNothing && ReferenceEquals(before.Drawn, after.Drawn) ? now.Drawn : after.Drawn };

    static bool Same(Reads one, Reads other) => one.Columns.Equals(other.Columns) && one.Points.Equals(other.Points)
        && one.Models.Equals(other.Models) && one.Tables.Equals(other.Tables);

    static bool Same(Study one, Study other) =>
        Same(one.Table?.Columns ?? [], other.Table?.Columns ?? []) && one.CurrentPoints == other.CurrentPoints
        && one.Rows == other.Rows && ReferenceEquals(one.Drawn, other.Drawn)
        && Same(one.Points, other.Points) && Same(one.Models, other.Models) && Same(one.Aside, other.Aside);

    static bool Same<T>(NamedList<T> one, NamedList<T> other) where T : class, INamed =>
        one.Count == other.Count && one.Zip(other).All(p => ReferenceEquals(p.First, p.Second));
}
