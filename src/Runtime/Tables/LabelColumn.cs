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
    readonly Held<int[]> labels = new(labels);
    readonly Held<double[]>? strength;

    [Recomputed]
    NumberColumn? numbers;

    public override ColumnType Type => ColumnType.Label;

    public override int Rows { get; } = labels.Length;

    public override int Missing => missing;

    public ReadOnlySpan<int> Labels => labels.Value;

    /// <summary>The storage itself; not to be written to.</summary>
    public int[] Storage => labels.Value;

    public int Clusters => clusters;

    /// <summary>How strongly each row belongs to its cluster, 0..1, where the method says so.</summary>
    public double[]? Strength
    {
        get => strength?.Value;
        init => strength = value is null ? null : new(value);
    }

    public bool HasStrength => strength is not null;

    /// <summary>The labels as numbers, noise as −1.</summary>
    public NumberColumn Numbers =>
        numbers ??= new NumberColumn(Name, Array.ConvertAll(Storage, l => l == Absent ? double.NaN : l), whole: true);

    /// <summary>The labels as they are shown: "0", "1", …, "noise".</summary>
    public TextColumn Words => new(
        Name,
        Array.ConvertAll(Storage, l => l == Absent ? -1 : l == Noise ? clusters : l),
        TextPool.Of([.. Enumerable.Range(0, clusters).Select(c => c.ToString(CultureInfo.InvariantCulture)), "noise"]));

    public override Column Take(int[] rows)
    {
        var (all, strengths) = (Storage, Strength);
        return new LabelColumn(Name, Array.ConvertAll(rows, r => all[r]), clusters)
        {
            Strength = strengths is null ? null : Array.ConvertAll(rows, r => strengths[r]),
        };
    }

    public override Column TakeOrMissing(int[] rows)
    {
        var (all, strengths) = (Storage, Strength);
        return new LabelColumn(Name, Array.ConvertAll(rows, r => r < 0 ? Absent : all[r]), clusters)
        {
            Strength = strengths is null ? null : Array.ConvertAll(rows, r => r < 0 ? double.NaN : strengths[r]),
        };
    }

    public override Column Renamed(string name) => new LabelColumn(name, Storage, clusters) { Strength = Strength };

    public override bool IsMissing(int row) => Storage[row] == Absent;

    public override string Show(int row) => Storage[row] switch
    {
        Absent => "",
        Noise => "noise",
        var label => label.ToString(CultureInfo.InvariantCulture),
    };

    private protected override void AddContent(ContentHash hash)
    {
        hash.Add(clusters).Add<int>(Storage);
        if (Strength is { } strengths) hash.Add<double>(strengths);
    }
}
