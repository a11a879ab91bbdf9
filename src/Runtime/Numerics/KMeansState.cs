using System.Collections.Concurrent;

namespace Runtime.Numerics;

/// <summary>What a pass of k-means knows before it looks at the rows.</summary>
/// <param name="Centres">k × d.</param>
/// <param name="Tiles">Room for the threads of this process to work in, kept from pass to pass.</param>
sealed record KMeansState(double[][] Centres, ConcurrentBag<KMeansTile> Tiles)
{
    /// <summary>Shows each tile of some rows, with the nearest centre of each, and the number of its first row among them.</summary>
    public void ForTiles(RowBlock rows, Action<KMeansTile, int> look)
    {
        if (!Tiles.TryTake(out var tile)) tile = new KMeansTile(rows.Columns);
        for (var row = 0; row < rows.Rows; row += KMeansTile.Rows)
        {
            tile.Take(rows.Slice(row, Math.Min(KMeansTile.Rows, rows.Rows - row)), Centres);
            look(tile, row);
        }
        Tiles.Add(tile);
    }

    /// <summary>The nearest centre of each row, and the sum of the squared distances to them.</summary>
    public (int[] Labels, double Inertia) Assign(Matrix points, Work work)
    {
        var (labels, inertias) = (new int[points.Rows], new double[(points.Rows + Work.BlockRows - 1) / Work.BlockRows]);
        work.ForBlocks(points.Rows, (start, end) => ForTiles(points.All.Slice(start, end - start), (tile, first) =>
        {
            for (var row = 0; row < tile.Count; row++) labels[start + first + row] = tile.Label(row);
            inertias[start / Work.BlockRows] += Lanes.Sum(tile.Squares);
        }));
        return (labels, Lanes.Sum(inertias));
    }
}
