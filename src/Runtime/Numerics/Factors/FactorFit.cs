namespace Runtime.Numerics.Factors;

/// <summary>What the distance of the model's correlations from those of the data is measured by.</summary>
public enum FactorMethod
{
    /// <summary>Maximum likelihood: ln|Σ| − ln|R| + tr(Σ⁻¹R) − p.</summary>
    Ml,

    /// <summary>Least squares of the residuals: ½ Σ (R − Σ)².</summary>
    Minres,
}

/// <summary>Loadings on common factors and what is left of each column: R ≈ ΛΛᵀ + Ψ.</summary>
/// <remarks>
/// Jöreskog 1967, Psychometrika 32(4); Harman &amp; Jones 1966, Psychometrika 31(3). The loadings that are best for given uniquenesses are
/// eigenvectors, so only the p uniquenesses are searched, with the analytic gradient, each in 0.005..1. There may be several minima, most
/// of them at a bound, so the search starts from many places and the lowest is kept.
/// </remarks>
/// <param name="Loadings">p × m, unrotated.</param>
/// <param name="Uniquenesses">p numbers in 0.005..1.</param>
/// <param name="Objective">What the method minimises.</param>
/// <param name="Discrepancy">ln|Σ| − ln|R| + tr(Σ⁻¹R) − p, whatever the method.</param>
public sealed record FactorFit(double[][] Loadings, double[] Uniquenesses, double Objective, double Discrepancy)
{
    /// <summary>No uniqueness is less: below, the likelihood has no bound.</summary>
    public const double Least = 0.005;

    const double AtBound = 1e-6;

    /// <summary>Above so many columns each start takes long, and there are few.</summary>
    const int ManyColumns = 12;
    const int RandomStarts = 8;

    public int Factors => Loadings[0].Length;

    /// <summary>Columns whose uniqueness is at its bound: Heywood cases.</summary>
    public IReadOnlyList<int> Heywood => [.. Enumerable.Range(0, Uniquenesses.Length).Where(j => Uniquenesses[j] <= Least + AtBound)];

    /// <summary>The share of each column's variance that the factors explain.</summary>
    public double[] Communalities => Array.ConvertAll(Loadings, row => row.Sum(l => l * l));

    /// <summary>The most factors that so many columns identify: those with (p − m)² ≥ p + m. Ledermann 1937, Psychometrika 2(2).</summary>
    public static int MostFactors(int columns) =>
        Enumerable.Range(0, Math.Max(columns, 1)).Last(m => Freedom(columns, m) >= 0);

    /// <summary>Degrees of freedom of a model: (p − m)² − (p + m), halved.</summary>
    public static int Freedom(int columns, int factors) => ((columns - factors) * (columns - factors) - columns - factors) / 2;

    /// <param name="factors">1 to <see cref="MostFactors"/>.</param>
    /// <exception cref="ArgumentException">The correlations have no inverse.</exception>
    public static FactorFit Of(CorrelationMatrix correlations, int factors, FactorMethod method, Work work)
    {
        if (correlations.Dependent.Count > 0) throw new ArgumentException("The correlations have no inverse.", nameof(correlations));
        double[][] starts = [.. Starts(correlations, factors)];
        var minima = new (double[] At, double Value)[starts.Length];
        work.For(starts.Length, s =>
        {
            var search = new BoundedMinimum(psi => Evaluate(correlations.Values, psi, factors, method), Least, 1);
            minima[s] = search.From(starts[s]);
        });
        var (best, least) = minima[0];
        // Equal minima differ by rounding: the first of them stays.
        foreach (var (at, value) in minima) if (value < least - 1e-13 * (1 + Math.Abs(least))) (best, least) = (at, value);
        var loadings = LoadingsOf(correlations.Values, best, factors, method);
        return new(loadings, best, least, DiscrepancyOf(correlations, loadings, best));
    }

    /// <summary>χ² of the model with Bartlett's correction, n − 1 − (2p + 5)/6 − 2m/3 times the discrepancy.</summary>
    public double ChiSquare(long rows) => Discrepancy * (rows - 1 - (2 * Uniquenesses.Length + 5) / 6.0 - 2 * Factors / 3.0);

    /// <summary>Root mean square error of approximation: √max(0, χ²/(n·df) − 1/(n − 1)); 0 without degrees of freedom.</summary>
    public double Rmsea(long rows) => Freedom(Uniquenesses.Length, Factors) is > 0 and var freedom
        ? Math.Sqrt(Math.Max(0, ChiSquare(rows) / ((double)freedom * rows) - 1.0 / (rows - 1))) : 0;

