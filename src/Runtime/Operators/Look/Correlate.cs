using System.Globalization;
using Runtime.Charts;
using Runtime.Numerics.Statistics;

namespace Runtime.Operators.Look;

/// <summary>Correlations of the current points, or of the table's numbers when there are none.</summary>
[Operator("correlate", "Show how strongly each pair of columns moves together; of many columns the strongest pairs.",
    Keywords = "correlation pearson spearman kendall rank matrix heatmap")]
[AlsoCalled("corr", "correlation", "cor", "pearson", "corrcoef", "correlation_matrix", "corr_matrix", "heatmap", "corrplot", "cov",
    "covariance_matrix", "cor.test")]
[AlsoCalled("spearman", "spearmanr", "rank_correlation", As = "correlate method=spearman")]
[AlsoCalled("kendall", "kendalltau", As = "correlate method=kendall")]
[InsteadOf("regression", "lm", "glm", "regress", "regression", "linear_regression", "linregress", "ols", "ridge", "lasso", "fit_line",
    "polyfit")]
[InsteadOf("test of a hypothesis", "t_test", "ttest_ind", "anova", "aov", "chisq", "chi2", "chi_square", "chi_squared", "chi_square_test",
    "chi2_contingency", "wilcoxon", "wilcox.test", "mannwhitneyu", "kruskal", "shapiro", "ks_test")]
[Example("correlate")]
[Example("correlate method=spearman")]
[Example("correlate danceability..energy tempo")]
[Cite("Pearson 1895, Proceedings of the Royal Society 58")]
[Cite("Spearman 1904, American Journal of Psychology 15")]
[Cite("Kendall 1945, Biometrika 33")]
public sealed record Correlate : Operator
{
    const int PairsInWords = 5;
    const double WorthAWord = 0.3;

    /// <summary>Of more columns nobody reads a matrix.</summary>
    const int MostInMatrix = 50;

    const int PairsInSheet = 100;

    [Arg("The columns of the table to correlate; without any the current points, or all columns of numbers.", Positional = true), Numeric]
    [AlsoCalled("x", "vars", "cols", "y", "of", "with")]
    public ValueList<ColumnRef> Columns { get; init; } = [];

    [Arg("Of the values (`pearson`), or of their order, which bends and far values do not change: `spearman`, or `kendall` (τ-b).")]
    [AlsoCalled("type", "kind", "how")]
    [AlsoCalled("linear", "r", Value = "pearson")]
    [AlsoCalled("rank", "ranks", "rho", "monotonic", Value = "spearman")]
    [AlsoCalled("tau", "tau_b", Value = "kendall")]
    public CorrelationMethod Method { get; init; } = CorrelationMethod.Pearson;

    protected override Reads ReadsUnnamed(Shape before) => Columns.Count > 0 ? Runtime.Reads.Nothing
        : before.CurrentPoints is { } current ? new() { Points = [current] }
        : new() { AllColumns = before.AnyColumn, Columns = [.. (before.Columns ?? []).Where(c => c.IsNumeric).Select(c => c.Name)] };

    protected override Shape Check(Shape before, CheckContext check)
    {
        var columns = Columns.Count > 0 ? Columns.Any(c => c is ColumnChoice) ? null : Columns.Distinct().Count()
            : before.CurrentPoints is null ? before.Columns?.Count(c => c.IsNumeric) : before.Current?.Columns?.Count;
        if (columns < 2 && (Columns.Count > 0 || !before.AnyColumn))
            check.Refuse(Columns.Count > 0 ? nameof(Columns) : null, "`correlate` needs at least two columns of numbers.",
                Columns.Count > 0 ? "Name another column." : "Choose more with `features`.");
        return before;
    }
    protected override Price Cost(Workload load) =>
        Price.Touching(load.Rows, Math.Max(1, load.Columns + load.Dimensions)) + Price.Showing(tables: 2, charts: 2);

    protected override Study Run(Study study, RunContext run)
    {
        var (names, columns) = Chosen(study);
        if (study.Rows == 0) throw new Refusal("There are no rows to correlate.", "Check the file or the last `filter`.");
        run.Work.Report("correlating columns");
        var strongest = new StrongestPairs(PairsInSheet);
        var matrix = names.Length <= MostInMatrix ? Array.ConvertAll(names, _ => new double[names.Length]) : null;
        new Correlations(columns, study.Rows, Method, run.Work).ForEach(run.Work, pairs => strongest.Add(pairs.Select(Noted)));
        if (matrix is not null) ShowMatrix(names, matrix, SayingStrongest(names, strongest.Kept), run);
        else ShowPairs(names, strongest.Kept, run);
        SayStrongest(names, strongest.Kept, run);
        SayWhatIsMissing(strongest.FewestRows, study.Rows, run);
        string[] constant = [.. strongest.Constant.Select(i => names[i])];
        if (constant.Length > 0)
            run.Warn($"{Wording.Names(constant)} {(constant.Length == 1 ? "is" : "are")} constant and "
                + $"correlate{(constant.Length == 1 ? "s" : "")} with nothing.", "Leave such columns out.");
        return study;

        CorrelatedPair Noted(CorrelatedPair pair)
        {
            if (pair.First == pair.Second && !double.IsNaN(pair.Value)) pair = pair with { Value = 1 };
            if (matrix is not null) matrix[pair.First][pair.Second] = matrix[pair.Second][pair.First] = pair.Value;
            return pair;
        }
    }

