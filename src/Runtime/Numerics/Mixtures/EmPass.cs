namespace Runtime.Numerics.Mixtures;

/// <summary>Passes of expectation–maximisation over all rows: E and M together, tile by tile, no n×k matrix.</summary>
/// <param name="points">n × d.</param>
/// <param name="shared">Where tiles are kept; by the pass itself when it is not given.</param>
sealed class EmPass(Matrix points, Work work, EmTiles? shared = null)
{
    readonly EmTiles tiles = shared ?? new();

    /// <summary>Log-likelihood and sufficient statistics of the points under the mixture.</summary>
    /// <param name="pivots">k × d: what the moments are taken about; the middle of the mixture where it is not given.</param>
    public EmStatistics Run(MixtureFactors factors, EmMoments moments, double[][]? pivots = null) =>
        work.Aggregate<EmStatistics, EmState>(points.All, new EmState(factors, moments, pivots, tiles));

    /// <summary>The likeliest component of every row, and how likely it is.</summary>
    public (int[] Labels, double[] Strength) Assign(MixtureFactors factors)
    {
        var (labels, strength) = (new int[points.Rows], new double[points.Rows]);
        work.ForBlocks(points.Rows, (start, end) =>
        {
            var tile = tiles.Take(factors.Components, points.Columns);
            for (var row = start; row < end; row += EmTile.Rows)
            {
                var count = Math.Min(EmTile.Rows, end - row);
                tile.Expect(points.All.Slice(row, count), factors);
                tile.Likeliest(labels.AsSpan(row, count), strength.AsSpan(row, count));
            }
            tiles.Return(tile);
        });
        return (labels, strength);
    }
}
