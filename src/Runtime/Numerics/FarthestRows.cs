namespace Runtime.Numerics;

/// <summary>The rows that are farthest from the centres nearest to them.</summary>
/// <param name="most">How many to keep.</param>
/// <param name="rows">
/// Squared distance and values, the farthest first; equally far ones by their values, so that the order of rows does not
/// matter.
/// </param>
sealed class FarthestRows(int most, List<(double Square, double[] Row)> rows) : IAggregate<FarthestRows, (KMeansState Pass, int Most)>
{
    readonly List<(double Square, double[] Row)> rows = rows;

    public double[] this[int place] => rows[place].Row;

    public static FarthestRows Of(RowBlock rows, (KMeansState Pass, int Most) state)
    {
        var farthest = new FarthestRows(state.Most, []);
        state.Pass.ForTiles(rows, (tile, first) =>
        {
            for (var row = 0; row < tile.Count; row++)
                if (farthest.Reaches(tile.Squares[row])) farthest.Add(tile.Squares[row], Values(rows, first + row));
        });
        return farthest;
    }

    public FarthestRows Merge(FarthestRows next)
    {
        for (var place = 0; place < next.Count; place++) Add(next.rows[place].Square, next[place]);
        return this;
    }

    public void Write(BinaryWriter to)
    {
        to.Write(most);
        to.WriteAll<double>([.. rows.Select(r => r.Square)]);
        to.WriteAll([.. rows.Select(r => r.Row)]);
    }

    public static FarthestRows Read(BinaryReader from)
    {
        var most = from.ReadInt32();
        return new(most, [.. from.ReadAll<double>().Zip(from.ReadRows())]);
    }

    int Count => rows.Count;

    bool Reaches(double square) => rows.Count < most || square >= rows[^1].Square;

    void Add(double square, double[] row)
    {
        var place = rows.Count;
        while (place > 0 && IsBefore(square, row, rows[place - 1])) place--;
        rows.Insert(place, (square, row));
        if (rows.Count > most) rows.RemoveAt(most);
    }

    static bool IsBefore(double square, double[] row, (double Square, double[] Row) other) =>
        square != other.Square ? square > other.Square : row.AsSpan().SequenceCompareTo(other.Row) < 0;

    static double[] Values(RowBlock rows, int row)
    {
        var values = new double[rows.Columns];
        for (var j = 0; j < values.Length; j++) values[j] = rows.Numbers(j)[row];
        return values;
    }
}
