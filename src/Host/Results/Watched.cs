namespace Host.Results;

/// <summary>The witnesses of one table: rows that are followed through filters and orders.</summary>
/// <param name="table">What the study calls it.</param>
/// <param name="rows">Where each stands in the table that the study has now; −1 when it is not there any more.</param>
sealed class Watched(string table, int of, IReadOnlyList<string> ids, int[] rows)
{
    readonly List<(string, IReadOnlyList<string>)> labels = [];

    public IReadOnlyList<string> Ids => ids;

    public bool IsUsed => labels.Count > 0;

    public static Watched Of(string name, Table table, IReadOnlyList<Column> identity, int most)
    {
        var (rows, hashes) = RowHashes.Smallest(identity, table.Rows, most);
        return new(name, table.Rows, Array.ConvertAll(hashes, RecordNumbers.Id), rows);
    }

    /// <summary>The same witnesses of a table that was put in the place of another, row for row.</summary>
    /// <remarks>What is written of the labelings goes with the first.</remarks>
    public Watched Through(Table before) => new(this, table, of, ids, In(before));

    Watched(Watched first, string table, int of, IReadOnlyList<string> ids, int[] rows)
        : this(table, of, ids, rows) => labels = first.labels;

    /// <summary>Where each witness stands in a table of this origin; −1 when it is not there.</summary>
    public int[] In(Table now)
    {
        if (now.OriginRows is not { } origin) return rows;
        var wanted = new Dictionary<int, int>();
        for (var w = 0; w < rows.Length; w++) if (rows[w] >= 0) wanted[rows[w]] = w;
        var places = new int[rows.Length];
        Array.Fill(places, -1);
        for (var row = origin.Length - 1; row >= 0; row--)
            if (wanted.TryGetValue(origin[row], out var w)) places[w] = row;
        return places;
    }

    public void Note(string labeling, IReadOnlyList<string> codes) => labels.Add((labeling, codes));

    public WitnessRows Rows => new(table, of, ids) { Labels = [.. labels] };
}
