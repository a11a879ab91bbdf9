using Runtime.Expressions;
using Runtime.Numerics.Agreement;

namespace Runtime;

/// <summary>
/// What names and calls mean in an expression about a whole study: <c>rows</c>, <c>noise(dense)</c>,
/// <c>bic(archetypes)</c>, <c>ami(archetypes, dense)</c>. All of them are numbers.
/// </summary>
public static class StudyScope
{
    /// <summary>What can be asked of the groups that a column makes, about the rows that are there now.</summary>
    static readonly Dictionary<string, Func<Labeling, double>> OfGroups = new()
    {
        ["clusters"] = labeling => labeling.Sizes().Count(s => s > 0),
        ["noise"] = labeling => (double)labeling.Ungrouped / Math.Max(1, labeling.Labels.Length),
        ["strength"] = MeanStrength,
    };

    /// <summary>What is wrong with a name or call, and what to do; null when it has a value.</summary>
    public static (string Text, string? Hint)? Check(Expression expression, Shape shape) => expression switch
    {
        NameExpression { IsOfStudy: var known, Name: var name } => known ? null : UnknownName(name),
        CallExpression { Arguments: [NameExpression one] } call => CheckFigure(call.Function, one.Name, shape),
        CallExpression { Arguments: [NameExpression one, NameExpression other] } call =>
            CheckAgreement(call.Function, one.Name, other.Name, shape),
        CallExpression call =>
            ($"`{call.Show()}` does not name what it is about.",
            "Write `noise(NAME)`, `bic(NAME)` or `ami(NAME, NAME)` with names of earlier steps."),
        _ => null,
    };

    /// <summary>The value of a name or call that <see cref="Check"/> has found right.</summary>
    /// <exception cref="Refusal">The data do not give it.</exception>
    public static double Value(Expression expression, Study study) => expression switch
    {
        NameExpression { Name: "rows" } => study.Rows,
        NameExpression => study.Table?.Columns.Count ?? 0,
        CallExpression { Arguments: [NameExpression one] } call => Figure(call.Function, one.Name, study),
        CallExpression { Arguments: [NameExpression one, NameExpression other] } call =>
            AgreementMetrics.Of(call.Function, study.Labeling(one.Name).Labels, study.Labeling(other.Name).Labels),
        _ => throw new InvalidOperationException($"`{expression.Show()}` has no value in a study."),
    };

    /// <summary>What of the study an expression speaks of.</summary>
    public static Reads Reads(Expression expression, Shape shape)
    {
        string[] names = [.. expression.All().OfType<NameExpression>().Select(n => n.Name).Distinct()];
        return new()
        {
            AllColumns = names.Contains("columns"),
            Columns = [.. names.Where(n => shape.Columns?.Has(n) == true)],
            Models = [.. names.Where(shape.Models.Has)],
        };
    }

    /// <summary>The figures that a name has: those of its groups, those of its model.</summary>
    public static IEnumerable<string> Figures(string name, Shape shape) =>
        (shape.Columns?.Find(name) is { IsCategorical: true } column ? OfGroups.Keys.Where(f => f != "strength" || column.HasStrength) : [])
            .Concat(shape.Models.Find(name)?.Metrics ?? []).Distinct();

    static (string, string?)? UnknownName(string name) =>
        ($"`{name}` is nothing a study has.", "Use `rows`, `columns`, or a figure of an earlier step such as `noise(NAME)`.");

    static (string, string?)? CheckFigure(string figure, string name, Shape shape)
    {
        if (shape.IsVague(name) || shape.Models.Find(name) is { Metrics: null }) return null;
        string[] figures = [.. Figures(name, shape)];
        if (figures.Length == 0 && !shape.MayHave(name))
            return ($"No earlier step made `{name}`.",
                Suggest(name, "results of earlier steps", Labelings(shape).Concat(shape.Models.Names).Distinct()));
        return figures.Length == 0 || figures.Contains(figure)
            ? null
            : ($"`{name}` has no figure `{figure}`.", Suggest(figure, "figures", figures));
    }

    static (string, string?)? CheckAgreement(string metric, string one, string other, Shape shape)
    {
        if (!AgreementMetrics.All.Has(metric))
            return ($"There is no measure of agreement `{metric}`.", Suggest(metric, "measures", AgreementMetrics.All.Names));
        var missing = new[] { one, other }.FirstOrDefault(n => shape.Columns?.Find(n) is not { IsCategorical: true } && !shape.MayHave(n));
        return missing is null ? null : ($"No earlier step made a labeling `{missing}`.", Suggest(missing, "labelings", Labelings(shape)));
    }

    static IEnumerable<string> Labelings(Shape shape) => shape.Labelings.Select(l => l.Name);

    static string Suggest(string written, string noun, IEnumerable<string> names) =>
        Spelling.Nearest(written, names) is { } nearest ? $"Did you mean `{nearest}`?" : Spelling.List(noun, written, names);

    static double Figure(string figure, string name, Study study) =>
        study.Models.Find(name)?.Metrics.FirstOrDefault(m => m.Name == figure) is { } metric
            ? metric.Value
            : OfGroups[figure](study.Labeling(name));

    static double MeanStrength(Labeling labeling)
    {
        if (labeling.Strength is not { } strength)
            throw new Refusal($"`{labeling.Name}` says nothing of how strongly rows belong to it.", "Ask for `clusters` or `noise`.");
        var (sum, count) = (0.0, 0);
        for (var row = 0; row < strength.Length; row++)
        {
            if (labeling.Labels[row] < 0) continue;
            sum += strength[row];
            count++;
        }
        return count == 0 ? 0 : sum / count;
    }
}