    (string[] Names, double[][] Columns) Chosen(Study study)
    {
        if (Columns.Count == 0 && study.CurrentPoints is not null)
            return ([.. study.Current.Columns], [.. Enumerable.Range(0, study.Current.Matrix.Columns).Select(study.Current.Matrix.Column)]);
        var table = study.Loaded;
        NumberColumn[] numbers = [.. (Columns.Count > 0 ? study.Columns(Columns).Distinct() : table.Columns.Where(c => c.Type.IsNumeric()))
            .Cast<NumberColumn>()];
        return ([.. numbers.Select(c => c.Name)], [.. numbers.Select(c => c.Storage)]);
    }

    void ShowMatrix(string[] names, double[][] values, string finding, RunContext run)
    {
        run.Show(new Sheet("correlation", "Correlations",
        [
            new("column", CellFormat.Text, names),
            .. names.Select(
                (name, j) => new SheetColumn(name, CellFormat.Number,
                [.. values.Select(row => double.IsNaN(row[j]) ? null : (object)row[j])])),
        ]));
        if (names.Length > 1) run.Show(Triangle(names, values, finding));
    }

    /// <summary>Each pair once, columns that go together beside each other.</summary>
    Heatmap Triangle(string[] names, double[][] values, string finding)
    {
        var order = ColumnOrder.Of(values);
        int[] rows = order[1..], columns = order[..^1];
        var shown = rows.Select((row, at) => columns.Select((column, j) => j <= at ? values[row][column] : double.NaN).ToArray()).ToArray();
        return new("correlation", $"How {Wording.InWords(names.Length, "column")} go together ({Kind})",
            [.. rows.Select(r => names[r])], [.. columns.Select(c => names[c])], shown)
        {
            Diverging = true,
            Reach = 1,
            Texts = [.. shown.Select((row, at) => row.Select((r, j) => j > at ? "" : double.IsNaN(r) ? "–" : Wording.Number(r)).ToArray())],
            Note = finding,
        };
    }

    string Kind => Method switch
    {
        CorrelationMethod.Spearman => "Spearman's ρ",
        CorrelationMethod.Kendall => "Kendall's τ",
        _ => "Pearson's r",
    };

    static void ShowPairs(string[] names, IReadOnlyList<CorrelatedPair> pairs, RunContext run) =>
        run.Show(new Sheet("correlation", $"Strongest of {Wording.Count((long)names.Length * (names.Length - 1) / 2)} correlations",
        [
            new("column", CellFormat.Text, [.. pairs.Select(p => names[p.First])]),
            new("other", CellFormat.Text, [.. pairs.Select(p => names[p.Second])]),
            new("correlation", CellFormat.Number, [.. pairs.Select(p => (object)p.Value)]),
            new("rows", CellFormat.Count, [.. pairs.Select(p => (object)(int)p.Rows)]),
        ]));

    static void SayStrongest(string[] names, IReadOnlyList<CorrelatedPair> pairs, RunContext run)
    {
        if (pairs.Count > 0) run.Say(SayingStrongest(names, pairs));
    }

    static string SayingStrongest(string[] names, IReadOnlyList<CorrelatedPair> pairs)
    {
        if (pairs.Count == 0) return "No pair has a correlation.";
        var strong = pairs.Where(p => Math.Abs(p.Value) >= WorthAWord).Take(PairsInWords).ToArray();
        return strong.Length > 0
            ? $"Strongest correlations: {string.Join(", ", strong.Select(Words))}."
            : $"No pair correlates beyond ±{WorthAWord.ToString("0.0", CultureInfo.InvariantCulture)}; the strongest is "
            + $"{Words(pairs[0])}.";

        string Words(CorrelatedPair pair) => $"`{names[pair.First]}`/`{names[pair.Second]}` {Wording.Number(pair.Value)}";
    }

    static void SayWhatIsMissing(long fewest, int rows, RunContext run)
    {
        if (fewest < rows)
            run.Say($"Rows with a missing value are left out pair by pair; the pair with the most gaps has {Wording.Plural(fewest, "row")} "
                + $"of {Wording.Count(rows)}.");
    }
}
