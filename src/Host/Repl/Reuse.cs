using System.Collections;
using Runtime.Expressions;

namespace Host.Repl;

/// <summary>
/// Whether a step that ran before would give the same again, so that editing an earlier step re-runs only what depends
/// on it. A step is known to read what its declaration says: the table, the points and labelings that it names or the
/// current points. One that needs nothing, writes a file or was not declared by us may read anything.
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
        var moved = after.CurrentPoints != before.CurrentPoints && after.Points.Count == before.Points.Count;
        if (moved || ReadsAnything(step.Signature!) || !ReferenceEquals(before.Table, after.Table)) return null;
        if (!before.Shape.Names.Order().SequenceEqual(now.Shape.Names.Order())) return null;
        return step.Signature!.Parameters.All(p => SameInput(p, step, before, now)) && SameNeeds(step, before, now) ? Added(before, after, now) : null;
    }

    static bool ReadsAnything(Signature signature) => signature.Needs == Needs.Nothing
        || signature.Type.Assembly != typeof(Operator).Assembly
        || signature.Parameters.Any(p => p.ValueType == typeof(OutputFile));

    static bool SameNeeds(PlannedStep step, Study before, Study now) => step.Signature!.Needs == Needs.Table
        ? ReferenceEquals(before.Table, now.Table)
        : before.CurrentPoints == now.CurrentPoints && ReferenceEquals(before.Points.Find(before.CurrentPoints ?? ""), now.Points.Find(now.CurrentPoints ?? ""))
            || Values(step, typeof(PointsRef)).Any();

    /// <summary>A list of labelings that is left out stands for all of them.</summary>
    static bool SameInput(ParameterSignature parameter, PlannedStep step, Study before, Study now)
    {
        if (parameter.ValueType == typeof(ColumnRef) || parameter.ValueType == typeof(Expression)) return ReferenceEquals(before.Table, now.Table);
        object[] values = [.. Values(parameter, step)];
        if (parameter.ValueType == typeof(PointsRef)) return values.Cast<PointsRef>().All(p => ReferenceEquals(before.Points.Find(p.Name), now.Points.Find(p.Name)));
        if (parameter.ValueType != typeof(LabelingRef)) return true;
        if (values.Length == 0 && parameter.IsList) return Same(before.Labelings, now.Labelings);
        return values.Cast<LabelingRef>().All(l => ReferenceEquals(before.Labelings.Find(l.Name), now.Labelings.Find(l.Name)));
    }

    static IEnumerable<object> Values(PlannedStep step, Type type) =>
        step.Signature!.Parameters.Where(p => p.ValueType == type).SelectMany(p => Values(p, step));

    static IEnumerable<object> Values(ParameterSignature parameter, PlannedStep step) => parameter.Property.GetValue(step.Operator) switch
    {
        null => [],
        IEnumerable list and not string => list.Cast<object>(),
        var value => [value],
    };

    /// <summary>What is there now, with what the step has made.</summary>
    static Study Added(Study before, Study after, Study now)
    {
        foreach (var points in after.Points.Where(p => !ReferenceEquals(before.Points.Find(p.Name), p))) now = now.With(points);
        foreach (var labeling in after.Labelings.Where(l => !ReferenceEquals(before.Labelings.Find(l.Name), l))) now = now.With(labeling);
        foreach (var model in after.Models.Where(m => !ReferenceEquals(before.Models.Find(m.Name), m))) now = now.With(model);
        return now;
    }

    static bool Same(Study one, Study other) => ReferenceEquals(one.Table, other.Table) && one.CurrentPoints == other.CurrentPoints
        && Same(one.Points, other.Points) && Same(one.Labelings, other.Labelings) && Same(one.Models, other.Models);

    static bool Same<T>(NamedList<T> one, NamedList<T> other) where T : class, INamed =>
        one.Count == other.Count && one.Zip(other).All(p => ReferenceEquals(p.First, p.Second));
}
