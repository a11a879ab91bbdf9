namespace Runtime;

/// <summary>A cluster number for every row of the table; −1 is noise.</summary>
/// <param name="Labels">n numbers in −1..Clusters−1; not to be written to.</param>
/// <param name="Clusters">How many clusters, noise not counted.</param>
public sealed record Labeling(string Name, int[] Labels, int Clusters) : INamed
{
    /// <summary>How strongly each row belongs to its cluster, 0..1, where the method says so.</summary>
    public double[]? Strength { get; init; }

    public int Noise { get; } = Labels.AsSpan().Count(-1);

    /// <summary>Rows in each cluster, noise not counted.</summary>
    public int[] Sizes()
    {
        var sizes = new int[Clusters];
        foreach (var label in Labels) if (label >= 0) sizes[label]++;
        return sizes;
    }

    public Labeling Take(int[] rows) => new(Name, Array.ConvertAll(rows, r => Labels[r]), Clusters)
    {
        Strength = Strength is null ? null : Array.ConvertAll(rows, r => Strength[r]),
    };
}
