using Runtime.Numerics.Agreement;
using Runtime.Operators.Draw;

namespace Runtime.Operators.Judge;

/// <summary>What becomes of rows that a labeling calls noise.</summary>
public enum NoiseRows
{
    /// <summary>Noise is a label like any other, as in scikit-learn.</summary>
    Label,

    /// <summary>Rows that are noise in either labeling are left out.</summary>
    Drop,
}

/// <summary>How far labelings agree, and which cluster of one corresponds to which of the other.</summary>
[Operator("compare", "Measure how far labelings agree and which clusters correspond.",
    Costly = true, Keywords = "agreement ami ari nmi rand mutual information contingency crosstab cross tabulation")]
[AlsoCalled("adjusted_rand_score", "adjustedRandIndex", "rand_index", "adjusted_rand", "rand_score", As = "compare ari {}")]
[AlsoCalled("adjusted_mutual_info_score", "adjusted_mutual_info", "mutual_info", "mutual_information", As = "compare ami {}")]
[AlsoCalled("normalized_mutual_info_score", "normalized_mutual_info", As = "compare nmi {}")]
[AlsoCalled("v_measure_score", "v_measure", As = "compare v {}")]
[AlsoCalled("fowlkes_mallows_score", As = "compare fowlkes_mallows {}")]
[AlsoCalled("homogeneity_score", As = "compare homogeneity {}")]
[AlsoCalled("completeness_score", As = "compare completeness {}")]
[AlsoCalled("agreement", "confusion_matrix", "contingency", "confusion", "match_labels", "cluster_agreement", "similarity")]
[InsteadOf("accuracy of a classifier", "accuracy", "accuracy_score", "classification_report", "f1_score", "precision", "recall",
    "roc_auc")]
[Example("compare ami", After = "scale standard | kmeans k=3 as three | kmeans k=5 as five")]
[Example("compare ari three five noise=drop", After = "scale standard | kmeans k=3 as three | kmeans k=5 as five")]
[Cite("Vinh, Epps & Bailey 2010, JMLR 11; Hubert & Arabie 1985, Journal of Classification 2; Rosenberg & Hirschberg 2007, EMNLP")]
public sealed record Compare : Operator
{
    [Arg("The measure to lead with; the others stand beside it.", Positional = true)]
    [AlsoCalled("measure", "score", "method", "index")]
    [AlsoCalled("adjusted_rand", "rand", "adjusted_rand_score", "rand_index", "adjustedRandIndex", Value = "ari")]
    [AlsoCalled("adjusted_mutual_info", "adjusted_mutual_information", "mutual_info_score", "mi", Value = "ami")]
    [AlsoCalled("normalized_mutual_info", "normalised_mutual_information", Value = "nmi")]
    [AlsoCalled("v_measure", "v_score", Value = "v")]
    [AlsoCalled("fm", "fmi", "fowlkes", Value = "fowlkes_mallows")]
    [AlsoCalled("purity", Value = "homogeneity")]
    public AgreementMetric Metric { get; init; } = AgreementMetric.Ami;

    [Arg("The labelings to compare, pair by pair, or columns of texts or whole numbers; all labelings when none is named.",
        Positional = true), AllByDefault]
    public ValueList<LabelingRef> Labelings { get; init; } = [];

    [Arg("Whether noise counts as a label, as when this is not given, or its rows are left out.")]
    [AlsoCalled("outliers", "noise_rows")]
    [AlsoCalled("ignore", "skip", "omit", "exclude", "remove", "without", "leave_out", Value = "drop")]
    [AlsoCalled("keep", "count", "include", "as_label", "cluster", "with", Value = "label")]
    public NoiseRows? Noise { get; init; }

    /// <summary>Rows that go through more labelings than these are not followed by the eye.</summary>
    const int MostFlows = 8;

    internal static readonly DiagnosticCode NoiseCounted = new("noise-counted", "Noise counted as a cluster",
        "A labeling by `hdbscan` has noise, and `compare` counts it as one more cluster unless told otherwise, as scikit-learn "
        + "does. Where most rows are noise, this decides the result: say `noise=label` or `noise=drop`.",
        CodeExamples.Two + "compare ami", CodeExamples.Two + "compare ami noise=drop")
    { Severity = Severity.Warning };

