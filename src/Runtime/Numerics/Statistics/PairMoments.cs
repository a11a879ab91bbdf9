namespace Runtime.Numerics.Statistics;

/// <summary>Means of two columns and sums of products about them, over the rows where both are present.</summary>
public readonly record struct PairMoments(long Count, double MeanX, double MeanY, double SquaresX, double SquaresY, double Products)
{
    public PairMoments Swapped => new(Count, MeanY, MeanX, SquaresY, SquaresX, Products);

    /// <summary>With divisor n−1; NaN below two rows.</summary>
    public double Covariance => Count > 1 ? Products / (Count - 1) : double.NaN;

    /// <summary>Pearson's r in −1..1; NaN when a column is constant over these rows or there are fewer than two.</summary>
    public double Correlation
    {
        get
        {
            if (Count < 2 || SquaresX == 0 || SquaresY == 0) return double.NaN;
            return Math.Clamp(Products / (Math.Sqrt(SquaresX) * Math.Sqrt(SquaresY)), -1, 1);
        }
    }

    public PairMoments Merge(PairMoments other)
    {
        if (Count == 0) return other;
        if (other.Count == 0) return this;
        var count = Count + other.Count;
        var (dx, dy, share) = (other.MeanX - MeanX, other.MeanY - MeanY, (double)other.Count / count);
        var weight = Count * share;
        return new(
            count,
            MeanX + dx * share,
            MeanY + dy * share,
            SquaresX + other.SquaresX + dx * dx * weight,
            SquaresY + other.SquaresY + dy * dy * weight,
            Products + other.Products + dx * dy * weight);
    }

    /// <summary>
    /// Of n pairs of numbers, of which some are missing, in one pass that keeps the means (Welford 1962, Technometrics 4(3)).
    /// </summary>
    internal static PairMoments WhereBoth(ReadOnlySpan<double> u, ReadOnlySpan<double> v)
    {
        var (n, meanX, meanY, xx, yy, xy) = (0L, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var r = 0; r < u.Length; r++)
        {
            if (double.IsNaN(u[r]) || double.IsNaN(v[r])) continue;
            n++;
            var (dx, dy) = (u[r] - meanX, v[r] - meanY);
            meanX += dx / n;
            meanY += dy / n;
            xx += dx * (u[r] - meanX);
            yy += dy * (v[r] - meanY);
            xy += dx * (v[r] - meanY);
        }
        return new(n, meanX, meanY, xx, yy, xy);
    }
}
