namespace Runtime.Charts;

/// <summary>A column of a pair plot, with the range its bins cover.</summary>
public sealed record PairAxis(string Name, double Low, double High)
{
    public ScaleSpacing Spacing { get; init; }

    /// <summary>Of a scale that is even about zero.</summary>
    public double Knee { get; init; } = 1;

    /// <summary>Room for bins even when there is a single value, or none.</summary>
    internal Extent Extent => High > Low ? new(Low, High) : double.IsFinite(Low) ? new(Low - 0.5, Low + 0.5) : new(0, 1);

    /// <summary>The value in the middle of a bin.</summary>
    internal double Middle(int bin, int bins)
    {
        var ((low, high), share) = (Extent, (bin + 0.5) / Math.Max(bins, 1));
        return Spacing switch
        {
            ScaleSpacing.Log => low * Math.Pow(high / low, share),
            ScaleSpacing.Symlog => Knee * Math.Sinh(Math.Asinh(low / Knee) + (Math.Asinh(high / Knee) - Math.Asinh(low / Knee)) * share),
            _ => low + (high - low) * share,
        };
    }
}

/// <summary>How far two columns go together: r of all rows, and pooled within the groups where there are some.</summary>
public sealed record PairCorrelation(double All, double? Within = null);

/// <summary>The counts of one group of rows.</summary>
/// <param name="Cluster">Its number: −1 noise; null when the rows are not grouped, or for groups that have no colour of their own.</param>
/// <param name="Histograms">A histogram an axis, with as many bins as there are counts.</param>
/// <param name="Densities">
/// Counts for each pair (i, j) with i &lt; j, at <see cref="PairIndex"/>; bin of i first: [bi * bins of j + bj].
/// </param>
public sealed record PairGroup(string Name, int? Cluster, int[][] Histograms, int[][] Densities)
{
    /// <summary>The rows themselves where they are few: the values of each axis.</summary>
    public double[][]? Points { get; init; }

    /// <summary>The sign that stands for it; the number of its cluster when none is given.</summary>
    public string? Short { get; init; } = Cluster is >= 0 ? $"{Cluster}" : null;

    /// <summary>Where the pair (i, j), i &lt; j, of <paramref name="axes"/> axes stands in <see cref="Densities"/>.</summary>
    public static int PairIndex(int i, int j, int axes) => i * axes - i * (i + 1) / 2 + (j - i - 1);

    internal Counts Density(int i, int j, int axes) => new(Densities[PairIndex(i, j, axes)]);

    internal long Rows(int axis) => axis < Histograms.Length ? Histograms[axis].Sum(rows => (long)rows) : 0;

    /// <summary>Where half of its rows are on either side, in both columns; null without rows.</summary>
    internal (double X, double Y)? Centre(int column, int row, IReadOnlyList<PairAxis> axes) =>
        Rows(column) == 0 ? null : (Median(column, axes[column]), Median(row, axes[row]));

    double Median(int axis, PairAxis scale)
    {
        var (half, counts) = ((Rows(axis) + 1) / 2, Histograms[axis]);
        var bin = 0;
        for (long seen = counts[0]; seen < half && bin < counts.Length - 1; seen += counts[bin]) bin++;
        return scale.Middle(bin, counts.Length);
    }
}
