using System.Globalization;

namespace Runtime.Tables;

/// <summary>What a clustering made of the rows: the cluster of each, or none. A categorical column like any other.</summary>
public sealed class LabelColumn : Column
{
    /// <summary>In no cluster.</summary>
    public const int Noise = -1;

    /// <summary>Not judged at all: a row that got no partner in a join.</summary>
    public const int Absent = -2;

    readonly Held<int[]> labels;
    readonly LabelCounts counts;
    readonly Held<double[]>? strength;

    [Recomputed]
    NumberColumn? numbers;

    /// <param name="labels">n cluster numbers in 0..clusters−1, <see cref="Noise"/> or <see cref="Absent"/>; the caller gives the array
    /// up.</param>
    /// <param name="clusters">How many clusters were found; rows may have left some of them since.</param>
    public LabelColumn(string name, int[] labels, int clusters) : this(name, new Held<int[]>(labels), LabelCounts.Of(labels, clusters))
    {
    }

    LabelColumn(string name, Held<int[]> labels, LabelCounts counts, Held<double[]>? strength = null) : base(name) =>
        (this.labels, this.counts, this.strength) = (labels, counts, strength);

    public override ColumnType Type => ColumnType.Label;

    public override int Rows => counts.Rows;

    public override int Missing => counts.Absent;

    public ReadOnlySpan<int> Labels => labels.Value;

    /// <summary>The storage itself; not to be written to.</summary>
    public int[] Storage => labels.Value;

    public int Clusters => counts.Sizes.Length;

    /// <summary>How many rows are in each cluster.</summary>
    public IReadOnlyList<int> Sizes => counts.Sizes;

    /// <summary>How many rows are in no cluster.</summary>
    public int NoiseRows => counts.Noise;

    /// <summary>SHA-256 of the labels as numbers of 32 bits, in lower-case hexadecimal.</summary>
    public string Digest => counts.Digest.Value;

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
        Array.ConvertAll(Storage, l => l == Absent ? -1 : l == Noise ? Clusters : l),
        TextPool.Of([.. Enumerable.Range(0, Clusters).Select(c => c.ToString(CultureInfo.InvariantCulture)), "noise"]));

    public override Column Take(int[] rows)
    {
        var (all, strengths) = (Storage, Strength);
        return new LabelColumn(Name, Array.ConvertAll(rows, r => all[r]), Clusters)
        {
            Strength = strengths is null ? null : Array.ConvertAll(rows, r => strengths[r]),
        };
    }

    public override Column TakeOrMissing(int[] rows)
    {
        var (all, strengths) = (Storage, Strength);
        return new LabelColumn(Name, Array.ConvertAll(rows, r => r < 0 ? Absent : all[r]), Clusters)
        {
            Strength = strengths is null ? null : Array.ConvertAll(rows, r => r < 0 ? double.NaN : strengths[r]),
        };
    }

    public override Column Renamed(string name) => new LabelColumn(name, labels, counts, strength);

    public override bool IsMissing(int row) => Storage[row] == Absent;

    public override string Show(int row) => Storage[row] switch
    {
        Absent => "",
        Noise => "noise",
        var label => label.ToString(CultureInfo.InvariantCulture),
    };

    private protected override void AddContent(ContentHash hash)
    {
        hash.Add(Clusters).Add<int>(Storage);
        if (Strength is { } strengths) hash.Add<double>(strengths);
    }
}
