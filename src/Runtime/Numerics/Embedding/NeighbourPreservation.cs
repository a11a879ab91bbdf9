using Runtime.Numerics.Density;

namespace Runtime.Numerics.Embedding;

/// <summary>How far neighbours among points are neighbours in a picture of them, on a sample of the points against all.</summary>
/// <param name="Neighbours">k, the point itself not counted.</param>
/// <param name="Sample">Points that were looked at.</param>
/// <param name="Kept">The share of the k nearest that are among the k nearest in the picture.</param>
/// <param name="KeptError">Half of its 95 % interval over samples; 0 where all points were looked at.</param>
/// <param name="Trustworthiness">1 less a penalty for neighbours in the picture by how far down they stand among the points.</param>
/// <param name="TrustworthinessError">The same of that.</param>
/// <remarks>Trustworthiness: Venna &amp; Kaski 2001, ICANN. Points that are equally far have the rank of the first of them.</remarks>
public sealed record NeighbourPreservation(
    int Neighbours, int Sample, double Kept, double KeptError, double Trustworthiness, double TrustworthinessError)
{
    const int Chunk = 16;
    const double Normal95 = 1.959963984540054;

    /// <summary>O(m log m) time to sort m points, then about log m a point that is looked at, in few dimensions.</summary>
    /// <param name="points">m × d.</param>
    /// <param name="places">m × dims, row by row those of the points.</param>
    /// <param name="neighbours">k; more than (m − 1) / 2 is taken as that.</param>
    /// <param name="most">How many points are looked at.</param>
    public static NeighbourPreservation Of(Matrix points, Matrix places, int neighbours, int most, long seed, Work work)
    {
        var k = Math.Min(neighbours, (points.Rows - 1) / 2);
        if (k < 1) return new(0, points.Rows, 1, 0, 1, 0);
        work.Report("comparing neighbours");
        var (before, after) = (PlacedPoints.Of(points, work), PlacedPoints.Of(places, work));
        var (rowsBefore, rowsAfter) = (new RowsAtPlaces(before), new RowsAtPlaces(after));
        var sample = RowSample.Rows(points, most, seed, work);
        var (kept, trust) = (new double[sample.Length], new double[sample.Length]);
        work.For((sample.Length + Chunk - 1) / Chunk, chunk =>
        {
            var (near, drawn) = (new NearestRows(before, rowsBefore), new NearestRows(after, rowsAfter));
            for (var i = chunk * Chunk; i < Math.Min(sample.Length, (chunk + 1) * Chunk); i++)
                (kept[i], trust[i]) = Of(sample[i], k, points, places, near, drawn);
        });
        var ((share, shareError), (mean, meanError)) = (Mean(kept, points.Rows), Mean(trust, points.Rows));
        return new(k, sample.Length, share, shareError, mean, meanError);
    }

    static (double Kept, double Trust) Of(int row, int k, Matrix points, Matrix places, NearestRows near, NearestRows drawn)
    {
        // The row itself is among them, or k + 1 others stand on its spot.
        int[] own = [.. near.Of(points, row, k + 1).Select(n => n.Row).Where(r => r != row).Take(k)];
        int[] seen = [.. drawn.Of(places, row, k + 1).Select(n => n.Row).Where(r => r != row).Take(k)];
        int[] strangers = [.. seen.Except(own)];
        if (strangers.Length == 0) return (1, 1);
        double[] squares = [.. near.Squares(points, row, strangers).Order()];
        var ranks = new int[squares.Length];
        near.Count(points, row, squares, ranks);
        var beyond = ranks.Sum(rank => Math.Max(0.0, rank - k));
        return (1 - (double)strangers.Length / k, 1 - beyond * 2 / (k * (2.0 * points.Rows - 3.0 * k - 1)));
    }

    static (double Mean, double Error) Mean(double[] values, int all)
    {
        var n = values.Length;
        var mean = Lanes.Sum(values) / n;
        if (n == all || n < 2) return (mean, 0);
        return (mean, Normal95 * Math.Sqrt(Lanes.About(values, mean).Squares / (n - 1) / n));
    }
}
