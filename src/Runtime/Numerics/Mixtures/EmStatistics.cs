namespace Runtime.Numerics.Mixtures;

/// <summary>Which sums of the points an M-step needs.</summary>
enum EmMoments
{
    None,

    /// <summary>Weights, means and variances along the axes.</summary>
    Diagonal,

    /// <summary>
    /// Weights and means of each component; products of two columns over all rows together, which do not depend on the
    /// mixture.
    /// </summary>
    Pooled,

    /// <summary>Weights, means and all products of two columns.</summary>
    Full,
}

/// <summary>
/// The sufficient statistics of expectation–maximisation over some rows: per component Σr, Σr(x−p) and Σr(x−p)(x−p)ᵀ about
/// a pivot p; and Σ ln Σ w N(x).
/// </summary>
/// <param name="pivots">k × d; one for all in the middle of the points, or one near each mean, so that nothing cancels.</param>
sealed class EmStatistics(double[][] pivots) : IAggregate<EmStatistics, EmState>
{
    readonly int dimension = pivots[0].Length;

    public double[][] Pivots => pivots;

    public double LogLikelihood { get; set; }

    public double[] Weight { get; } = new double[pivots.Length];

    /// <summary>k·d.</summary>
    public double[] First { get; } = new double[pivots.Length * pivots[0].Length];

    /// <summary>
    /// k·d·d; of the matrices only the part with row ≤ column is set (the diagonal alone for <see
    /// cref="EmMoments.Diagonal"/>).
    /// </summary>
    public double[] Second { get; } = new double[pivots.Length * pivots[0].Length * pivots[0].Length];

    /// <summary>
    /// d·d: the second moments of all rows together, for <see cref="EmMoments.Pooled"/> alone, in whose place <see
    /// cref="Second"/> is 0.
    /// </summary>
    public double[] Total { get; } = new double[pivots[0].Length * pivots[0].Length];

    public Span<double> SecondOf(int component) => Second.AsSpan(component * dimension * dimension, dimension * dimension);

    /// <summary>Log-likelihood and sufficient statistics of some rows under a mixture.</summary>
    public static EmStatistics Of(RowBlock rows, EmState state)
    {
        var tile = state.Tiles.Take(state.Factors.Components, rows.Columns);
        var part = new EmStatistics(state.Pivots ?? [.. Enumerable.Repeat(state.Factors.Origin, state.Factors.Components)]);
        for (var row = 0; row < rows.Rows; row += EmTile.Rows)
        {
            var some = rows.Slice(row, Math.Min(EmTile.Rows, rows.Rows - row));
            part.LogLikelihood += tile.Expect(some, state.Factors);
            if (state.Pivots is null) tile.Accumulate(state.Moments);
            else tile.Accumulate(some, state.Pivots, state.Moments);
        }
        if (state.Moments != EmMoments.None) tile.Empty(state.Moments, part);
        state.Tiles.Return(tile);
        return part;
    }

    public EmStatistics Merge(EmStatistics next)
    {
        LogLikelihood += next.LogLikelihood;
        Add(Weight, next.Weight);
        Add(First, next.First);
        Add(Second, next.Second);
        Add(Total, next.Total);
        return this;
    }

    public void Write(BinaryWriter to)
    {
        to.WriteAll(pivots);
        to.Write(LogLikelihood);
        foreach (var sums in (double[][])[Weight, First, Second, Total]) to.WriteAll<double>(sums);
    }

    public static EmStatistics Read(BinaryReader from)
    {
        var read = new EmStatistics(from.ReadRows()) { LogLikelihood = from.ReadDouble() };
        foreach (var sums in (double[][])[read.Weight, read.First, read.Second, read.Total]) from.ReadAll<double>().CopyTo(sums, 0);
        return read;
    }

    static void Add(double[] sums, double[] others)
    {
        for (var i = 0; i < sums.Length; i++) sums[i] += others[i];
    }

    /// <summary>The statistics of a hard clustering: every row belongs wholly to the component of its label.</summary>
    public static EmStatistics OfLabels(Matrix points, int[] labels, double[][] pivots)
    {
        var d = points.Columns;
        var statistics = new EmStatistics(pivots);
        var difference = new double[d];
        for (var row = 0; row < labels.Length; row++)
        {
            var c = labels[row];
            statistics.Weight[c]++;
            for (var j = 0; j < d; j++) statistics.First[c * d + j] += difference[j] = points[row, j] - pivots[c][j];
            for (var i = 0; i < d; i++)
            {
                for (var j = i; j < d; j++) statistics.Second[(c * d + i) * d + j] += difference[i] * difference[j];
            }
        }
        return statistics;
    }
}
