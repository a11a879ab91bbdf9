namespace Runtime.Operators.Judge;

/// <summary>What a labeling would be if its steps had had further columns, or fewer.</summary>
[Operator("whatif", "Make a labeling again with further columns or without some, and say what that changes.", Needs = Needs.Table,
    Costly = true, Keywords = "what if sensitivity ablation permutation feature importance add drop columns influence")]
[AlsoCalled("permutation_importance", "ablation", "sensitivity", "drop_column_importance", "feature_influence")]
[Example("whatif add=tempo", After = "scale standard | kmeans k=3")]
[Example("whatif drop=energy of=kmeans sample=100 as calmer", After = "scale minmax | pca components=2 | kmeans k=3")]
[Cite("Breiman 2001, Machine Learning 45(1) (permutation importance); Hubert & Arabie 1985, Journal of Classification 2")]
public sealed record WhatIf : Operator
{
    [Arg("Columns of the table that join those that the labeling was made of."), Numeric]
    [AlsoCalled("with", "plus", "further", "columns", "features")]
    public ValueList<ColumnRef> Add { get; init; } = [];

    [Arg("Columns that are left out.")]
    [AlsoCalled("without", "minus", "remove", "leave_out", "less")]
    public ValueList<ColumnRef> Drop { get; init; } = [];

    [Arg("The labeling to make again; the last that a clustering made when not given.")]
    [AlsoCalled("labels", "labeling", "clustering", "clusters")]
    public LabelingRef? Of { get; init; }

    [Arg("How many rows of each cluster have a column shuffled, to see whether they stay in it."), Between(2, 1_000_000)]
    [AlsoCalled("sample_size", "rows", "most", "max_samples")]
    public int Sample { get; init; } = 2_000;

    [Arg("Seed of the shuffles and of the starts of the clustering; the script's own when not given.")]
    [AlsoCalled("random_state", "random_seed")]
    public int? Seed { get; init; }

    protected override Reads ReadsUnnamed(Shape before)
    {
        if (Labeling(before) is not { } of) return Runtime.Reads.Nothing;
        var source = SourceOf(of, before);
        return new()
        {
            AllColumns = source is null,
            Columns = [of, .. source ?? []],
            Models = before.Models.Has(of) ? [of] : [],
        };
    }

    protected override Shape Check(Shape before, CheckContext check)
    {
        var of = Labeling(before);
        if (of is null && !before.AnyName)
            check.Refuse(null, "`whatif` needs a labeling that a clustering made, and there is none yet.",
                "Cluster first, with `kmeans` or `agglomerate`.");
        else if (of is not null && before.Columns?.Find(of) is { Type: not ColumnType.Label })
            check.Refuse(nameof(Of), $"`{of}` is no clustering, so that it cannot be made again.",
                "Name what a clustering made, such as `kmeans`.");
        else if (Add.Count + Drop.Count == 0)
            check.Refuse(null, "`whatif` needs a column to add or to leave out.", "Name it, as in `add=tempo` or `drop=energy`.");
        else if (of is not null && SourceOf(of, before) is { } source) HoldColumns(of, source, before, check);
        return Made(of, before).With(ModelShape.Of<WhatIfFindings>(FindingsName(before)));
    }

