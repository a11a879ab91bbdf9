using System.Collections.Concurrent;

namespace Runtime.Numerics.Mixtures;

/// <summary>What a pass of expectation–maximisation knows before it looks at the rows.</summary>
/// <param name="Moments">What is to be summed.</param>
/// <param name="Pivots">k × d: what the moments are taken about; the middle of the mixture where it is not given.</param>
/// <param name="Tiles">Where the threads of this process find room to work in.</param>
sealed record EmState(MixtureFactors Factors, EmMoments Moments, double[][]? Pivots, EmTiles Tiles);

/// <summary>Tiles that are kept from pass to pass and from fit to fit, as long as the mixtures have one number of components.</summary>
sealed class EmTiles
{
    readonly ConcurrentBag<EmTile> idle = [];

    public EmTile Take(int components, int dimension)
    {
        // Those of another shape are let go: a tile can be large.
        while (idle.TryTake(out var tile)) if (tile.Fits(components, dimension)) return tile;
        return new EmTile(components, dimension);
    }

    public void Return(EmTile tile) => idle.Add(tile);
}
