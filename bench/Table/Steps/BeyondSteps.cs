using Runtime.Numerics.Density;
using Runtime.Numerics.Embedding;
using Runtime.Numerics.Factors;
using Runtime.Numerics.Hierarchies;
using Runtime.Numerics.Validity;

namespace Bench.Steps;

/// <summary>What comes beside the study: hierarchies, factors, other densities, places in a plane, silhouettes.</summary>
static class BeyondSteps
{
    /// <summary>The least distance of `umap` without another.</summary>
    const double MinDist = 0.1;

    public static Step[] All =>
    [
        new("ward", input => Merges(input, Linkage.Ward)), new("average", input => Merges(input, Linkage.Average)),
        new("complete", input => Merges(input, Linkage.Complete)), new("single", input => Merges(input, Linkage.Single)),
        new("dbscan", Radius), new("optics", Order), new("lof", Outliers), new("umap", Places), new("factors", Factors),
        new("silhouette", Silhouette),
    ];

    static Func<string> Merges(StepInput input, Linkage linkage)
    {
        var points = input.Points();
        return () => FormattableString.Invariant($"sum of heights {Hierarchy.Of(StepInput.Fresh(points), linkage, input.Work).SumOfHeights:F6}");
    }

    /// <summary>Arguments: min_samples, and the radius in hundredths.</summary>
    static Func<string> Radius(StepInput input)
    {
        var points = input.Points();
        return () => RadiusClusters.Of(StepInput.Fresh(points), input.Arguments[1] / 100.0, input.Arguments[0], input.Work) is var found
            ? $"{found.Count} clusters, {found.CoreRows} core rows" : "";
    }

    /// <summary>Argument: min_samples. The order alone, over all distances.</summary>
    static Func<string> Order(StepInput input)
    {
        var points = input.Points();
        return () => ReachabilityOrder.Of(StepInput.Fresh(points), input.Arguments[0], double.PositiveInfinity, input.Work) is { Rows: var rows }
            ? $"an order of {rows} rows" : "";
    }

    /// <summary>Argument: neighbours.</summary>
    static Func<string> Outliers(StepInput input)
    {
        var points = input.Points();
        return () => FormattableString.Invariant($"mean factor {LocalOutlierFactor.Of(points, input.Arguments[0], input.Work).Average():F6}");
    }

    /// <summary>Argument: neighbours. Two axes, as many epochs as there are without saying.</summary>
    static Func<string> Places(StepInput input)
    {
        var points = input.Points();
        var curve = NearnessCurve.Of(MinDist);
        return () => $"{NeighbourEmbedding.Fit(points, 2, input.Arguments[0], curve, null, 0, input.Work).OfRows.Rows} places";
    }

    /// <summary>Argument: factors. The last column is a labeling, and is left out.</summary>
    static Func<string> Factors(StepInput input)
    {
        var columns = Labelled(input).Columns;
        return () => FormattableString.Invariant(
            $"objective {FactorFit.Of(CorrelationMatrix.Of(columns, input.Work), input.Arguments[0], FactorMethod.Ml, input.Work).Objective:F9}");
    }

    /// <summary>The last column is a labeling.</summary>
    static Func<string> Silhouette(StepInput input)
    {
        var (points, labels) = Labelled(input);
        return () => Silhouettes.Of(points, labels, labels.Max() + 1, input.Work) is var found
            ? FormattableString.Invariant($"mean {found.Values.Where(double.IsFinite).Average():F9}") : "";
    }

    static (Matrix Columns, int[] Labels) Labelled(StepInput input)
    {
        var all = input.Points();
        return (new([.. Enumerable.Range(0, all.Columns - 1).Select(all.Column)], all.Rows),
            Array.ConvertAll(all.Column(all.Columns - 1), l => (int)l));
    }
}
