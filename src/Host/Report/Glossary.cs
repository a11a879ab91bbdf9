using System.Text;
using Runtime.Charts;

namespace Host.Report;

/// <summary>What measures and words of a report mean, and what is high.</summary>
static class Glossary
{
    static readonly Explained[] Words =
    [
        new("noise", "Rows that belong to no cluster: where they lie, too few others are near."),
        new("cluster", "Rows that are more like each other than like the rest, as far as the chosen columns say."),
        new("sd", "Standard deviations. A cluster 1 sd above the rest is clearly higher, 0.2 sd hardly."),
        new("lift", "A share in a cluster divided by the share among all rows: 3 × is three times as frequent as usual."),
        new("ami", "Adjusted mutual information of two labelings: 0 by chance, 1 when they agree; 0.3 to 0.5 is weak to moderate."),
        new("ari", "Adjusted Rand index of two labelings: 0 by chance, 1 when they agree on every pair of rows."),
        new("bic", "Bayesian information criterion: fit less a price for every parameter. Lower is better; 10 is a strong difference."),
        new("aic", "Akaike's information criterion: fit less a smaller price for every parameter. Lower is better."),
        new("evidence", "How likely the data are under a model, its parameters averaged out. On the scale of the BIC, lower is better."),
        new("log_likelihood", "How well a model explains the rows; only differences between models of the same rows say something."),
        new("variance", "Mean squared distance from the mean. A component's share says how much of the spread it holds."),
        new("component", "A direction through the points; the first holds the most variance, each further one what is left."),
        new("loading", "How much a column weighs in a component or factor, from −1 to 1."),
        new("silhouette", "How much nearer rows are to their own cluster than to the next: above 0.5 clear, below 0.25 none."),
        new("kmo", "Kaiser–Meyer–Olkin measure: how far columns share what factors could explain; below 0.5 is unacceptable."),
        new("rmsea", "Root mean square error of approximation: below 0.05 a close fit, above 0.1 a poor one."),
        new("correlation", "How strongly two columns move together: 0 not at all, ±0.3 weakly, ±0.5 clearly, ±1 on a line."),
        new("inertia", "Sum of squared distances to the centres; it falls with every further cluster."),
    ];

    /// <summary>What a value says.</summary>
    public static string Meaning(Metric metric)
    {
        var (name, value) = (metric.Name.Split('(')[0], metric.Value);
        return name switch
        {
            _ when IsAgreement(name) => $"agreement: {Wording.Agreement(value)}",
            "silhouette" => Grade(value, (0.25, "no clear clusters"), (0.5, "weak clusters"), (0.7, "clear clusters"),
                (double.MaxValue, "strong clusters")),
            "kmo" => Grade(value, (0.5, "unacceptable"), (0.6, "miserable"), (0.7, "mediocre"), (0.8, "middling"), (0.9, "meritorious"),
                (double.MaxValue, "marvellous")),
            "rmsea" => Grade(value, (0.05, "a close fit"), (0.08, "a fair fit"), (0.1, "a mediocre fit"), (double.MaxValue, "a poor fit")),
            "noise" => $"{Wording.Share(value)} of the rows",
            "variance" => $"{Wording.Share(value)} of the variance",
            "converged" => value == 0 ? "more iterations might change the result" : "further iterations change nothing",
            "bic" or "aic" or "inertia" => "lower is better, on the same rows",
            _ => "",
        };
    }

    /// <summary>Of two labelings, which may stand behind the measure: ami_archetypes_dense.</summary>
    static bool IsAgreement(string name) => name.Split('_')[0] is "ami" or "ari" or "nmi" or "kappa";

    public static void Write(StringBuilder html, ReportPage page)
    {
        var used = Of(page).ToArray();
        if (used.Length == 0) return;
        html.Append("<h2 id=\"glossary\">Words</h2>\n<dl class=\"glossary\">\n");
        foreach (var (word, meaning) in used) html.Append($"<dt>{word}</dt><dd>{Html.Escape(meaning)}</dd>\n");
        html.Append("</dl>\n");
    }

    /// <summary>The words that the report has.</summary>
    public static IEnumerable<(string Word, string Meaning)> Of(ReportPage page)
    {
        var text = string.Join(' ', page.Run.Steps.SelectMany(Said)).ToLowerInvariant();
        return Words.Where(w => text.Contains(w.Word, StringComparison.Ordinal)).Select(w => (w.Word.Replace('_', ' '), w.Meaning));
    }

    static IEnumerable<string> Said(StepRecord step) =>
    [
        .. step.Remarks, .. step.Metrics.Select(m => m.Name),
        .. step.Results.OfType<Sheet>().SelectMany(s => s.Columns.Select(c => c.Name)),
        .. step.Results.OfType<Figure>().Select(f => f.Note ?? ""),
    ];

    static string Grade(double value, params ReadOnlySpan<(double Below, string Word)> grades)
    {
        foreach (var (below, word) in grades) if (value < below) return word;
        return "";
    }

    sealed record Explained(string Word, string Meaning);
}
