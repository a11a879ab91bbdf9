using System.Numerics;

namespace Runtime.Numerics.Density;

/// <summary>How much less dense it is about a row than about its neighbours: near 1 for most, larger for outliers.</summary>
/// <remarks>
/// Breunig, Kriegel, Ng &amp; Sander 2000, SIGMOD. Neighbours are all rows within the distance of the k-th other one, however many are
/// equally far, so that no order of rows decides; where none are, this is scikit-learn's, which also adds 10⁻¹⁰ to a mean distance.
/// </remarks>
public static unsafe class LocalOutlierFactor
{
    const double Nothing = 1e-10;

    /// <summary>A number a row. O(n k log n) time, O(n) memory.</summary>
    /// <param name="neighbors">k, the row itself not counted; n − 1 at most, more is taken as that.</param>
    public static double[] Of(Matrix points, int neighbors, Work work)
    {
        var k = Math.Min(neighbors, points.Rows - 1);
        if (k < 1) return [.. Enumerable.Repeat(1.0, points.Rows)];
        var placed = PlacedPoints.Of(points, work);
        var tree = placed.Tree;
        var cores = new NearestNeighbors(tree, k, work).Find().CoreSquares.Span[..tree.Count].ToArray();
        var search = new RadiusSearch(tree, cores, work);
        var (sums, counts) = (new double[tree.Count], new long[tree.Count]);
        search.Visit("measuring densities", (point, first, hits, squares) =>
        {
            for (; hits != 0; hits &= hits - 1)
            {
                var lane = BitOperations.TrailingZeroCount(hits);
                var rows = tree.Weights[first + lane];
                sums[point] += rows * Math.Sqrt(Math.Max(squares[lane], cores[first + lane]));
                counts[point] += rows;
            }
        });
        // The row itself was among them.
        var densities = new double[tree.Count];
        for (var p = 0; p < densities.Length; p++) densities[p] = 1 / ((sums[p] - Math.Sqrt(cores[p])) / (counts[p] - 1) + Nothing);
        Array.Clear(sums);
        search.Visit("comparing densities", (point, first, hits, _) =>
        {
            for (; hits != 0; hits &= hits - 1)
            {
                var other = first + BitOperations.TrailingZeroCount(hits);
                sums[point] += tree.Weights[other] * (densities[other] / densities[point]);
            }
        });
        return Array.ConvertAll(placed.PlaceOfRow, p => (sums[p] - 1) / (counts[p] - 1));
    }
}
