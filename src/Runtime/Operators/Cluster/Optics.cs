using Runtime.Numerics.Density;

namespace Runtime.Operators.Cluster;

/// <summary>
/// OPTICS, exact: the rows in an order whose valleys are dense groups, whatever their density. The order depends on the points,
/// <c>min_samples</c> and <c>max_eps</c> alone and is shared by the steps that ask for the same, so that a further cut costs nothing.
/// </summary>
[Operator("optics", "Order rows so that dense groups stand together, draw how far each is to reach, and take groups out of the order.",
    Needs = Needs.Points, Costly = true, Keywords = "density cluster noise reachability plot ordering core distance xi steep dbscan")]
[AlsoCalled("reachability", "reachability_plot", "cluster_optics_xi", "cluster_optics_dbscan", "extractXi")]
[Example("optics min_samples=10", After = "scale minmax")]
[Example("optics min_samples=10 eps=0.2 as cut", After = "scale minmax")]
[Cite("Ankerst, Breunig, Kriegel & Sander 1999, SIGMOD; Schubert & Gertz 2018, LWDA")]
public sealed record Optics : Clustering
{
    /// <summary>What falls by less from row to row is no side of a cluster.</summary>
    const double UsualXi = 0.05;

    [Arg("Rows that make a row dense, itself among them, as in scikit-learn."), Between(2, 10_000)]
    [AlsoCalled("minPts", "min_points", "neighbors", "neighbours", "samples")]
    public int MinSamples { get; init; } = 5;

    [Arg("How far to look at most; everywhere when not given."), Above(0)]
    [AlsoCalled("max_radius", "max_distance", "reach")]
    public double? MaxEps { get; init; }

    [Arg("Take the groups that this radius makes, nearly those of `dbscan`."), Above(0)]
    [AlsoCalled("epsilon", "radius", "distance", "eps_cl", "cut")]
    public double? Eps { get; init; }

    [Arg("Take groups whose sides fall by this share from one row to the next; 0.05 when neither this nor `eps` is given."),
        Between(0.0001, 0.9999)]
    [AlsoCalled("steepness", "steep")]
    public double? Xi { get; init; }

    [Arg("Smallest group that counts as a cluster with `xi`; as `min_samples` unless given."), Between(2, 1_000_000_000)]
    [AlsoCalled("min_cluster_size", "min_size", "smallest")]
    public int? MinCluster { get; init; }

    protected override bool MayLeaveNoise => true;

    protected override bool GivesStrength => false;

    protected override ModelShape Fitted(string name) => ModelShape.Of<OpticsModel>(name);

    protected override void Demand(Shape before, CheckContext check)
    {
        if (MinSamples > before.Rows) DemandRows(MinSamples, nameof(MinSamples), before.Rows.Value, check);
        if (MinCluster > before.Rows) DemandRows(MinCluster.Value, nameof(MinCluster), before.Rows.Value, check);
        if (Eps is not null && Xi is not null)
            check.Refuse(nameof(Xi), "`optics` takes `eps` or `xi`, not both.",
                "Leave one of them out: another step has the other, at no cost.");
        else if (Eps is not null && MinCluster is not null)
            check.Refuse(nameof(MinCluster), "`min_cluster` is of `xi`: a radius makes groups of any size.", "Leave it out, or say `xi`.");
        if (Eps > MaxEps)
            check.Refuse(nameof(Eps), "`eps` is above `max_eps`: beyond that it is not known what is near.",
                "Give `max_eps` a larger value, or none.");
    }

    static void DemandRows(int count, string argument, int rows, CheckContext check) =>
        check.Refuse(argument, $"`{Signature.SnakeCase(argument)}` is {count} but there {(rows == 1 ? "is" : "are")} "
            + $"{Wording.Plural(rows, "row")}.",
            rows < 2 ? "Load more rows." : $"Give `{Signature.SnakeCase(argument)}` a value from 2 to {rows}.");
    protected override Price Cost(Workload load) => Price.Near(load.Rows, load.Dimensions, MinSamples) + new Price
    {
        Alone = 3 * Price.Compiling + 3_000 * load.Rows,
        Spread = 2,
    } + Price.Showing(tables: 2, charts: 2);

    protected override Clusters Fit(string name, Points points, RunContext run)
    {
        var order = ReachabilityOrder.Of(points.Matrix, MinSamples, MaxEps ?? double.PositiveInfinity, run.Work);
        var wanted = new OpticsCut(Eps, Xi ?? UsualXi, MinCluster ?? MinSamples);
        var found = wanted.Of(order);
        return new(new OpticsModel(name, found) { Wanted = wanted }, found.Rows());
    }

    protected internal override Clustering AtShare(double share) => this with
    {
        MinSamples = AtShare(MinSamples, share, LeastCount),
        MinCluster = MinCluster is { } least ? AtShare(least, share, LeastCount) : null,
    };

    /// <summary>The row itself and two more.</summary>
    const int LeastCount = 3;

    protected override void Tell(Clusterer model, Points points, LabelColumn labels, RunContext run) =>
        new OpticsView((OpticsModel)model, labels, run).Show();
}
