using Runtime.Numerics.Density;

namespace Runtime.Numerics.Embedding;

/// <summary>The rows of a matrix that are nearest to a point of elsewhere, equal ones one by one. One search at a time.</summary>
/// <remarks>Exact. Of rows that are equally far the first is taken, so the order in which they are met is not seen.</remarks>
sealed class NearestRows(PlacedPoints placed, RowsAtPlaces rows)
{
    readonly PointSearch search = new(placed.Tree, placed.Unit);
    readonly List<(double Square, int Row)> found = [];

    /// <summary>At most so many, nearest first, with squared distances in the unit of the tree.</summary>
    public IReadOnlyList<(double Square, int Row)> Of(Matrix points, int row, int most)
    {
        found.Clear();
        search.From(points, row);
        search.Visit(double.PositiveInfinity, (place, square) =>
        {
            foreach (var other in rows.At(place)) Insert((square, other), most);
            return found.Count == most ? found[^1].Square : double.PositiveInfinity;
        });
        return found;
    }

    /// <summary>How many rows are nearer than each of some ascending squared distances, the row itself and its equals too.</summary>
    public void Count(Matrix points, int row, ReadOnlySpan<double> squares, Span<int> nearer)
    {
        var (limits, counts) = (squares.ToArray(), new int[squares.Length]);
        search.From(points, row);
        search.Visit(limits[^1], (place, square) =>
        {
            for (var i = limits.Length - 1; i >= 0 && square < limits[i]; i--) counts[i] += rows.At(place).Length;
            return limits[^1];
        });
        counts.CopyTo(nearer);
    }

    void Insert((double, int) row, int most)
    {
        var at = found.BinarySearch(row);
        if (at < 0) at = ~at;
        if (at == most) return;
        if (found.Count == most) found.RemoveAt(most - 1);
        found.Insert(at, row);
    }
}

/// <summary>The rows that stand at each place of a tree, ascending.</summary>
sealed class RowsAtPlaces
{
    readonly int[] ends, rows;

    public RowsAtPlaces(PlacedPoints placed)
    {
        (ends, rows) = (new int[placed.Tree.Count + 1], new int[placed.PlaceOfRow.Length]);
        foreach (var place in placed.PlaceOfRow) ends[place + 1]++;
        for (var place = 0; place < placed.Tree.Count; place++) ends[place + 1] += ends[place];
        var next = ends[..^1];
        for (var row = 0; row < rows.Length; row++) rows[next[placed.PlaceOfRow[row]]++] = row;
    }

    public ReadOnlySpan<int> At(int place) => rows.AsSpan(ends[place]..ends[place + 1]);
}
