using System.Globalization;

namespace Runtime.Tables;

/// <summary>What a clustering made of the rows: the cluster of each, or none. A categorical column like any other.</summary>
/// <param name="labels">n cluster numbers in 0..clusters−1, <see cref="Noise"/> or <see cref="Absent"/>; the caller gives the array
/// up.</param>
/// <param name="clusters">How many clusters were found; rows may have left some of them since.</param>
public sealed class LabelColumn(string name, int[] labels, int clusters) : Column(name)
{
    /// <summary>In no cluster.</summary>
    public const int Noise = -1;

    /// <summary>Not judged at all: a row that got no partner in a join.</summary>
    public const int Absent = -2;

    readonly int missing = labels.AsSpan().Count(Absent);

    [Recomputed]
    NumberColumn? numbers;

    public override ColumnType Type => ColumnType.Label;

    public override int Rows => labels.Length;

    public override int Missing => missing;

    public ReadOnlySpan<int> Labels => labels;

    /// <summary>The storage itself; not to be written to.</summary>
    public int[] Storage => labels;

    public int Clusters => clusters;

    /// <summary>How strongly each row belongs to its cluster, 0..1, where the method says so.</summary>
    public double[]? Strength { get; init; }

    /// <summary>The labels as numbers, noise as −1.</summary>
    public NumberColumn Numbers =>
        numbers ??= new NumberColumn(Name, Array.ConvertAll(labels, l => l == Absent ? double.NaN : l), whole: true);

    /// <summary>The labels as they are shown: "0", "1", …, "noise".</summary>
    public TextColumn Words => new(
        Name,
        Array.ConvertAll(labels, l => l == Absent ? -1 : l == Noise ? clusters : l),
        TextPool.Of([.. Enumerable.Range(0, clusters).Select(c => c.ToString(CultureInfo.InvariantCulture)), "noise"]));

    public override Column Take(int[] rows) => new LabelColumn(Name, Array.ConvertAll(rows, r => labels[r]), clusters)
    {
        Strength = Strength is null ? null : Array.ConvertAll(rows, r => Strength[r]),
    };

    public override Column TakeOrMissing(int[] rows) =>
        new LabelColumn(Name, Array.ConvertAll(rows, r => r < 0 ? Absent : labels[r]), clusters)
        {
            Strength = Strength is null ? null : Array.ConvertAll(rows, r => r < 0 ? double.NaN : Strength[r]),
        };

    public override Column Renamed(string name) => new LabelColumn(name, labels, clusters) { Strength = Strength };

    public override bool IsMissing(int row) => labels[row] == Absent;

    public override string Show(int row) => labels[row] switch
    {
        Absent => "",
        Noise => "noise",
        var label => label.ToString(CultureInfo.InvariantCulture),
    };

    private protected override void AddContent(ContentHash hash)
    {
        hash.Add(clusters).Add<int>(labels);
        if (Strength is not null) hash.Add<double>(Strength);
    }
}
