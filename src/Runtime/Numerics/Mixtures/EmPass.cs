using System.Collections.Concurrent;

namespace Runtime.Numerics.Mixtures;

/// <summary>One pass of expectation–maximisation over all rows: E and M together, tile by tile, no n×k matrix.</summary>
static class EmPass
{
    /// <summary>Log-likelihood and sufficient statistics of the points (n × d) under the mixture.</summary>
    /// <param name="pivots">k × d: what the moments are taken about.</param>
    public static EmStatistics Run(Matrix points, MixtureFactors factors, double[][] pivots, Moments moments, Work work)
    {
        var tiles = new ConcurrentBag<EmTile>();
        return work.Aggregate(points.Rows, (start, end) =>
        {
            if (!tiles.TryTake(out var tile)) tile = new EmTile(factors.Components, factors.Dimension);
            var part = new EmStatistics(factors.Components, factors.Dimension);
            for (var row = start; row < end; row += EmTile.Rows)
            {
                var count = Math.Min(EmTile.Rows, end - row);
                part.LogLikelihood += tile.Expect(points, row, count, factors);
                if (moments != Moments.None) tile.Accumulate(points, row, count, pivots, moments, part);
            }
            tiles.Add(tile);
            return part;
        }, static (a, b) => a.Add(b));
    }

    /// <summary>The likeliest component of every row, and how likely it is.</summary>
    public static (int[] Labels, double[] Strength) Assign(Matrix points, MixtureFactors factors, Work work)
    {
        var (labels, strength) = (new int[points.Rows], new double[points.Rows]);
        work.ForBlocks(points.Rows, (start, end) =>
        {
            var tile = new EmTile(factors.Components, factors.Dimension);
            for (var row = start; row < end; row += EmTile.Rows)
            {
                var count = Math.Min(EmTile.Rows, end - row);
                tile.Expect(points, row, count, factors);
                for (var r = 0; r < count; r++) (labels[row + r], strength[row + r]) = Likeliest(tile, r, factors.Components);
            }
        });
        return (labels, strength);
    }

    // Ties go to the first component, which the canonical order makes the heaviest.
    static (int, double) Likeliest(EmTile tile, int row, int components)
    {
        var (best, most) = (0, tile.Membership[row]);
        for (var c = 1; c < components; c++)
        {
            var r = tile.Membership[c * EmTile.Rows + row];
            if (r > most) (best, most) = (c, r);
        }
        return (best, most);
    }
}
