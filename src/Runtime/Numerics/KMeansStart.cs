using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Runtime.Numerics;

/// <summary>Greedy k-means++: each new centre is the best of a few rows drawn in proportion to their squared distance.</summary>
/// <remarks>Arthur &amp; Vassilvitskii 2007, SODA, with the greedy choice among 2 + ⌊ln k⌋ candidates of their section 5.</remarks>
static class KMeansStart
{
    /// <param name="points">m × d: a sample, in an order that does not depend on the table's.</param>
    /// <returns>k × d; fewer distinct rows than k give equal centres.</returns>
    public static double[][] PlusPlus(Matrix points, int k, RandomStream random)
    {
        var (m, trials) = (points.Rows, 2 + (int)Logarithm.Of(k));
        var centres = new List<double[]>(k) { RowOf(points, random.Next(m)) };
        var distances = new double[m];
        distances.AsSpan().Fill(double.PositiveInfinity);
        Lower(points, centres[0], distances, distances);
        var (candidate, best) = (new double[m], new double[m]);
        while (centres.Count < k)
        {
            var total = Lanes.Sum(distances);
            var (least, centre) = (double.PositiveInfinity, (double[]?)null);
            for (var trial = 0; trial < trials; trial++)
            {
                var row = RowOf(points, Draw(distances, total * random.NextDouble()));
                var potential = Lower(points, row, distances, candidate);
                if (potential >= least) continue;
                (least, centre) = (potential, row);
                (candidate, best) = (best, candidate);
            }
            centres.Add(centre!);
            (distances, best) = (best, distances);
        }
        return [.. centres];
    }

    /// <summary>min(distance so far, squared distance to the centre) of each row; gives the sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static double Lower(Matrix points, double[] centre, double[] soFar, double[] target)
    {
        var sum = Vector512<double>.Zero;
        for (var row = 0; row < soFar.Length; row += Lanes.Count)
        {
            var square = Vector512<double>.Zero;
            for (var j = 0; j < centre.Length; j++)
            {
                var apart = Lanes.Load(points[j], row, centre[j]) - Vector512.Create(centre[j]);
                square = Vector512.FusedMultiplyAdd(apart, apart, square);
            }
            var least = Vector512.MinNative(Lanes.Load(soFar, row, 0), square);
            Lanes.Store(least, target, row);
            sum += least;
        }
        return Lanes.Sum(sum);
    }

    static int Draw(double[] distances, double target)
    {
        var last = 0;
        for (var i = 0; i < distances.Length; i++)
        {
            if (distances[i] <= 0) continue;
            last = i;
            target -= distances[i];
            if (target < 0) break;
        }
        return last;
    }

    public static double[] RowOf(Matrix points, int row)
    {
        var values = new double[points.Columns];
        for (var j = 0; j < values.Length; j++) values[j] = points[row, j];
        return values;
    }
}
