using Runtime.Numerics.Hierarchies;

namespace Runtime.Operators.Cluster;

/// <summary>
/// Agglomerative clustering, exact: the nearest two clusters merge, again and again. The hierarchy depends on the points and the
/// linkage alone and is shared by the steps that ask for the same, so that a further cut costs nothing.
/// </summary>
[Operator("agglomerate", "Merge the nearest rows and clusters, step by step, and cut the hierarchy.", Needs = Needs.Points,
    Costly = true, Keywords = "hierarchical clustering ward linkage dendrogram tree heights cophenetic")]
[AlsoCalled("hclust", "agglomerative", "AgglomerativeClustering", "linkage", "dendrogram", "hierarchical", "hierarchy", "cutree", "agnes",
    "fcluster", "hierarchical_clustering", "fastcluster", "linkage_vector", "upgma", "hcluster")]
[AlsoCalled("ward", As = "agglomerate link=ward")]
[AlsoCalled("single_linkage", "single_link", As = "agglomerate link=single")]
[InsteadOf("divisive clustering", "diana")]
[Example("agglomerate link=ward k=3", After = "scale standard")]
[Example("agglomerate link=average height=1.5 as groups", After = "scale standard")]
[Cite("Ward 1963, J. Am. Stat. Assoc. 58; Murtagh 1983, Computer Journal 26(4)")]
[Cite("Yu, Wang, Gu, Dhulipala & Shun 2021 (ParChain), PVLDB 15(2)")]
public sealed record Agglomerate : Clustering
{
    /// <summary>More clusters are read by nobody.</summary>
    const int MostClusters = 10_000;

    /// <summary>Cuts that are looked at when none is asked for.</summary>
    const int MostGuessed = 20;

    [Arg("How far apart two clusters are: what a merge adds to the variance within, or the least, largest or mean distance of rows.")]
    [AlsoCalled("linkage", "method", "criterion")]
    [AlsoCalled("ward.D2", "ward.D", "minimum_variance", Value = "ward")]
    [AlsoCalled("min", "nearest", "minimum", Value = "single")]
    [AlsoCalled("max", "farthest", "maximum", Value = "complete")]
    [AlsoCalled("mean", "upgma", "avg", Value = "average")]
    public Linkage Link { get; init; }

    [Arg("How many clusters; without it and `height`, where the heights leap most."), Between(1, MostClusters)]
    [AlsoCalled("n_clusters", "clusters", "maxclust", "num_clusters", "nclust", "n_cluster", "number_of_clusters")]
    public int? K { get; init; }

    [Arg("Do the merges up to this height."), AtLeast(0)]
    [AlsoCalled("h", "distance_threshold", "t", "threshold", "distance", "cut")]
    public double? Height { get; init; }

    protected override int? Promised => K;

    protected override bool GivesStrength => false;

    protected override ModelShape Fitted(string name) => ModelShape.Of<HierarchyModel>(name);

    protected override void Demand(Shape before, CheckContext check)
    {
        if (K is { } k) DemandRows(k, nameof(K), "Set `k` to", before, check);
        if (K is not null && Height is not null)
            check.Refuse(nameof(Height), "`agglomerate` takes `k` or `height`, not both.", "Leave one of them out.");
    }
    /// <exception cref="Numerics.NumericsException">All pairs of so many rows would take hours.</exception>
    protected override Price Cost(Workload load)
    {
        Hierarchy.DemandTime((int)load.Rows, (int)load.Dimensions, Link);
        var near = Price.Near(load.Rows, load.Dimensions, Link == Linkage.Single ? 1 : 5);
        if (Link == Linkage.Ward) near = 2.8 * near;
        // All pairs fill a matrix of the last clusters.
        var (last, isByPairs) = (Math.Min(load.Rows, MatrixMerges.Most), Link is Linkage.Average or Linkage.Complete);
        var pairs = isByPairs ? 0.25 * load.Rows * load.Rows * load.Dimensions + 55 * last * last : 0;
        return near + new Price { Shared = pairs, Memory = 700 * load.Rows + (isByPairs ? 8 * last * last : 0), Spread = 1.7 }
            + Price.Showing(tables: 2, charts: 2);
    }

    public override Operator? Cheaper() => Link is Linkage.Average or Linkage.Complete ? this with { Link = Linkage.Ward } : null;

    protected override Clusters Fit(string name, Points points, RunContext run)
    {
        var tree = Hierarchy.Of(points.Matrix, Link, run.Work);
        var cut = tree.Cut(Count(tree), run.Work);
        return new(new HierarchyModel(name, tree, cut), cut.Labels);
    }

    /// <remarks>Ward's heights grow with the root of how many rows there are; those of the other linkages are distances.</remarks>
    protected internal override Clustering AtShare(double share) =>
        Height is { } height && Link == Linkage.Ward ? this with { Height = height * Math.Sqrt(share) } : this;

    protected override void Tell(Clusterer model, Points points, LabelColumn labels, RunContext run)
    {
        var made = (HierarchyModel)model;
        if (made.Tree.DistinctRows == 1)
        {
            run.Warn("All points are equal: there is nothing to tell them apart by.", "Choose other columns with `features`.");
            return;
        }
        new HierarchyView(made, run).Show();
        if (K is null && Height is null)
            run.Say($"The heights leap most above {Wording.Plural(made.Clusters, "cluster")}; `k` or `height` cuts elsewhere, at no cost.");
        if (Equals(made.Height, made.NextHeight) && made.Clusters > 1 && made.Clusters < made.Tree.DistinctRows)
            run.Warn($"The merges to {made.Clusters} and to {Wording.Plural(made.Clusters - 1, "cluster")} have one height: which of them "
                + "comes first says nothing.", "Cut with `height`, which does equal merges together.");
    }

    int Count(Hierarchy tree)
    {
        if (K is { } k)
            return k <= tree.DistinctRows ? k
                : throw new Refusal($"`k` is {k}, but there {(tree.DistinctRows == 1 ? "is" : "are")} only "
                    + $"{Wording.Plural(tree.DistinctRows, "row")} that differ.",
                    $"Set `k` to {tree.DistinctRows} or less.")
                { Argument = nameof(K) };
        if (Height is { } height) return AtHeight(tree, height);
        return tree.DistinctRows < 3 ? 1
            : Enumerable.Range(2, Math.Min(MostGuessed, tree.DistinctRows) - 1).MaxBy(c => tree.HeightTo(c - 1) - tree.HeightTo(c));
    }

    static int AtHeight(Hierarchy tree, double height)
    {
        var clusters = tree.ClustersAt(height);
        if (clusters <= MostClusters) return clusters;
        var (two, most) = (Wording.Number(tree.HeightTo(1), "G4"), Wording.Number(tree.HeightTo(MostClusters), "G4"));
        throw new Refusal(
            $"At height {Wording.Number(height, "G4")} there still are {Wording.Count(clusters)} clusters, more than anyone reads.",
            $"Give `height` from {most}, where {Wording.Count(MostClusters)} are left, to {two}, where the last two merge; or say `k`.")
        { Argument = nameof(Height) };
    }
}
