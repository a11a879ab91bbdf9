using Runtime.Numerics.Agreement;

namespace Runtime.Expressions;

/// <summary>
/// What names and calls mean in an expression about a whole study: <c>rows</c>, <c>noise(dense)</c>,
/// <c>bic(archetypes)</c>, <c>ami(archetypes, dense)</c>. All of them are numbers.
/// </summary>
public static class StudyScope
{
    static readonly string[] OfStudy = ["rows", "columns"];
    static readonly string[] OfLabeling = ["clusters", "noise"];

    /// <summary>Whether a call asks for a figure, by its form: it speaks of names, or there is no such function.</summary>
    public static bool IsFigure(CallExpression call) => FunctionCatalog.Find(call.Function) is null
        || (call.Arguments.Count > 0 && call.Arguments.All(a => a is NameExpression name && !OfStudy.Contains(name.Name)));

    /// <summary>What is wrong with a name or call, and what to do; null when it has a value.</summary>
    public static (string Text, string? Hint)? Check(Expression expression, Shape shape) => expression switch
    {
        NameExpression { Name: var name } => OfStudy.Contains(name) ? null : UnknownName(name),
        CallExpression { Arguments: [NameExpression one] } call => CheckFigure(call.Function, one.Name, shape),
        CallExpression { Arguments: [NameExpression one, NameExpression other] } call => CheckAgreement(call.Function, one.Name, other.Name, shape),
        CallExpression call => ($"`{call.Show()}` does not name what it is about.", "Write `noise(NAME)`, `bic(NAME)` or `ami(NAME, NAME)` with names of earlier steps."),
        _ => null,
    };

    /// <summary>The value of a name or call that <see cref="Check"/> has found right.</summary>
    public static double Value(Expression expression, Study study) => expression switch
    {
        NameExpression { Name: "rows" } => study.Rows,
        NameExpression => study.Table?.Columns.Count ?? 0,
        CallExpression { Arguments: [NameExpression one] } call => Figure(call.Function, one.Name, study),
        CallExpression { Arguments: [NameExpression one, NameExpression other] } call =>
            AgreementMetrics.Of(call.Function, study.Labelings.Find(one.Name)!.Labels, study.Labelings.Find(other.Name)!.Labels),
        _ => throw new InvalidOperationException($"`{expression.Show()}` has no value in a study."),
    };

    static (string, string?)? UnknownName(string name) =>
        ($"`{name}` is nothing a study has.", "Use `rows`, `columns`, or a figure of an earlier step such as `noise(NAME)`.");

    static (string, string?)? CheckFigure(string figure, string name, Shape shape)
    {
        var (labeling, model) = (shape.Labelings.Find(name), shape.Models.Find(name));
        if (labeling is null && model is null)
            return ($"No earlier step made `{name}`.", Suggest(name, "results of earlier steps", shape.Labelings.Names.Concat(shape.Models.Names)));
        if (model is { Metrics: null }) return null;
        var figures = (labeling is null ? [] : OfLabeling).Concat(model?.Metrics ?? []).Distinct().ToArray();
        return figures.Contains(figure) ? null : ($"`{name}` has no figure `{figure}`.", Suggest(figure, "figures", figures));
    }

    static (string, string?)? CheckAgreement(string metric, string one, string other, Shape shape)
    {
        if (!AgreementMetrics.All.Has(metric))
            return ($"There is no measure of agreement `{metric}`.", Suggest(metric, "measures", AgreementMetrics.All.Names));
        var missing = new[] { one, other }.FirstOrDefault(n => !shape.Labelings.Has(n));
        return missing is null ? null : ($"No earlier step made a labeling `{missing}`.", Suggest(missing, "labelings", shape.Labelings.Names));
    }

    static string Suggest(string written, string noun, IEnumerable<string> names) =>
        Spelling.Nearest(written, names) is { } nearest ? $"Did you mean `{nearest}`?" : Spelling.List(noun, written, names);

    static double Figure(string figure, string name, Study study)
    {
        if (study.Models.Find(name)?.Metrics.FirstOrDefault(m => m.Name == figure) is { } metric) return metric.Value;
        var labeling = study.Labelings.Find(name)!;
        return figure == "clusters" ? labeling.Clusters : (double)labeling.Noise / Math.Max(1, labeling.Labels.Length);
    }
}
