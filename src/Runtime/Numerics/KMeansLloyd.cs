using System.Collections.Concurrent;

namespace Runtime.Numerics;

/// <summary>Lloyd's iterations: every row to its nearest centre, every centre to the mean of its rows.</summary>
/// <remarks>
/// Lloyd 1982. Stops as scikit-learn does: no label changed, or the squared shifts of the centres sum to at most the
/// tolerance times the mean variance of the columns. Equal distances go to the earlier centre.
/// </remarks>
sealed class KMeansLloyd(Matrix points, int maxIterations, double tolerance, Work work)
{
    readonly ConcurrentBag<KMeansTile> tiles = [];

    /// <param name="start">k × d.</param>
    public KMeansFit Run(double[][] start)
    {
        var threshold = tolerance * MeanVariance();
        var (centres, iteration, converged, labeling) = (start, 0, false, (ulong?)null);
        while (iteration < maxIterations && !converged)
        {
            var sums = Pass(centres);
            iteration++;
            var next = Move(centres, sums);
            converged = sums.Fingerprint == labeling || Shift(centres, next) <= threshold;
            (centres, labeling) = (next, sums.Fingerprint);
        }
        var (labels, inertia) = new KMeansState(centres, tiles).Assign(points, work);
        return new KMeansFit(centres, labels, inertia, iteration, converged);
    }

    KMeansSums Pass(double[][] centres) => work.Aggregate<KMeansSums, KMeansState>(points.All, new KMeansState(centres, tiles));

    double[][] Move(double[][] centres, KMeansSums sums)
    {
        var next = new double[centres.Length][];
        for (var c = 0; c < centres.Length; c++)
        {
            if (sums.Counts[c] > 0) next[c] = [.. centres[c].Select((x, j) => x + sums.Shifts[c * centres[c].Length + j] / sums.Counts[c])];
        }
        var empty = next.Count(c => c is null);
        if (empty == 0) return next;
        // Empty clusters move to the rows that are farthest from their centres.
        var farthest = work.Aggregate<FarthestRows, (KMeansState, int)>(points.All, (new KMeansState(centres, tiles), empty));
        for (var c = centres.Length - 1; c >= 0; c--) next[c] ??= farthest[--empty];
        return next;
    }

    static double Shift(double[][] from, double[][] to)
    {
        var sum = 0.0;
        for (var c = 0; c < from.Length; c++)
        {
            for (var j = 0; j < from[c].Length; j++) sum += (to[c][j] - from[c][j]) * (to[c][j] - from[c][j]);
        }
        return sum;
    }

    double MeanVariance()
    {
        if (tolerance == 0) return 0;
        var sums = Pass([KMeansStart.RowOf(points, 0)]);
        var square = 0.0;
        foreach (var shift in sums.Shifts) square += shift / points.Rows * (shift / points.Rows);
        return Math.Max(0, sums.Inertia / points.Rows - square) / points.Columns;
    }
}
