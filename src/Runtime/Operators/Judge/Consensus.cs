using Runtime.Numerics.Agreement;
using Runtime.Operators.Cluster;

namespace Runtime.Operators.Judge;

/// <summary>One labeling of several: rows are together in it that are together in many of them.</summary>
[Operator("consensus", "Make one labeling of several, by how often rows are together in them.",
    Keywords = "ensemble clustering co-association evidence accumulation combine labelings agreement")]
[AlsoCalled("ensemble", "cluster_ensemble", "evidence_accumulation", "co_association", "cl_consensus", "combine_clusterings", "diceR")]
[Example("consensus three five", After = "scale standard | kmeans k=3 as three | kmeans k=5 as five")]
[Example("consensus three five k=4 noise=drop as both", After = "scale standard | kmeans k=3 as three | kmeans k=5 as five")]
[Cite("Fred & Jain 2005, IEEE TPAMI 27(6)")]
public sealed record Consensus : Operator
{
    [Arg("The labelings, at least two, or columns of texts or whole numbers.", Positional = true)]
    public required ValueList<LabelingRef> Labelings { get; init; }

    [Arg("How many clusters; without it the number that lasts longest while rows are joined that are together less and less."),
        Between(1, 1_000)]
    [AlsoCalled("n_clusters", "clusters", "num_clusters", "n_cluster", "number_of_clusters")]
    public int? K { get; init; }

    [Arg("Noise is a label like others, and a cluster of mostly noise is noise; or rows that are noise in any labeling are left out.")]
    [AlsoCalled("outliers", "noise_rows")]
    [AlsoCalled("ignore", "skip", "omit", "exclude", "remove", "without", "leave_out", Value = "drop")]
    [AlsoCalled("keep", "count", "include", "as_label", "cluster", "with", Value = "label")]
    public NoiseRows Noise { get; init; }

    protected override Shape Check(Shape before, CheckContext check)
    {
        if (Labelings.Distinct().Count() < 2)
            check.Refuse(nameof(Labelings), "`consensus` needs two labelings at least.", "Name them, as in `consensus kmeans hdbscan`.");
        var name = NameIn(before);
        return before.With(ColumnShape.Labeling(name, null, mayHaveNoise: true, hasStrength: true))
            .With(ModelShape.Of<ConsensusFindings>(name));
    }

    protected override Study Run(Study study, RunContext run)
    {
        Labeling[] labelings = [.. Labelings.Distinct().Select(l => study.Labeling(l.Name))];
        int[] rows = [.. Enumerable.Range(0, study.Rows)];
        if (Noise == NoiseRows.Drop) rows = Array.FindAll(rows, r => Array.TrueForAll(labelings, l => l.Labels[r] >= 0));
        if (rows.Length == 0)
            throw new Refusal(study.Rows == 0 ? "There are no rows." : "Each row is noise in one of the labelings.",
                study.Rows == 0 ? "Check the file or the last `filter`." : "Say `noise=label`, which keeps them.");
        var combinations = LabelCombinations.Of([.. labelings.Select(l => Array.ConvertAll(rows, r => l.Labels[r]))]);
        Demand(combinations);
        var clusters = ConsensusClusters.Of(combinations, run.Work);
        var count = K ?? clusters.Longest;
        var cluster = clusters.Cut(count);
        var (labels, strength) = Labels(NameIn(study.Shape), study.Rows, rows, combinations, cluster);
        var model = new ConsensusFindings(labels.Name, labels.Clusters, combinations.Count, strength);
        Show(model, labels, labelings, run);
        Say(clusters, count, labelings.Length, run);
        return study.With(labels).With(model);
    }

    void Demand(LabelCombinations combinations)
    {
        if (combinations.Count > ConsensusClusters.MostCombinations)
            throw new Refusal($"The labelings have {Wording.Count(combinations.Count)} combinations of labels, and all pairs of them are "
                + $"compared: {Wording.Count(ConsensusClusters.MostCombinations)} are possible.",
                "Name fewer labelings, or such with fewer clusters.");
        if (K > combinations.Count)
            throw new Refusal($"`k` is {K}, but rows have only {Wording.Plural(combinations.Count, "combination")} of labels.",
                $"Set `k` to {combinations.Count} or less.")
            { Argument = nameof(K) };
    }