    protected override Shape Check(Shape before, CheckContext check)
    {
        string[] available = [.. before.Labelings.Select(l => l.Name)];
        if (Problem(available) is var (text, hint) && !before.AnyName)
            check.Refuse(Labelings.Count > 0 ? nameof(Labelings) : null, text, hint);
        var noisy = before.Labelings.Where(l => l.MayHaveNoise && (Labelings.Count == 0 || Labelings.Contains(l.Name))).Select(l => l.Name)
            .ToArray();
        if (noisy.Length > 0 && Noise is null && !check.Failed)
            check.Warn(NoiseCounted, null, $"{Wording.Names(noisy)} may have noise, which counts as one more cluster here.",
                "Say `noise=label` if that is meant, or `noise=drop` to leave such rows out.",
                new Remedy { Further = "noise=label" }, new Remedy { Further = "noise=drop" });
        return before;
    }
    protected override Price Cost(Workload load) => new Price
    {
        Shared = 6 * load.Rows * Math.Max(1, load.Columns * (load.Columns - 1) / 2),
        Memory = 8 * load.Rows,
    } + Price.Showing(tables: Math.Max(1, load.Columns), charts: Math.Max(1, load.Columns));

    protected override Study Run(Study study, RunContext run)
    {
        Labeling[] chosen = [
            .. (Labelings.Count > 0 ? Labelings.Select(l => l.Name) : study.Labelings.Select(l => l.Name)).Select(study.Labeling)];
        List<LabelingPair> pairs = [];
        for (var i = 0; i < chosen.Length; i++)
            for (var j = i + 1; j < chosen.Length; j++)
            {
                run.Work.Report("comparing labelings", (double)pairs.Count / (chosen.Length * (chosen.Length - 1) / 2));
                run.Cancel.ThrowIfCancellationRequested();
                pairs.Add(LabelingPair.Of(chosen[i], chosen[j], dropNoise: Noise == NoiseRows.Drop));
            }
        ShowScores(pairs, run);
        foreach (var pair in pairs) pair.Show(run);
        if (chosen.Length is > 2 and <= MostFlows) run.Show(LabelingFlows.Of("flows", chosen, Nearest(pairs), run));
        SayAboutNoise(chosen, run);
        return study;
    }

    string Nearest(List<LabelingPair> pairs)
    {
        var nearest = pairs.MaxBy(p => Metric.Value(p.Table))!;
        return $"`{nearest.A.Name}` and `{nearest.B.Name}` agree most. {Metric.Title}: {Score(Metric.Value(nearest.Table))}.";
    }

    (string Text, string Hint)? Problem(string[] available)
    {
        if (Labelings.Count == 0 && available.Length < 2)
        {
            var there = available.Length == 0 ? "there is none yet" : $"there is only `{available[0]}`";
            return ($"`compare` needs two labelings; {there}.",
                "Make another with a clustering step, such as `kmeans` or `hdbscan`, or name a column of known classes.");
        }
        if (Labelings.Count == 1)
            return ($"`compare` needs two labelings; only `{Labelings[0]}` is named.",
                available.Length > 1 ? $"Name another of {Wording.Names(available)}, or none to compare all."
                    : "Name another, or a column of known classes.");
        return Labelings.Distinct().Count() < Labelings.Count ? ("A labeling is named twice.", "Name each labeling once.") : null;
    }

    void ShowScores(List<LabelingPair> pairs, RunContext run)
    {
        AgreementMetric[] metrics = [Metric, .. AgreementMetric.All.Where(m => m != Metric)];
        var scores = pairs.ConvertAll(p => Array.ConvertAll(metrics, m => m.Value(p.Table)));
        run.Show(new Sheet("agreement", "Agreement of labelings",
        [
            new("a", CellFormat.Text, [.. pairs.Select(p => p.A.Name)]),
            new("b", CellFormat.Text, [.. pairs.Select(p => p.B.Name)]),
            .. metrics.Select((m, at) => new SheetColumn(m.Name, CellFormat.Number, [.. scores.Select(s => (object)s[at])])),
        ]));
        for (var p = 0; p < pairs.Count; p++)
        {
            run.Show(new Metric($"{Metric.Name}_{pairs[p].A.Name}_{pairs[p].B.Name}", scores[p][0]) { Decimals = 4 });
            run.Say($"{Metric.Title} of `{pairs[p].A.Name}` and `{pairs[p].B.Name}`: {Score(scores[p][0])}.");
        }
    }

    /// <summary>0.341 (weak to moderate): a word for what is 0 by chance, whatever the labelings.</summary>
    string Score(double value) => Wording.Number(value, "0.000") + (Metric.Name is "ami" or "ari" ? $" ({Wording.Agreement(value)})" : "");

    void SayAboutNoise(Labeling[] chosen, RunContext run)
    {
        foreach (var kind in chosen.Where(l => l.Ungrouped > 0).GroupBy(l => l.Rest))
        {
            string[] names = [.. kind.Select(l => l.Name)];
            var what = kind.Key == "missing" ? "missing values" : kind.Key;
            run.Say(Noise != NoiseRows.Drop
                ? $"{Wording.Names(names)} {(names.Length == 1 ? "has" : "have")} {what}, which counts as a label here; `noise=drop` "
                + "leaves those rows out."
                : $"Rows that are {kind.Key} in {(names.Length == 1 ? $"`{names[0]}`" : "either labeling")} are left out.");
        }
    }
}
