using Runtime.Numerics.Density;

namespace Runtime.Operators.Cluster;

/// <summary>
/// The order of the rows, and the clusters taken out of it. A row belongs where the order has it, or where its nearest row is.
/// </summary>
public sealed record OpticsModel(string Name, OpticsClusters Found) : Clusterer(Name)
{
    /// <summary>How clusters were taken out of the order.</summary>
    public required OpticsCut Wanted { get; init; }

    /// <summary>From this the same order grows again: it depends on the points alone.</summary>
    public StoredOrder Stored => new(Found.Order.MinSamples, double.IsFinite(Found.Order.MaxEps) ? Found.Order.MaxEps : null, Wanted,
        Found.Order.Points());

    public static OpticsModel Restored(string name, StoredOrder stored, Work work)
    {
        if (stored.MinSamples < 2 || stored.MinSamples > stored.Points.Rows) throw new FormatException("there are too few rows");
        var order = ReachabilityOrder.Of(stored.Points, stored.MinSamples, stored.MaxEps ?? double.PositiveInfinity, work);
        return new(name, stored.Wanted.Of(order)) { Wanted = stored.Wanted };
    }

    internal override void Recalled(Study study) => Found.Order.Remember(study.Current.Matrix);

    public override int Clusters => Found.Count;

    [Metric("Mean reachability of the rows that were reached: how far apart neighbours are along the order.")]
    public double Reachability => Reached().DefaultIfEmpty(0).Average();

    [Metric("How often the order began anew, since nothing was left within `max_eps`; the first time is not counted.")]
    public int Restarts => Found.Order.Rows - Reached().Length - 1;

    double[] Reached() => Array.FindAll(Found.Order.Plot().Reach.ToArray(), double.IsFinite);

    public override IReadOnlyList<SheetColumn> PerCluster =>
    [
        new("least_reachability", CellFormat.Number, [.. Found.Valleys.Select(v => (object)v.Least)]),
        new("most_reachability", CellFormat.Number, [.. Found.Valleys.Select(v => (object)v.Most)]),
    ];

    public override (int[] Labels, double[]? Strength) Apply(Matrix points, Work work) => (Found.Label(points, work), null);

    protected override void AddContent(ContentHash hash) => Found.AddContent(hash);
}

/// <summary>By a radius, or by the steepness of the sides of clusters of a size.</summary>
public sealed record OpticsCut(double? Eps, double Xi, int MinCluster)
{
    internal OpticsClusters Of(ReachabilityOrder order) =>
        Eps is { } eps ? OpticsClusters.Cut(order, eps) : OpticsClusters.Steep(order, Xi, MinCluster);
}

/// <summary>What an order and its clusters come from.</summary>
public sealed record StoredOrder(int MinSamples, double? MaxEps, OpticsCut Wanted, Matrix Points);
