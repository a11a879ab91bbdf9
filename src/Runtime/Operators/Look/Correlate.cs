using System.Globalization;
using Runtime.Charts;
using Runtime.Numerics.Statistics;

namespace Runtime.Operators.Look;

/// <summary>Pearson correlations of the current points, or of the table's numbers when there are none.</summary>
[Operator("correlate", "Show how strongly each pair of columns moves together.", Keywords = "correlation pearson matrix heatmap")]
[AlsoCalled("corr", "correlation", "cor", "pearson", "corrcoef", "correlation_matrix", "corr_matrix", "heatmap", "corrplot", "cov",
    "covariance_matrix", "cor.test")]
[InsteadOf("rank correlation", "spearman", "kendall", "spearmanr", "kendalltau", "rank_correlation")]
[InsteadOf("regression", "lm", "glm", "regress", "regression", "linear_regression", "linregress", "ols", "ridge", "lasso", "fit_line",
    "polyfit")]
[InsteadOf("test of a hypothesis", "t_test", "ttest_ind", "anova", "aov", "chisq", "chi2", "chi2_contingency", "wilcoxon",
    "wilcox.test", "mannwhitneyu", "kruskal", "shapiro", "ks_test")]
[Example("correlate")]
[Cite("Pearson 1895, Proceedings of the Royal Society 58")]
public sealed record Correlate : Operator
{
    const int PairsInWords = 5;
    const double WorthAWord = 0.3;

    protected override Reads ReadsUnnamed(Shape before) => before.CurrentPoints is { } current
        ? new() { Points = [current] }
        : new() { AllColumns = before.AnyColumn, Columns = [.. (before.Columns ?? []).Where(c => c.IsNumeric).Select(c => c.Name)] };

    protected override Shape Check(Shape before, CheckContext check)
    {
        var columns = before.CurrentPoints is null ? before.Columns?.Count(c => c.IsNumeric) : before.Current?.Columns?.Count;
        if (columns < 2 && !before.AnyColumn)
            check.Refuse(null, "`correlate` needs at least two columns of numbers.", "Choose more with `features`.");
        return before;
    }

    protected override Study Run(Study study, RunContext run)
    {
        var (names, columns) = Columns(study);
        if (study.Rows == 0) throw new Refusal("There are no rows to correlate.", "Check the file or the last `filter`.");
        var work = run.Work;
        work.Report("correlating columns");
        var moments = CoMoments.Of(columns, study.Rows, work);
        var values = names.Select(
            (_, i) => names.Select((_, j) => i == j && !Constant(moments, i) ? 1 : moments.Correlation(i, j)).ToArray()).ToArray();
        Show(names, values, run);
        SayWhatIsMissing(moments, study.Rows, run);
        string[] constant = [.. names.Where((_, i) => Constant(moments, i))];
        if (constant.Length > 0)
            run.Warn($"{Wording.Names(constant)} {(constant.Length == 1 ? "is" : "are")} constant and "
                + $"correlate{(constant.Length == 1 ? "s" : "")} with nothing.", "Leave such columns out.");
        return study;
    }

    static (string[] Names, double[][] Columns) Columns(Study study)
    {
        if (study.CurrentPoints is not null)
            return ([.. study.Current.Columns], [.. Enumerable.Range(0, study.Current.Matrix.Columns).Select(study.Current.Matrix.Column)]);
        var table = study.Loaded;
        NumberColumn[] numbers = [.. table.Columns.Where(c => c.Type.IsNumeric()).Cast<NumberColumn>()];
        return ([.. numbers.Select(c => c.Name)], [.. numbers.Select(c => c.Storage)]);
    }

    static bool Constant(CoMoments moments, int i) => double.IsNaN(moments.Correlation(i, i));

    static void Show(string[] names, double[][] values, RunContext run)
    {
        run.Show(new Sheet("correlation", "Correlations",
        [
            new("column", CellFormat.Text, names),
            .. names.Select(
                (name, j) => new SheetColumn(name, CellFormat.Number,
                [.. values.Select(row => double.IsNaN(row[j]) ? null : (object)row[j])])),
        ]));
        run.Show(new Heatmap("correlation", "Correlations", names, names, values) { Diverging = true });
        var pairs = Pairs(names, values).ToArray();
        if (pairs.Length == 0) return;
        var strong = pairs.Where(p => Math.Abs(p.Value) >= WorthAWord).Take(PairsInWords).ToArray();
        run.Say(strong.Length > 0
            ? $"Strongest correlations: {string.Join(", ", strong.Select(Words))}."
            : $"No pair correlates beyond ±{WorthAWord.ToString("0.0", CultureInfo.InvariantCulture)}; the strongest is "
            + $"{Words(pairs[0])}.");
    }

    static IEnumerable<(string A, string B, double Value)> Pairs(string[] names, double[][] values) =>
        from i in Enumerable.Range(0, names.Length)
        from j in Enumerable.Range(i + 1, names.Length - i - 1)
        where !double.IsNaN(values[i][j])
        orderby Math.Abs(values[i][j]) descending
        select (names[i], names[j], values[i][j]);

    static string Words((string A, string B, double Value) pair) => $"`{pair.A}`/`{pair.B}` {Wording.Number(pair.Value)}";

    static void SayWhatIsMissing(CoMoments moments, int rows, RunContext run)
    {
        var fewest = Enumerable.Range(0, moments.Columns).Min(i => Enumerable.Range(0, moments.Columns).Min(j => moments[i, j].Count));
        if (fewest < rows)
            run.Say($"Rows with a missing value are left out pair by pair; the pair with the most gaps has {Wording.Plural(fewest, "row")} "
                + $"of {Wording.Count(rows)}.");
    }
}
