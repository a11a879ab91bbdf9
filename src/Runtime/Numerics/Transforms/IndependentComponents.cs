namespace Runtime.Numerics.Transforms;

/// <summary>Directions along which points are far from Gaussian and independent of each other, as sources that were mixed.</summary>
/// <remarks>
/// FastICA, all components at once, with the contrast log cosh: Hyvärinen 1999, IEEE Transactions on Neural Networks 10(3). It starts at
/// the principal components, so nothing is drawn. As every ICA it finds a local optimum, and components that are nearly Gaussian are any
/// rotation of each other. They stand by how far their excess kurtosis is from 0, the farthest first; the largest weight of each is
/// positive.
/// </remarks>
/// <param name="Mean">d means.</param>
/// <param name="Unmixing">k axes of d weights: a row about the mean, times an axis, is a source, of variance 1 (divisor n).</param>
/// <param name="Mixing">k lists of d: what one unit of a source adds to each column.</param>
/// <param name="ExcessKurtosis">k numbers; 0 for a Gaussian source.</param>
/// <param name="Iterations">Passes over all rows.</param>
/// <param name="Converged">No axis turned any more.</param>
public sealed record IndependentComponents(
    double[] Mean, double[][] Unmixing, double[][] Mixing, double[] ExcessKurtosis, int Iterations, bool Converged)
{
    /// <summary>Of so many rows, the axes are first turned for a part of them; what is left to all rows is to settle.</summary>
    const int Many = 50_000;

    const int MostIterations = 500, MostOfMany = 100;

    /// <summary>How far the cosine of an axis with what it was before may be from 1.</summary>
    const double Tolerance = 1e-10;

    /// <summary>Beside the largest, an eigenvalue that is rounding alone.</summary>
    const double Vanishing = 1e-15;

    /// <param name="points">n × d.</param>
    /// <param name="principal">Of the same points.</param>
    /// <param name="count">k, at most the rank of the principal components.</param>
    /// <exception cref="NumericsException">A step has no length in some direction.</exception>
    public static IndependentComponents Fit(Matrix points, PrincipalComponents principal, int count, Work work)
    {
        var n = points.Rows;
        // The variances of the components have divisor n − 1; sources have variance 1 with divisor n.
        double[] sizes = [.. principal.Variances.Take(count).Select(v => Math.Sqrt(v * (n - 1) / n))];
        double[][] whitening = [.. principal.Components.Take(count).Select((c, i) => Array.ConvertAll(c, x => x / sizes[i]))];
        var white = Rotation.Of(points, principal.Mean, whitening, work);
        double[][] axes = [.. Enumerable.Range(0, count).Select(c => Enumerable.Range(0, count).Select(j => c == j ? 1.0 : 0).ToArray())];
        if (n > Many)
        {
            var part = Rotation.Of(RowSample.Of(points, Many, 0, work), principal.Mean, whitening, work);
            (axes, _, _) = Settle(part, axes, MostIterations, work);
        }
        (axes, var iterations, var converged) = Settle(white, axes, n > Many ? MostOfMany : MostIterations, work);
        double[] kurtosis = [.. Sums(white.All, axes, work).Fourths.Select(f => f / n - 3)];
        return Ordered(principal, sizes, whitening, axes, kurtosis) with { Iterations = iterations, Converged = converged };
    }

    /// <summary>The sources of n × d points, n × k.</summary>
    public Matrix Transform(Matrix points, Work work) => Rotation.Of(points, Mean, Unmixing, work);

    /// <summary>Turns the axes until they stand still.</summary>
    static (double[][] Axes, int Iterations, bool Converged) Settle(Matrix white, double[][] axes, int most, Work work)
    {
        var (iterations, converged) = (0, false);
        while (!converged && iterations < most)
        {
            var next = Orthogonal(Step(axes, Sums(white.All, axes, work), white.Rows));
            converged = axes.Zip(next, (a, b) => Math.Abs(Math.Abs(ShortVectors.Product(a, b)) - 1)).Max() < Tolerance;
            axes = next;
            work.Report($"turning axes, pass {++iterations}, {white.Rows} rows");
        }
        return (axes, iterations, converged);
    }

    static ContrastSums Sums(RowBlock white, double[][] axes, Work work) => work.Aggregate<ContrastSums, double[][]>(white, axes);

    /// <summary>E[g(wᵀz) z] − E[g'(wᵀz)] w: the fixed-point step of Hyvärinen 1999.</summary>
    static double[][] Step(double[][] axes, ContrastSums sums, int rows) =>
        [.. axes.Select((w, c) => w.Select((x, j) => (sums.Products[c * w.Length + j] - sums.Slopes[c] * x) / rows).ToArray())];

    /// <summary>(W Wᵀ)^(−½) W: the orthogonal axes that are nearest.</summary>
    static double[][] Orthogonal(double[][] axes)
    {
        var (values, vectors) = SymmetricEigen.Descending([.. axes.Select(a => axes.Select(b => ShortVectors.Product(a, b)).ToArray())]);
        if (!(values[^1] > Vanishing * values[0])) throw new NumericsException(
            "The points are as Gaussian as can be in some direction: no axis is better than another there.", "Ask for fewer components.");
        var turned = Array.ConvertAll(axes, a => new double[a.Length]);
        for (var v = 0; v < values.Length; v++)
        {
            var along = ShortVectors.Combined(vectors[v], axes);
            for (var c = 0; c < axes.Length; c++)
                for (var j = 0; j < axes.Length; j++) turned[c][j] += vectors[v][c] * along[j] / Math.Sqrt(values[v]);
        }
        return turned;
    }

    static IndependentComponents Ordered(
        PrincipalComponents principal, double[] sizes, double[][] whitening, double[][] axes, double[] kurtosis)
    {
        double[][] directions = [.. principal.Components.Take(sizes.Length).Select((c, i) => Array.ConvertAll(c, x => x * sizes[i]))];
        int[] order = [.. Enumerable.Range(0, axes.Length).OrderByDescending(c => Math.Abs(kurtosis[c]))];
        var mixing = Array.ConvertAll(order, c => ShortVectors.Combined(axes[c], directions));
        var unmixing = Array.ConvertAll(order, c => ShortVectors.Combined(axes[c], whitening));
        for (var c = 0; c < order.Length; c++)
        {
            var turned = PrincipalComponents.Turned(unmixing[c]);
            if (!ReferenceEquals(turned, unmixing[c])) mixing[c] = Array.ConvertAll(mixing[c], x => -x);
            unmixing[c] = turned;
        }
        return new(principal.Mean, unmixing, mixing, Array.ConvertAll(order, c => kurtosis[c]), 0, false);
    }
}
