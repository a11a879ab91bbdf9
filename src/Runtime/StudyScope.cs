using Runtime.Expressions;
using Runtime.Numerics.Agreement;
using Runtime.Numerics.Rows;

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

    /// <summary>What can be asked of any column.</summary>
    static readonly Dictionary<string, Func<Column, double>> OfColumns = new()
    {
        ["missing"] = column => column.Missing,
        ["count"] = column => column.Rows - column.Missing,
        ["distinct"] = column => Ranks.Of(column, Work.Alone).Count,
    };

    /// <summary>Words of what may be demanded of all rows.</summary>
    public static IReadOnlyCollection<string> Demands => [.. RowDemands.Examples.Keys];

    /// <summary>The table that has all that a call names: the current one, else the only one aside that has it.</summary>
    static T Owner<T>(CallExpression call, T here, IEnumerable<T> aside, Func<T, string, bool> has)
    {
        string[] names = [.. call.Arguments.OfType<NameExpression>().Select(n => n.Name)];
        if (names.All(n => has(here, n))) return here;
        T[] there = [.. aside.Where(t => names.All(n => has(t, n)))];
        return there is [var only] ? only : here;
    }

    static Shape Owner(CallExpression call, Shape shape) =>
        Owner(call, shape, shape.Aside, (s, name) => s.Columns?.Has(name) == true || s.Models.Has(name));

    static Study Owner(CallExpression call, Study study) =>
        Owner(call, study, study.Aside, (s, name) => s.Table?.Columns.Has(name) == true || s.Models.Has(name));

    /// <summary>Functions of a whole column of numbers, which are one number.</summary>
    static bool IsOfNumbers(string function) =>
        function != "zscore" && FunctionCatalog.Find(function)?.BodyFor(1) is ColumnFunction;

    /// <summary>What is wrong with a name or call, and what to do; null when it has a value.</summary>
    public static Mistake? Check(Expression expression, Shape shape) => expression switch
    {
        NameExpression name => name.IsOfStudy ? null : shape.Columns?.Has(name.Name) == true ? OfRows(name) : UnknownName(name),
        CallExpression { Arguments: [NameExpression one] } call => CheckFigure(call, one.Name, Owner(call, shape)),
        CallExpression { Arguments: [NameExpression one, NameExpression other] } call =>
            CheckAgreement(call, one.Name, other.Name, Owner(call, shape)),
        CallExpression call => new Mistake(call, $"`{call.Show()}` does not name what it is about.",
            "Write `noise(NAME)`, `bic(NAME)` or `ami(NAME, NAME)` with names of earlier steps."),
        _ => null,
    };

    /// <summary>The value of a name or call that <see cref="Check"/> has found right.</summary>
    /// <exception cref="Refusal">The data do not give it.</exception>
    /// <param name="dropNoise">Rows that are noise in either labeling are left out of measures of agreement.</param>
    public static double Value(Expression expression, Study study, bool dropNoise) => expression switch
    {
        NameExpression { Name: "rows" } => study.Rows,
        NameExpression => study.Table?.Columns.Count ?? 0,
        CallExpression { Arguments: [NameExpression one] } call => Figure(call.Function, one.Name, Owner(call, study)),
        CallExpression { Arguments: [NameExpression one, NameExpression other] } call when Owner(call, study) is var owner =>
            ((AgreementMetric)call.Function).Value(owner.Labeling(one.Name).Against(owner.Labeling(other.Name), dropNoise)),
        _ => throw new InvalidOperationException($"`{expression.Show()}` has no value in a study."),
    };

    /// <summary>The labelings of measures of agreement, in which noise counts as one more cluster, that have any.</summary>
    public static IEnumerable<string> WithNoise(Expression expression, Study study) => expression.All().OfType<CallExpression>()
        .Where(call => call.IsFigure && call.Arguments.Count == 2)
        .SelectMany(call => call.Arguments.OfType<NameExpression>().Select(name => name.Name)
            .Where(name => Owner(call, study).Labeling(name).Ungrouped > 0)).Distinct();

    /// <summary>What of the study an expression speaks of.</summary>
    public static Reads Reads(Expression expression, Shape shape)
    {
        string[] names = [.. expression.All().OfType<NameExpression>().Select(n => n.Name).Distinct()];
        Shape[] owners = [.. expression.All().OfType<CallExpression>().Select(call => Owner(call, shape)).Append(shape).Distinct()];
        return new()
        {
            AllColumns = names.Contains("columns"),
            Columns = [.. names.Where(n => owners.Any(o => o.Columns?.Has(n) == true))],
            Models = [.. names.Where(n => owners.Any(o => o.Models.Has(n)))],
            Tables = [.. owners.Where(o => o != shape).Select(o => o.Name)],
        };
    }

    /// <summary>The figures that a name has: those of its groups, those of its model.</summary>
    public static IEnumerable<string> Figures(string name, Shape shape) =>
        (shape.Columns?.Find(name) is { IsCategorical: true } column ? OfGroups.Keys.Where(f => f != "strength" || column.HasStrength) : [])
            .Concat(shape.Columns?.Has(name) == true ? OfColumns.Keys : [])
            .Concat(shape.Models.Find(name)?.Metrics ?? []).Distinct();

    static Mistake UnknownName(NameExpression name) => new(name, $"`{name.Name}` is nothing a study has.",
        "Use `rows`, `columns`, or a figure of an earlier step such as `noise(NAME)`.")
    { Kind = MistakeKind.UnknownFigure };

    static Mistake OfRows(NameExpression name) => new(name, $"`{name.Show()}` has a value in each row, and this is about all of them.",
        $"Say what holds in every row, `all({name.Show()} > 0)`, or take a figure: `mean({name.Show()})`.")
    { Kind = MistakeKind.UnknownFigure };

    static Mistake? CheckFigure(CallExpression call, string name, Shape shape)
    {
        if (shape.IsVague(name) || shape.Models.Find(name) is { Metrics: null }) return null;
        if (shape.Columns?.Find(name) is { } column && IsOfNumbers(call.Function) && !OfColumns.ContainsKey(call.Function))
            return column.IsNumeric ? null : new(call, $"`{name}` holds {column.Type.Holds()}, but `{call.Function}` takes numbers.",
                $"Of any column there are {Wording.Choices(OfColumns.Keys.Select(f => $"{f}({Notation.Name(name)})"))}.");
        string[] figures = [.. Figures(name, shape)];
        if (figures.Length == 0 && !shape.MayHave(name))
            return Unmade(call, name, "", "results of earlier steps", Labelings(shape).Concat(shape.Models.Names).Distinct());
        if (figures.Length == 0 || figures.Contains(call.Function)) return null;
        return Misnamed(call, $"`{name}` has no figure `{call.Function}`.", "figures", figures);
    }

    static Mistake? CheckAgreement(CallExpression call, string one, string other, Shape shape)
    {
        if (!AgreementMetric.All.Has(call.Function))
            return Misnamed(call, $"There is no measure of agreement `{call.Function}`.", "measures", AgreementMetric.All.Names);
        var missing = new[] { one, other }.FirstOrDefault(n => shape.Columns?.Find(n) is not { IsCategorical: true } && !shape.MayHave(n));
        return missing is null ? null : Unmade(call, missing, "a labeling ", "labelings", Labelings(shape));
    }

    /// <summary>A name in the brackets that nothing has.</summary>
    static Mistake Unmade(CallExpression call, string name, string kind, string noun, IEnumerable<string> names) =>
        Slip(call, $"No earlier step made {kind}`{name}`.", name, noun, names, near => (CallExpression)call.Map(part =>
            part is NameExpression { Name: var written } && written == name ? new NameExpression(near) : part));

    static Mistake Misnamed(CallExpression call, string text, string noun, IEnumerable<string> names) =>
        Slip(call, text, call.Function, noun, names, near => call with { Function = near });

    static Mistake Slip(
        CallExpression call, string text, string written, string noun, IEnumerable<string> names, Func<string, CallExpression> mended)
    {
        var near = Spelling.Nearest(written, names);
        return new(call, text, near is null ? Spelling.List(noun, written, names) : $"Did you mean `{near}`?",
            near is null ? null : mended(near).Show())
        { Kind = MistakeKind.UnknownFigure };
    }

    /// <summary>Between which numbers a figure always is; null when it may be any.</summary>
    public static (double Least, double Most)? RangeOf(Expression figure, Shape shape) => figure switch
    {
        NameExpression { IsOfStudy: true } => (0, double.PositiveInfinity),
        CallExpression { Function: "noise" or "strength" } => (0, 1),
        CallExpression { Function: "clusters" or "missing" or "distinct" or "count" or "sd" } => (0, double.PositiveInfinity),
        CallExpression { Arguments: [NameExpression column] } call when shape.Columns?.Find(column.Name)?.Type == ColumnType.Logical
            && call.Function is "mean" or "min" or "max" or "median" or "quantile" => (0, 1),
        CallExpression call when AgreementMetric.All.Has(call.Function) => (double.NegativeInfinity, 1),
        _ => null,
    };

    static IEnumerable<string> Labelings(Shape shape) => shape.Labelings.Select(l => l.Name);

    static double Figure(string figure, string name, Study study) =>
        study.Models.Find(name)?.Metrics.FirstOrDefault(m => m.Name == figure) is { } metric ? metric.Value
            : OfColumns.GetValueOrDefault(figure) is { } ofColumn ? ofColumn(study.Column(name))
            : OfGroups.GetValueOrDefault(figure) is { } ofGroups ? ofGroups(study.Labeling(name))
            : OfNumbers(figure, study.Column(name));

    /// <summary>Of a column without a number, such a figure is missing and nothing about it holds.</summary>
    static double OfNumbers(string figure, Column column)
    {
        var values = new double[1];
        var call = new CallExpression(figure, [new NameExpression(column.Name)]);
        var table = new Table(new(column), column.Rows);
        if (column.Rows == 0) return double.NaN;
        new RowProgram(table, Work.Alone).Numbers(call)(0, values);
        return values[0];
    }

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