    /// <summary>The labels of all rows, clusters of mostly noise as noise, and how much rows in clusters are together on average.</summary>
    static (LabelColumn Labels, double Together) Labels(string name, int all, int[] rows, LabelCombinations combinations, int[] cluster)
    {
        var together = combinations.Together(cluster);
        int[] kept = [.. Enumerable.Range(0, combinations.Count).GroupBy(c => cluster[c]).OrderBy(g => g.Key)
            .Where(g => g.Sum(c => combinations.Rows[c] * (combinations.Noise(c) - 0.5)) <= 0).Select(g => g.Key)];
        var (labels, strength, sum, count) = (new int[all], new double[all], 0.0, 0);
        Array.Fill(labels, LabelColumn.Noise);
        for (var i = 0; i < rows.Length; i++)
        {
            var combination = combinations.OfRow[i];
            var number = Array.IndexOf(kept, cluster[combination]);
            if (number < 0) continue;
            (labels[rows[i]], strength[rows[i]]) = (number, together[combination]);
            (sum, count) = (sum + together[combination], count + 1);
        }
        return (new LabelColumn(name, labels, kept.Length) { Strength = strength }, count == 0 ? 0 : sum / count);
    }

    static void Show(ConsensusFindings model, LabelColumn labels, Labeling[] labelings, RunContext run)
    {
        var sizes = labels.Sizes;
        var noise = labels.Rows - sizes.Sum();
        var strengths = new double[sizes.Count];
        for (var row = 0; row < labels.Rows; row++) if (labels.Labels[row] is >= 0 and var label) strengths[label] += labels.Strength![row];
        run.Show(new Sheet($"{model.Name}_clusters", $"Clusters of `{model.Name}`",
        [
            new("cluster", CellFormat.Text, [.. sizes.Select((_, c) => Wording.Cluster(c)), Wording.Cluster(LabelColumn.Noise)]),
            new("size", CellFormat.Count, [.. sizes.Select(s => (object)s), noise]),
            new("share", CellFormat.Share, [.. sizes.Append(noise).Select(s => (object)((double)s / labels.Rows))]),
            new("together", CellFormat.Share, [.. sizes.Select((s, c) => (object)(strengths[c] / s)), null]),
        ]));
        run.Show(SizeChart.Of(model.Name, sizes, noise));
        run.Show(new Sheet($"{model.Name}_labelings", $"How far labelings agree with `{model.Name}`",
        [
            new("labeling", CellFormat.Text, [.. labelings.Select(l => l.Name)]),
            new("clusters", CellFormat.Count, [.. labelings.Select(l => (object)l.Groups)]),
            .. ((string[])["ari", "ami"]).Select(measure => new SheetColumn(measure, CellFormat.Number,
                [.. labelings.Select(l => (object)AgreementMetric.Of(measure, l.Labels, labels.Labels))])),
        ]));
        foreach (var metric in model.Metrics) run.Show(metric);
    }

    void Say(ConsensusClusters clusters, int count, int labelings, RunContext run)
    {
        var (from, longest) = (clusters.HeightTo(count), clusters.Longest);
        var until = from + clusters.Lifetime(count);
        var kept = K is null ? "last longest" : count == 1 ? "is asked for" : "are asked for";
        run.Say($"{Wording.Capital(Wording.InWords(labelings, "labeling"))} make "
            + $"{Wording.Plural(clusters.Combinations.Count, "combination")} of labels. {Wording.Plural(count, "group")} {kept}: they stay "
            + $"the same while rows are joined that {Wording.Share(from)} to {Wording.Share(until)} of the labelings tell apart"
            + $"{(K is null || longest == count ? "" : $"; {longest} would last longest")}.");
    }
}

/// <summary>What several labelings agree on.</summary>
public sealed record ConsensusFindings(
    string Name,
    [property: Metric("Clusters, noise not counted.")] int Clusters,
    [property: Metric("Combinations of labels that rows have.")] int Combinations,
    [property: Metric("The share of the labelings in which two rows of a cluster are together, on average.", Decimals = 4)] double Together)
    : Findings(Name)
{
    protected override void AddContent(ContentHash hash) => hash.Add<double>([Clusters, Combinations, Together]);
}
