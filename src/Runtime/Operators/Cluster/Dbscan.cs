using Runtime.Numerics.Density;

namespace Runtime.Operators.Cluster;

/// <summary>DBSCAN on the current points: one density for all clusters, given as a radius.</summary>
[Operator("dbscan", "Find groups as dense as a radius and a number of neighbours say; leave the rest as noise.", Needs = Needs.Points,
    Costly = true, Keywords = "density cluster noise eps radius core border")]
[AlsoCalled("fpc_dbscan", "density_radius")]
[Example("dbscan eps=0.1 min_samples=5", After = "scale minmax")]
[Example("dbscan eps=0.5 as dense", After = "scale standard")]
[Cite("Ester, Kriegel, Sander & Xu 1996, KDD; Schubert et al. 2017, ACM TODS 42(3)")]
public sealed record Dbscan : Clustering
{
    [Arg("How far neighbours may be. A row that is not dense itself belongs with the nearest dense row within it (other programs: the "
        + "first one found)."), Above(0)]
    [AlsoCalled("epsilon", "radius", "distance")]
    public required double Eps { get; init; }

    [Arg("Rows within `eps` that make a row dense, itself among them, as in scikit-learn."), Between(1, 1_000_000_000)]
    [AlsoCalled("minPts", "min_points", "neighbors", "neighbours", "samples")]
    public int MinSamples { get; init; } = 5;

    protected override bool MayLeaveNoise => true;

    protected override bool GivesStrength => false;

    protected override ModelShape Fitted(string name) => ModelShape.Of<DbscanModel>(name);

    protected override void Demand(Shape before, CheckContext check)
    {
        if (MinSamples > before.Rows)
            check.Refuse(nameof(MinSamples),
                $"`min_samples` is {MinSamples} but there {(before.Rows == 1 ? "is" : "are")} {Wording.Plural(before.Rows.Value, "row")}.",
                $"Give `min_samples` a value from 1 to {before.Rows}.");
    }
    /// <summary>A radius holds a share of all rows, whatever their number: the pairs within it grow with its square.</summary>
    protected override Price Cost(Workload load) => 1.5 * Price.Near(load.Rows, load.Dimensions, MinSamples) + new Price
    {
        Alone = 2 * Price.Compiling,
        Shared = 0.07 * load.Rows * load.Rows,
        Spread = 3,
    } + Price.Showing(tables: 2, charts: 1);

    protected override Clusters Fit(string name, Points points, RunContext run)
    {
        var placed = PlacedPoints.Of(points.Matrix, run.Work);
        if (MinSamples > 1) NeighbourView.Show(name, NeighborDistances.Of(placed, MinSamples - 1, run.Work), MinSamples - 1, Eps, run);
        var found = RadiusClusters.Of(points.Matrix, placed, Eps, MinSamples, run.Work);
        return new(new DbscanModel(name, found), found.Label(points.Matrix, run.Work));
    }

    protected internal override Clustering AtShare(double share) => this with { MinSamples = AtShare(MinSamples, share, LeastCount) };

    /// <summary>The row itself and two more.</summary>
    const int LeastCount = 3;

    protected override void Tell(Clusterer model, Points points, LabelColumn labels, RunContext run)
    {
        if (model.Clusters == 0)
        {
            run.Warn("No cluster was found: every point is noise.", "Try a larger `eps` or a smaller `min_samples`.");
            return;
        }
        var noise = (double)labels.Labels.Count(LabelColumn.Noise) / labels.Rows;
        run.Say($"`{model.Name}`: {Wording.Plural(model.Clusters, "cluster")} around "
            + $"{Wording.Plural(((DbscanModel)model).CoreRows, "core row")}; "
            + $"{Wording.Share(noise)} of the points are noise.");
        if (model.Clusters == 1)
            run.Say("All that is dense is one cluster: a smaller `eps` divides it, or `hdbscan`, which takes every radius.");
    }
}

/// <summary>The core rows and their clusters. A row belongs where the nearest core row within the radius is.</summary>
public sealed record DbscanModel(string Name, RadiusClusters Found) : Clusterer(Name)
{
    public StoredCores Stored => new(Found.Cores is { } cores ? [cores] : []);

    public static DbscanModel Restored(string name, StoredCores stored, Work work) =>
        new(name, RadiusClusters.Of(stored.Cores.SingleOrDefault(), work));

    public override int Clusters => Found.Count;

    [Metric("Rows with enough neighbours within the radius.")]
    public int CoreRows => Found.CoreRows;

    public override (int[] Labels, double[]? Strength) Apply(Matrix points, Work work) => (Found.Label(points, work), null);

    protected override void AddContent(ContentHash hash) => Found.AddContent(hash);
}

/// <summary>What a file keeps of the model: nothing where there is no cluster.</summary>
public sealed record StoredCores(ValueList<RadiusCores> Cores);
