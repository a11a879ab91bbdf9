using Runtime.Numerics.Density;

namespace Runtime.Numerics.Embedding;

/// <summary>How far neighbours among points are neighbours in a picture of them, on a sample of the points against all.</summary>
/// <param name="Neighbours">k, the point itself not counted.</param>
/// <param name="Sample">Points that were looked at.</param>
/// <param name="Kept">The share of the k nearest that are among the k nearest in the picture.</param>
/// <param name="KeptError">Half of its 95 % interval over samples; 0 where all points were looked at.</param>
/// <param name="Trustworthiness">1 less a penalty for neighbours in the picture by how far down they stand among the points.</param>
/// <param name="TrustworthinessError">The same of that.</param>
/// <remarks>
/// Trustworthiness: Venna &amp; Kaski 2001, ICANN. Points that are equally far have the rank of the first of them; of more than
/// <see cref="MostRanked"/> points, ranks are those among a sample of so many, times how many stand for one.
/// </remarks>
public sealed record NeighbourPreservation(
    int Neighbours, int Sample, double Kept, double KeptError, double Trustworthiness, double TrustworthinessError)
{
    /// <summary>Ranks among more would say no more: they are shares of all points.</summary>
    const int MostRanked = 20_000;

    const int Chunk = 16;
    const double Normal95 = 1.959963984540054;

    /// <summary>O(m log m) time to sort m points, then at most <see cref="MostRanked"/> a point that is looked at.</summary>
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
        var ranked = new RankedPoints(points, RowSample.Rows(points, MostRanked, seed, work), work);
        var progress = new Progress(work, "comparing neighbours", (sample.Length + Chunk - 1) / Chunk);
        var (kept, trust) = (new double[sample.Length], new double[sample.Length]);
        work.For((sample.Length + Chunk - 1) / Chunk, chunk =>
        {
            var (near, drawn, search) = (new NearestRows(before, rowsBefore), new NearestRows(after, rowsAfter), ranked.Search());
            for (var i = chunk * Chunk; i < Math.Min(sample.Length, (chunk + 1) * Chunk); i++)
                (kept[i], trust[i]) = Of(sample[i], k, points, places, near, drawn, others => ranked.Of(sample[i], others, search));
            progress.Step();
        });
        var ((share, shareError), (mean, meanError)) = (Mean(kept, points.Rows), Mean(trust, points.Rows));
        return new(k, sample.Length, share, shareError, mean, meanError);
    }

    static (double Kept, double Trust) Of(
        int row, int k, Matrix points, Matrix places, NearestRows near, NearestRows drawn, Func<int[], double[]> ranksOf)
    {
        // The row itself is among them, or k + 1 others stand on its spot.
        int[] own = [.. near.Of(points, row, k + 1).Select(n => n.Row).Where(r => r != row).Take(k)];
        int[] seen = [.. drawn.Of(places, row, k + 1).Select(n => n.Row).Where(r => r != row).Take(k)];
        int[] strangers = [.. seen.Except(own)];
        if (strangers.Length == 0) return (1, 1);
        var beyond = ranksOf(strangers).Sum(rank => Math.Max(0, rank - k));
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

/// <summary>The points among which ranks are counted.</summary>
/// <param name="chosen">Rows of the m points.</param>
sealed class RankedPoints(Matrix points, int[] chosen, Work work)
{
    readonly PlacedPoints placed = PlacedPoints.Of(points.Take(chosen), work);
    readonly HashSet<int> rows = [.. chosen];

    public NearestRows Search() => new(placed, new(placed));

    /// <summary>The ranks of other rows as seen from one, the nearest first: 1 is the nearest of all.</summary>
    public double[] Of(int row, int[] others, NearestRows search)
    {
        var (squares, nearer) = (Array.ConvertAll(others, other => Square(row, other)), new int[others.Length]);
        Array.Sort(squares);
        search.Count(points, row, squares, nearer);
        var own = rows.Contains(row) ? 1 : 0;
        var each = (points.Rows - 1.0) / (chosen.Length - own);
        return Array.ConvertAll(nearer, n => 1 + (n - own) * each);
    }

    /// <summary>As the tree measures it, to the last bit.</summary>
    double Square(int from, int to)
    {
        var square = 0.0;
        for (var j = 0; j < points.Columns; j++)
        {
            var gap = placed.Unit.Measure(points[to, j]) - placed.Unit.Measure(points[from, j]);
            square += gap * gap;
        }
        return square;
    }
}
