using Runtime.Numerics.Agreement;
using Runtime.Numerics.Explanation;

namespace Runtime.Operators.Judge;

/// <summary>What each cluster is: what sets it apart, a rule that finds it, its categories, its typical and strange rows, a name.</summary>
[Operator("explain", "Say what each cluster is: effect sizes, a rule, over-represented categories, typical rows and a name.",
    Needs = Needs.Points, Costly = true,
    Keywords = "interpret describe clusters rule tree profile name lift categories medoid shap importance")]
[AlsoCalled("interpret", "cluster_rules", "explain_clusters", "cluster_names", "feature_importances", "shap", "catdes", "profile_clusters")]
[Example("explain kmeans", After = "scale standard | kmeans k=3")]
[Example("explain kmeans columns=danceability..energy categories=genre as story", After = "scale standard | kmeans k=3")]
[Cite("Cohen 1988, Statistical Power Analysis; Cliff 1993, Psychol. Bull. 114(3)")]
[Cite("Breiman et al. 1984 (CART); Fisher 1935 (hypergeometric tests, Bonferroni)")]
public sealed record Explain : Operator
{
    const int MostGroups = 1_000;

    [Arg("The labeling to explain, or a column of texts or whole numbers.", Positional = true)]
    [AlsoCalled("labels", "clusters", "by")]
    public required LabelingRef Labeling { get; init; }

    [Arg("The columns of the table to explain it by; those of the points when not given."), Numeric]
    [AlsoCalled("vars", "cols", "features")]
    public ValueList<ColumnRef> Columns { get; init; } = [];

    [Arg("Columns of categories, whose values are counted in each cluster.")]
    [AlsoCalled("category", "cats", "tags")]
    public ValueList<ColumnRef> Categories { get; init; } = [];

    [Arg("The points whose columns explain it; by default the current ones.")]
    [AlsoCalled("points", "data", "on")]
    public PointsRef? Of { get; init; }

    protected override Shape Check(Shape before, CheckContext check)
    {
        TablePoints.HoldOne(Columns, Of, check);
        foreach (var column in Categories)
            if (before.Columns?.Find(column.Name) is { IsCategorical: false, IsGuessed: false } found)
                check.Refuse(nameof(Categories), $"`{column}` holds {found.Type.Holds()}, which make no categories.",
                    $"Name columns of texts or whole numbers, or cut it first: `bin {column}`.");
        return before.With(ModelShape.Of<ExplainFindings>(NameIn(before)));
    }
    protected override Price Cost(Workload load) =>
        new Price { Shared = 750 * load.Rows * load.AllColumns, Memory = 220 * load.Rows, Spread = 1.7 }
        + Price.Showing(tables: 2 * load.Groups(Labeling.Name), charts: 2);

    protected override Study Run(Study study, RunContext run)
    {
        var (points, labeling) = (TablePoints.Of(study, Columns, Of), study.Labeling(Labeling.Name));
        var groups = ExplainedGroups(labeling);
        run.Work.Report("comparing clusters");
        var effects = points.Fit(matrix => GroupEffects.Of(matrix, groups.Labels, groups.Count, run.Work));
        var rules = new RuleTrees(points.Matrix, groups.Labels, run.Work).Rules(groups.Count);
        var categories = Categories.Select(c => CategoryCounts.Of(study.Labeling(c.Name), groups)).ToArray();
        var model = new ExplainFindings(NameIn(study.Shape), rules.Min(r => r.Precision), rules.Min(r => r.Recall), rules.Min(r => r.F1));
        new ExplainView(model, labeling, groups, points, effects, rules, categories, run).Show();
        if (Columns.Count == 0 && points.Chain.Any(m => m is Transform.PcaModel))
            run.Say($"`{points.Name}` are components: name columns of the table with `columns`, to read rules in their units.");
        return study.With(model);
    }

    NumberedGroups ExplainedGroups(Labeling labeling)
    {
        var groups = NumberedGroups.Of(labeling);
        if (groups.Count > MostGroups)
            throw new Refusal($"`{Labeling}` has {Wording.Count(groups.Count)} clusters: more than anyone reads.",
                "Explain a labeling with fewer: a larger `min_cluster`, or a smaller `k`.")
            { Argument = nameof(Labeling) };
        return groups.Count > 1 ? groups : throw new Refusal(
            groups.Count == 0 ? "There are no rows to explain."
                : $"`{Labeling}` puts all rows together, and a cluster is explained against the rest.",
            groups.Count == 0 ? "Check the file or the last `filter`." : "Explain a labeling with two clusters, or one and noise.")
        { Argument = nameof(Labeling) };
    }
}

/// <summary>How well rules find clusters.</summary>
public sealed record ExplainFindings(
    string Name,
    [property: Metric("Least precision of a rule: the share of the rows it holds for that are in its cluster.")] double Precision,
    [property: Metric("Least recall of a rule: the share of its cluster's rows that it holds for.")] double Recall,
    [property: Metric("Least harmonic mean of precision and recall of a rule.")] double F1) : Findings(Name)
{
    protected override void AddContent(ContentHash hash) => hash.Add<double>([Precision, Recall, F1]);
}

/// <summary>How often each value of a column of categories is in each group, and what is over-represented.</summary>
/// <param name="Explained">The share of the values' entropy that the groups take away.</param>
sealed record CategoryCounts(Labeling Values, IReadOnlyList<Enrichment> Found, double Explained)
{
    /// <summary>What chance brings in one of a hundred such tables is not told.</summary>
    const double Chance = 0.01;

    /// <summary>In so large a group a share that is a tenth larger is no news.</summary>
    const double LeastLift = 1.2;

    public static CategoryCounts Of(Labeling values, NumberedGroups groups)
    {
        var counts = Enumerable.Range(0, groups.Count).Select(_ => new long[values.Groups]).ToArray();
        for (var row = 0; row < groups.Labels.Length; row++) if (values.Labels[row] >= 0) counts[groups.Labels[row]][values.Labels[row]]++;
        return new(values, [.. Enrichment.Of(counts).Where(e => e.P < Chance && e.Lift >= LeastLift)],
            MutualInformation.Homogeneity(Contingency.Of(values.Labels, groups.Labels)));
    }

    /// <summary>The values that a group has most beyond chance.</summary>
    public IEnumerable<Enrichment> Top(int group, int most) => Found.Where(e => e.Group == group).Take(most);
}