    /// <summary>Tucker and Lewis' index of fit: 1 for a perfect one; 1 without degrees of freedom. Tucker &amp; Lewis 1973.</summary>
    public double TuckerLewis(CorrelationMatrix correlations)
    {
        if (Freedom(Uniquenesses.Length, Factors) is not (> 0 and var freedom)) return 1;
        var (none, degrees) = correlations.Sphericity();
        var (empty, model) = (none / degrees, none / -correlations.LogDeterminant * Discrepancy / freedom);
        return (empty - model) / (empty - 1);
    }

    /// <summary>
    /// Where the search starts: what the others leave of each column, even values, each column at the bound, and by chance.
    /// </summary>
    static IEnumerable<double[]> Starts(CorrelationMatrix correlations, int factors)
    {
        var p = correlations.Columns;
        yield return [.. Enumerable.Range(0, p).Select(j => (1 - 0.5 * factors / p) / correlations.Inverse[j][j])];
        foreach (var even in (double[])[0.5, 0.1, 0.9]) yield return [.. Enumerable.Repeat(even, p)];
        if (p > ManyColumns) yield break;
        for (var j = 0; j < p; j++) yield return [.. Enumerable.Range(0, p).Select(i => i == j ? Least : 0.6)];
        var random = new RandomStream(1, factors);
        for (var s = 0; s < RandomStarts; s++) yield return [.. Enumerable.Range(0, p).Select(_ => Least + 0.99 * random.NextDouble())];
    }

    /// <summary>The objective with the best loadings for these uniquenesses, and its gradient.</summary>
    static (double Value, double[] Gradient) Evaluate(double[][] correlations, double[] psi, int factors, FactorMethod method)
    {
        var (theta, vectors) = SymmetricEigen.Descending(Reduced(correlations, psi, method));
        var (value, gradient) = (0.0, new double[psi.Length]);
        for (var j = 0; j < theta.Length; j++)
        {
            var nothing = method == FactorMethod.Ml ? 1 : 0;
            if (j < factors && theta[j] > nothing) continue;
            var positive = Math.Max(theta[j], double.Epsilon);
            value += method == FactorMethod.Ml ? positive - Logarithm.Of(positive) - 1 : theta[j] * theta[j] / 2;
            for (var i = 0; i < psi.Length; i++)
                gradient[i] -= vectors[j][i] * vectors[j][i] * (method == FactorMethod.Ml ? (theta[j] - 1) / psi[i] : theta[j]);
        }
        return (value, gradient);
    }

    /// <summary>Ψ^−½ R Ψ^−½ for maximum likelihood, R − Ψ for least squares.</summary>
    static double[][] Reduced(double[][] correlations, double[] psi, FactorMethod method) => method == FactorMethod.Ml
        ? [.. correlations.Select((row, i) => row.Select((r, j) => r / Math.Sqrt(psi[i] * psi[j])).ToArray())]
        : [.. correlations.Select((row, i) => row.Select((r, j) => i == j ? r - psi[i] : r).ToArray())];

    static double[][] LoadingsOf(double[][] correlations, double[] psi, int factors, FactorMethod method)
    {
        var (theta, vectors) = SymmetricEigen.Descending(Reduced(correlations, psi, method));
        var loadings = psi.Select(_ => new double[factors]).ToArray();
        for (var f = 0; f < factors; f++)
        {
            double[] column = [.. psi.Select((u, i) => method == FactorMethod.Ml
                ? Math.Sqrt(u * Math.Max(0, theta[f] - 1)) * vectors[f][i] : Math.Sqrt(Math.Max(0, theta[f])) * vectors[f][i])];
            column = Transforms.PrincipalComponents.Turned(column);
            for (var i = 0; i < column.Length; i++) loadings[i][f] = column[i];
        }
        return loadings;
    }

    static double DiscrepancyOf(CorrelationMatrix correlations, double[][] loadings, double[] psi)
    {
        var p = psi.Length;
        double[][] model = [.. loadings.Select((a, i) => loadings
            .Select((b, j) => a.Zip(b, (x, y) => x * y).Sum() + (i == j ? psi[i] : 0)).ToArray())];
        var (values, vectors) = SymmetricEigen.Descending(model);
        var inverse = SymmetricEigen.Inverse(values, vectors);
        var discrepancy = values.Sum(Logarithm.Of) - correlations.LogDeterminant - p;
        for (var i = 0; i < p; i++) for (var j = 0; j < p; j++) discrepancy += inverse[i][j] * correlations.Values[i][j];
        return discrepancy;
    }
}
