using Runtime.Numerics.Statistics;

namespace Runtime.Numerics.Transforms;

/// <summary>The directions along which points vary most, by the eigenvectors of their covariance matrix.</summary>
/// <remarks>
/// Pearson 1901, Philosophical Magazine 2(11); Jolliffe 2002. The largest loading of each component is positive, as
/// in scikit-learn; of loadings that are equal up to rounding, the first.
/// </remarks>
/// <param name="Mean">d means.</param>
/// <param name="Components">
/// d components of d loadings each; unit vectors, orthogonal. Of many columns and fewer rows, only those that vary.
/// </param>
/// <param name="Variances">The variances along them, largest first, with divisor n−1; never negative.</param>
public sealed record PrincipalComponents(double[] Mean, double[][] Components, double[] Variances)
{
    /// <summary>So many columns are many: a matrix of all pairs of them takes long to take apart.</summary>
    internal const int Many = 100;

    /// <summary>The share of the whole variance along each component.</summary>
    public double[] Ratios { get; } = Divide(Variances, Variances.Sum());

    /// <summary>Columns of one value only.</summary>
    public IReadOnlyList<int> Constant { get; private init; } = [];

    /// <summary>
    /// Some columns follow from others: a combination of the columns that vary, each in its own unit, is constant but for rounding.
    /// </summary>
    public bool IsDependent { get; private init; }

    /// <summary>How many components carry more than rounding.</summary>
    public int Rank => Variances.Count(v => v > Variances[0] * 1e-14 * Variances.Length);

    /// <exception cref="ArgumentException">There are fewer than two points.</exception>
    /// <exception cref="NumericsException">Squares of distances overflow or vanish.</exception>
    public static PrincipalComponents Fit(Matrix points, Work work)
    {
        if (points.Rows < 2) throw new ArgumentException("A covariance needs at least two points.", nameof(points));
        var d = points.Columns;
        Ranges.DemandSquares(points, work);
        if (d > Many && d > points.Rows) return OfWide(points, work);
        double[][] columns = [.. Enumerable.Range(0, d).Select(points.Column)];
        var moments = CoMoments.Of(columns, points.Rows, work);
        var covariance = new double[d * d];
        for (var i = 0; i < d; i++) for (var j = 0; j < d; j++) covariance[i * d + j] = moments[i, j].Covariance;
        int[] varying = [.. Enumerable.Range(0, d).Where(j => !double.IsNaN(moments.Correlation(j, j)))];
        var (values, vectors) = SymmetricEigen.Of(covariance, d);
        var order = Enumerable.Range(0, d).OrderByDescending(c => values[c]).ToArray();
        var fit = new PrincipalComponents(
            [.. Enumerable.Range(0, d).Select(j => moments[j, j].MeanX)],
            [.. order.Select(c => Turned(vectors[(c * d)..((c + 1) * d)]))],
            [.. order.Select(c => Math.Max(0, values[c]))]);
        return fit.Rank == d ? fit : fit with
        {
            Constant = [.. Enumerable.Range(0, d).Except(varying)],
            IsDependent = Follow(moments, varying),
        };
    }

    /// <summary>
    /// The products of n rows have the same eigenvalues as those of d columns, but for zeros, and are fewer (Jolliffe 2002, section 3.5):
    /// X Xᵀ u = λ u, so Xᵀ u is a component.
    /// </summary>
    static PrincipalComponents OfWide(Matrix points, Work work)
    {
        var (n, d) = (points.Rows, points.Columns);
        double[] means = [.. Enumerable.Range(0, d).Select(j => Moments.Of(points.Column(j)).Mean)];
        double[][] rows = [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, d).Select(j => points[i, j] - means[j]).ToArray())];
        double[][] products = [.. rows.Select(_ => new double[n])];
        work.For(n, i =>
        {
            for (var m = 0; m <= i; m++) products[i][m] = products[m][i] = ShortVectors.Product(rows[i], rows[m]) / (n - 1);
        });
        var (values, vectors) = SymmetricEigen.Descending(products);
        var count = Math.Max(1, values.Count(v => v > values[0] * 1e-14 * n));
        var components = new double[count][];
        work.For(count, c => components[c] = Turned(Direction(rows, vectors[c])));
        return new PrincipalComponents(means, components, [.. values.Take(count).Select(v => Math.Max(0, v))]);
    }

    /// <summary>The sum of the rows by their weights, as a unit vector.</summary>
    static double[] Direction(double[][] rows, double[] weights)
    {
        var sum = ShortVectors.Combined(weights, rows);
        var length = Math.Sqrt(ShortVectors.Product(sum, sum));
        return length > 0 ? Divide(sum, length) : sum;
    }

    /// <summary>By the least eigenvalue of the correlations, which no unit changes.</summary>
    static bool Follow(CoMoments moments, int[] columns)
    {
        if (columns.Length < 2) return false;
        double[] correlations = [.. columns.SelectMany(i => columns.Select(j => i == j ? 1 : moments.Correlation(i, j)))];
        return SymmetricEigen.Of(correlations, columns.Length).Values.Min() < 1e-12 * columns.Length;
    }

    /// <summary>The share of the variance that the first components hold together.</summary>
    public double Share(int count) => count >= Ratios.Length ? 1 : Ratios.Take(count).Sum();

    /// <summary>The fewest components that together hold at least this share of the variance.</summary>
    public int Holding(double share)
    {
        var sum = 0.0;
        for (var c = 0; c < Ratios.Length; c++)
        {
            sum += Ratios[c];
            if (sum >= share - 1e-12) return c + 1;
        }
        return Ratios.Length;
    }

    /// <summary>The points along the first components, n × count.</summary>
    /// <param name="whiten">Divide each by its standard deviation.</param>
    public Matrix Transform(Matrix points, int count, bool whiten, Work work) =>
        Rotation.Of(points, Mean, [.. Components.Take(count).Select((l, c) => whiten ? Divide(l, Math.Sqrt(Variances[c])) : l)], work);

    /// <summary>The loadings or their opposites, so that the largest is positive.</summary>
    internal static double[] Turned(double[] loadings)
    {
        var largest = loadings.Max(Math.Abs);
        var leading = Array.Find(loadings, l => Math.Abs(l) >= largest * (1 - 1e-9));
        return leading < 0 ? Array.ConvertAll(loadings, l => -l) : loadings;
    }

    static double[] Divide(double[] values, double by) => Array.ConvertAll(values, v => v / by);
}
