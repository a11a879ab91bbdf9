using Runtime.Numerics.Density;

namespace Bench.Steps;

/// <summary>HDBSCAN as a whole and its parts. Arguments: min_cluster, min_samples.</summary>
static class DensitySteps
{
    public static Step[] All => [new("hdbscan", Whole), new("tree", Tree), new("min_cluster", Extract), new("min_samples", Samples)];

    static Func<string> Whole(StepInput input)
    {
        var points = input.Points();
        return () => Words(DensityTree.Of(StepInput.Fresh(points), input.Arguments[1], input.Work).Extract(new Extraction(input.Arguments[0]), input.Work));
    }

    /// <summary>Neighbours, core distances and minimum spanning tree, from the bare points.</summary>
    static Func<string> Tree(StepInput input)
    {
        var (points, samples) = (input.Points(), input.Arguments[0]);
        return () =>
        {
            var tree = KdTree.Of(DistinctPoints.Of(points, input.Work), input.Work, out _);
            Neighborhoods? none = null;
            var (near, edges) = DensityTreeBuilder.Join(tree, samples, ref none, input.Work);
            var sum = 0.0;
            foreach (var square in edges.Squares) sum += Math.Sqrt(square);
            for (var point = 0; point < tree.Count; point++) sum += (tree.Weights[point] - 1) * Math.Sqrt(near.CoreSquares.Span[point]);
            return FormattableString.Invariant($"sum of weights {sum:F6}");
        };
    }

    /// <summary>Other clusters from the tree that is there.</summary>
    static Func<string> Extract(StepInput input)
    {
        var tree = DensityTree.Of(input.Points(), input.Arguments[1], input.Work);
        tree.Extract(new Extraction(input.Arguments[0]), input.Work);
        return () => Words(tree.Extract(new Extraction(input.Arguments[0] * 5 / 2), input.Work));
    }

    /// <summary>Half as many neighbours, after the tree of all of them.</summary>
    static Func<string> Samples(StepInput input)
    {
        var points = input.Points();
        var (clusters, samples) = (new Extraction(input.Arguments[0]), input.Arguments[1]);
        DensityTree.Of(points, samples, input.Work).Extract(clusters, input.Work);
        // The tree of one number of neighbours is kept with the points, so each repetition asks for one fewer.
        var next = samples / 2;
        return () => Words(DensityTree.Of(points, next--, input.Work).Extract(clusters, input.Work));
    }

    static string Words(DensityClustering found) =>
        FormattableString.Invariant($"{found.Clusters} clusters, {100.0 * found.Noise / found.Labels.Length:F2} % noise");
}
