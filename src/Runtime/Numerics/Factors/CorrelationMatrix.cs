using Runtime.Numerics.Statistics;

namespace Runtime.Numerics.Factors;

/// <summary>Pearson's correlations of p columns that vary and do not follow from each other, and what they say of common factors.</summary>
public sealed class CorrelationMatrix
{
    /// <summary>Below this eigenvalue a combination of columns is constant but for rounding.</summary>
    const double Singular = 1e-10;

    /// <summary>Of a constant combination, what weighs less takes no part.</summary>
    const double TakesPart = 0.05;

    /// <summary>The matrix of these numbers, which were those of another.</summary>
    public static CorrelationMatrix Restored(double[][] values, double[] means, double[] deviations, long rows) =>
        new(values, means, deviations, rows);

    CorrelationMatrix(double[][] values, double[] means, double[] deviations, long rows)
    {
        (Values, Means, Deviations, Rows) = (values, means, deviations, rows);
        (Eigenvalues, var vectors) = SymmetricEigen.Descending(values);
        if (Eigenvalues[^1] < Singular) Dependent = [.. Enumerable.Range(0, Columns).Where(j => Math.Abs(vectors[^1][j]) > TakesPart)];
        Inverse = Dependent.Count > 0 ? [] : SymmetricEigen.Inverse(Eigenvalues, vectors);
        foreach (var value in Eigenvalues) LogDeterminant += Logarithm.Of(Math.Max(value, double.Epsilon));
    }

    /// <summary>p × p; 1 on the diagonal.</summary>
    public double[][] Values { get; }

    public double[] Means { get; }

    /// <summary>Standard deviations with divisor n − 1.</summary>
    public double[] Deviations { get; }

    public long Rows { get; }

    public int Columns => Values.Length;

    /// <summary>The largest first.</summary>
    public double[] Eigenvalues { get; }

    public double LogDeterminant { get; }

    /// <summary>Columns of which a combination is constant; none when the matrix has an inverse.</summary>
    public IReadOnlyList<int> Dependent { get; } = [];

    /// <summary>The inverse; empty when there is none.</summary>
    public double[][] Inverse { get; }

    /// <summary>The largest correlation of two columns, whatever its sign.</summary>
    public double Largest => Pairs().Select(p => Math.Abs(Values[p.I][p.J])).DefaultIfEmpty(0).Max();

    /// <summary>Of n ≥ 2 points; a column that does not vary has the correlation NaN.</summary>
    public static CorrelationMatrix Of(Matrix points, Work work)
    {
        Ranges.DemandSquares(points, work);
        var d = points.Columns;
        var moments = CoMoments.Of([.. Enumerable.Range(0, d).Select(points.Column)], points.Rows, work);
        var flat = Enumerable.Range(0, d).FirstOrDefault(j => !(moments[j, j].Covariance > 0), -1);
        if (flat >= 0)
            throw new NumericsException("is constant, and correlates with nothing.", "Leave it out of `features`.", flat);
        double[][] values = [.. Enumerable.Range(0, d).Select(i => Enumerable.Range(0, d)
            .Select(j => i == j ? 1 : moments.Correlation(Math.Min(i, j), Math.Max(i, j))).ToArray())];
        return new(
            values,
            [.. Enumerable.Range(0, d).Select(j => moments[j, j].MeanX)],
            [.. Enumerable.Range(0, d).Select(j => Math.Sqrt(moments[j, j].Covariance))],
            points.Rows);
    }

    /// <summary>Of correlations that are known.</summary>
    public static CorrelationMatrix Of(double[][] values, long rows) => new(
        values, new double[values.Length], [.. Enumerable.Repeat(1.0, values.Length)], rows);

    /// <summary>
    /// Kaiser, Meyer and Olkin's measure: correlations beside partial ones, over all pairs. Kaiser 1974, Psychometrika 39(1): below 0.5
    /// is unacceptable.
    /// </summary>
    public double SamplingAdequacy() => Adequacy(Pairs());

    /// <summary>The same of one column.</summary>
    public double SamplingAdequacy(int column) => Adequacy(Pairs().Where(p => p.I == column || p.J == column));

    /// <summary>Bartlett's test that no columns correlate at all: χ² and its degrees of freedom. Bartlett 1951, Biometrika 38.</summary>
    public (double ChiSquare, int Degrees) Sphericity()
    {
        var chi = -(Rows - 1 - (2 * Columns + 5) / 6.0) * LogDeterminant;
        return (chi, Columns * (Columns - 1) / 2);
    }

    double Adequacy(IEnumerable<(int I, int J)> pairs)
    {
        var (squares, partial) = (0.0, 0.0);
        foreach (var (i, j) in pairs)
        {
            squares += Values[i][j] * Values[i][j];
            partial += Inverse[i][j] * Inverse[i][j] / (Inverse[i][i] * Inverse[j][j]);
        }
        return squares / (squares + partial);
    }

    IEnumerable<(int I, int J)> Pairs() => from i in Enumerable.Range(0, Columns) from j in Enumerable.Range(0, i) select (i, j);
}
