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
    readonly int[] labels = new int[points.Rows];

    /// <param name="start">k × d.</param>
    public KMeansFit Run(double[][] start)
    {
        labels.AsSpan().Fill(-1);
        var threshold = tolerance * MeanVariance();
        var (centres, iteration, converged, settled) = (start, 0, false, false);
        KMeansSums sums;
        while (iteration < maxIterations && !converged)
        {
            sums = Pass(centres);
            iteration++;
            settled = sums.Changed == 0;
            var next = Move(centres, sums);
            converged = settled || Shift(centres, next) <= threshold;
            centres = next;
        }
        // The labels belong to the centres before the last move; one more look makes them match.
        sums = Pass(centres);
        return new KMeansFit(centres, labels, sums.Inertia, iteration, converged);
    }

    KMeansSums Pass(double[][] centres) => work.Aggregate(points.Rows, (start, end) =>
    {
        if (!tiles.TryTake(out var tile)) tile = new KMeansTile(points.Columns);
        var part = new KMeansSums(centres.Length, points.Columns);
        for (var row = start; row < end; row += KMeansTile.Rows)
        {
            tile.Take(points, row, Math.Min(KMeansTile.Rows, end - row), centres);
            part.Add(tile, centres, labels.AsSpan(row));
        }
        tiles.Add(tile);
        return part;
    }, static (a, b) => a.Add(b));

    double SquaredDistance(int row, double[] centre)
    {
        var sum = 0.0;
        for (var j = 0; j < centre.Length; j++)
        {
            var x = points[row, j] - centre[j];
            sum += x * x;
        }
        return sum;
    }

    double[][] Move(double[][] centres, KMeansSums sums)
    {
        var taken = new HashSet<int>();
        var next = new double[centres.Length][];
        for (var c = 0; c < centres.Length; c++)
        {
            if (sums.Counts[c] > 0) next[c] = [.. centres[c].Select((x, j) => x + sums.Shifts[c * centres[c].Length + j] / sums.Counts[c])];
        }
        for (var c = 0; c < centres.Length; c++) next[c] ??= Farthest(centres, taken);
        return next;
    }

    /// <summary>An empty cluster moves to the row that is farthest from its centre; equal ones by their values, so that the order of rows does not matter.</summary>
    double[] Farthest(double[][] centres, HashSet<int> taken)
    {
        var (best, at) = (-1.0, -1);
        for (var row = 0; row < points.Rows; row++)
        {
            var distance = SquaredDistance(row, centres[labels[row]]);
            if (distance < best || taken.Contains(row)) continue;
            if (distance > best || Row(row).AsSpan().SequenceCompareTo(Row(at)) < 0) (best, at) = (distance, row);
        }
        taken.Add(at);
        return Row(at);
    }

    double[] Row(int row) => [.. Enumerable.Range(0, points.Columns).Select(j => points[row, j])];

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
        var sums = Pass([Row(0)]);
        labels.AsSpan().Fill(-1);
        var square = 0.0;
        foreach (var shift in sums.Shifts) square += shift / points.Rows * (shift / points.Rows);
        return Math.Max(0, sums.Inertia / points.Rows - square) / points.Columns;
    }
}