    void HoldColumns(string of, ValueList<string> source, Shape before, CheckContext check)
    {
        if (source.Count == 0)
            check.Refuse(nameof(Of), $"`{of}` was made of points that do not come from columns.", "Choose columns with `features` first.");
        if (before.Columns is { } there && source.FirstOrDefault(c => !there.Has(c) && !before.MayHave(c)) is { } gone)
            check.Refuse(nameof(Of), $"`{of}` was made of `{gone}`, which the table has no longer.",
                "Keep the column until after this step.");
        foreach (var column in Add.Where(c => source.Contains(c.Name)))
            check.Refuse(nameof(Add), $"`{of}` was made with `{column}` already.", $"Leave it out with `drop={column}`, or add another.");
        foreach (var column in Drop.Where(c => c is not ColumnChoice && !source.Contains(c.Name)))
            check.Refuse(nameof(Drop), $"`{of}` was made without `{column}`.", Spelling.List("its columns", column.Name, source));
        if (source.Count > 0 && Add.Count == 0 && source.All(c => Drop.Contains(c)))
            check.Refuse(nameof(Drop), $"Without {Wording.Names(source)} `{of}` has no column left.", "Leave fewer out.");
        if (Add.Concat(Drop).GroupBy(c => c.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            check.Refuse(Add.Contains(twice.First()) ? nameof(Add) : nameof(Drop), $"`{twice.Key}` is named twice.", "Name it once.");
    }

    /// <summary>The other labeling, where it is kept.</summary>
    Shape Made(string? of, Shape before)
    {
        if (As is not { } kept) return before;
        var column = of is null ? null : before.Columns?.Find(of);
        var source = of is null ? null : SourceOf(of, before);
        return before.With(ColumnShape.Labeling(kept, null, column?.MayHaveNoise ?? true, column?.HasStrength ?? false))
            .With(new ModelShape(kept, of is null ? null : before.Models.Find(of)?.Metrics)
            {
                Source = source is null || Add.Concat(Drop).Any(c => c is ColumnChoice) ? null : Columns(source),
            });
    }

    /// <summary>The name for what is found out: the other labeling has that of the step.</summary>
    string FindingsName(Shape before) => As is { } kept ? before.Free($"{kept}_change") : NameIn(before);

    string? Labeling(Shape before) =>
        Of?.Name ?? before.Labelings.LastOrDefault(l => before.Models.Find(l.Name)?.Source is not null)?.Name
            ?? before.Labelings.LastOrDefault(l => before.Models.Has(l.Name))?.Name;

    static ValueList<string>? SourceOf(string labeling, Shape before) => before.Models.Find(labeling)?.Source;

    ValueList<string> Columns(ValueList<string> source) =>
        [.. source.Where(c => Drop.All(d => d.Name != c)), .. Add.Select(c => c.Name)];
    protected override Price Cost(Workload load) =>
        3.0 * (Labeling(load.Before) is { } of && load.Maker(of) is { } made ? made.Step.PriceOf(made)
        : Price.Near(load.Rows, load.Dimensions, 5)) with
        { Charts = 0 } + new Price
        {
            Shared = 100.0 * Sample * load.Groups(Of?.Name ?? "") * load.Dimensions,
            Memory = 160 * load.Rows,
            Spread = 1.7,
        } + Price.Showing(tables: 3, charts: 2);

    protected override Study Run(Study study, RunContext run)
    {
        var of = Labeling(study.Shape)!;
        var (steps, labels, seed) = (StepsAgain.Of(study, of), (LabelColumn)study.Column(of), Seed ?? run.Seed);
        if (labels.Labels.IndexOfAnyExceptInRange(int.MinValue, -1) < 0)
            throw new Refusal($"`{of}` has no cluster that could change.", "Find clusters first.") { Argument = nameof(Of) };
        var (before, after) = (steps.Model.Source, Columns(steps.Model.Source));
        var raw = Raw(study, after);
        var with = $"the columns {Wording.Names(after)}";
        var points = steps.Points(raw, run, with, "Add or leave out other columns.");
        var made = steps.Clusters(points, seed, run, with, "Add or leave out other columns.");
        var model = made.Model with { Name = As ?? of, Inputs = points.Columns, Source = after, Chain = points.Chain, Step = steps.Step };
        var kept = new LabelColumn(As ?? Without(), made.Labels, model.Clusters) { Strength = made.Strength };
        var change = new LabelingChange(Runtime.Labeling.Of(labels), Runtime.Labeling.Of(kept));
        ClusterNeeds[] needs =
        [
            ClusterNeeds.Of(steps.Model, Raw(study, before), change.Was, Sample, seed, run),
            ClusterNeeds.Of(model, raw, change.Now, Sample, seed, run),
        ];
        var findings = change.Findings(FindingsName(study.Shape), needs, [.. Add.Concat(Drop).Select(c => c.Name)]);
        new WhatIfView(findings, change, needs, this, run).Show(steps, points);
        return (As is null ? study : study.With(kept).With(model)).With(findings);
    }

    /// <summary>What the other labeling is called where it has no name.</summary>
    string Without() => Add.Count == 0 ? $"without {Wording.Plain(Wording.Names(Drop.Select(c => c.Name)))}"
        : $"with {Wording.Plain(Wording.Names(Add.Select(c => c.Name)))}";

    static Points Raw(Study study, ValueList<string> columns)
    {
        try
        {
            return TablePoints.Of("features", study.Loaded, [.. columns.Select(c => new ColumnRef(c))]);
        }
        catch (Refusal refusal)
        {
            throw new Refusal(refusal.Text, refusal.Hint) { Argument = nameof(Add) };
        }
    }
}

/// <summary>What other columns change of a labeling.</summary>
public sealed record WhatIfFindings(
    string Name,
    [property: Metric("Adjusted Rand index of the labeling and the other one.", Decimals = 4)] double Ari,
    [property: Metric("Adjusted mutual information of the two.", Decimals = 4)] double Ami,
    [property: Metric("Rows that are not in the cluster that corresponds to theirs.")] int MovedRows,
    [property: Metric("Their share of all rows.")] double Moved,
    [property: Metric("Clusters of the other labeling.")] int Clusters,
    [property: Metric("Jaccard similarity of the cluster that changed most with what is most like it.", Decimals = 4)] double LeastJaccard,
    [property: Metric("Largest share of a cluster's rows that leave it when one of the named columns is shuffled.")] double Needed)
    : Findings(Name)
{
    protected override void AddContent(ContentHash hash) =>
        hash.Add<double>([Ari, Ami, MovedRows, Moved, Clusters, LeastJaccard, Needed]);
}
