namespace Runtime.Numerics.Transforms;

/// <summary>Directions along which points are far from Gaussian and independent of each other, as sources that were mixed.</summary>
/// <remarks>
/// The components of FastICA with the contrast log cosh, all at once (Hyvärinen 1999, IEEE Transactions on Neural Networks 10(3)), by
/// quasi-Newton steps over rotations, which have the same fixed points and go on where the plain iteration runs in circles (Ablin, Cardoso
/// &amp; Gramfort 2018, ICASSP). It starts at the principal components, so nothing is drawn. As every ICA it finds a local optimum, and
/// components that are nearly Gaussian are any rotation of each other. They stand by how far their excess kurtosis is from 0, the
/// farthest first; the largest weight of each is positive.
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

    /// <summary>The largest angle of a step, in radians, at which the axes stand still.</summary>
    const double Tolerance = 1e-8;

    /// <summary>Steps grow while they bring the axes to rest, and shrink when they do not.</summary>
    const double Longer = 1.3, Shorter = 0.5, LeastStep = 1.0 / 64;

    /// <param name="points">n × d.</param>
    /// <param name="principal">Of the same points.</param>
    /// <param name="count">k, at most the rank of the principal components.</param>
    public static IndependentComponents Fit(Matrix points, PrincipalComponents principal, int count, Work work)
    {
        var n = points.Rows;
        // The variances of the components have divisor n − 1; sources have variance 1 with divisor n.
        double[] sizes = [.. principal.Variances.Take(count).Select(v => Math.Sqrt(v * (n - 1) / n))];
        double[][] whitening = [.. principal.Components.Take(count).Select((c, i) => Array.ConvertAll(c, x => x / sizes[i]))];
        var white = Rotation.Of(points, principal.Mean, whitening, work);
        double[][] axes = [.. Enumerable.Range(0, count).Select(c => Enumerable.Range(0, count).Select(j => c == j ? 1.0 : 0).ToArray())];
        var step = 1.0;
        if (n > Many)
        {
            var part = Rotation.Of(RowSample.Of(points, Many, 0, work), principal.Mean, whitening, work);
            (axes, step, _, _) = Settle(part, axes, step, MostIterations, work);
        }
        (axes, _, var iterations, var converged) = Settle(white, axes, step, n > Many ? MostOfMany : MostIterations, work);
        double[] kurtosis = [.. Sums(white.All, axes, work).Fourths.Select(f => f / n - 3)];
        return Ordered(principal, sizes, whitening, axes, kurtosis) with { Iterations = iterations, Converged = converged };
    }

    /// <summary>The sources of n × d points, n × k.</summary>
    public Matrix Transform(Matrix points, Work work) => Rotation.Of(points, Mean, Unmixing, work);

    /// <summary>Turns the axes until they stand still.</summary>
    static (double[][] Axes, double Step, int Iterations, bool Converged) Settle(
        Matrix white, double[][] axes, double step, int most, Work work)
    {
        var last = double.PositiveInfinity;
        for (var iteration = 1; iteration <= most; iteration++)
        {
            work.Report($"turning axes, pass {iteration}, {white.Rows} rows");
            var angles = Angles(axes, Sums(white.All, axes, work), white.Rows);
            var largest = angles.Max(row => row.Max(Math.Abs));
            axes = Orthogonal([.. axes.Select((w, c) => Turned(w, ShortVectors.Combined(angles[c], axes), step))]);
            if (largest < Tolerance) return (axes, step, iteration, true);
            (step, last) = (largest < last ? Math.Min(1, step * Longer) : Math.Max(LeastStep, step * Shorter), largest);
        }
        return (axes, step, most, false);
    }

    static ContrastSums Sums(RowBlock white, double[][] axes, Work work) => work.Aggregate<ContrastSums, double[][]>(white, axes);

    static double[] Turned(double[] axis, double[] turn, double step) => [.. axis.Zip(turn, (x, t) => x + step * t)];

    /// <summary>
    /// How far to turn each axis to each other, in radians, at most 1: Newton's step within their plane. With y = Wz, g = tanh and
    /// κᵢ = E[g(yᵢ) yᵢ] − E[g'(yᵢ)], whose sign tells flat from long-tailed sources, the slope is
    /// sign(κᵢ) E[g(yᵢ) yⱼ] − sign(κⱼ) E[g(yⱼ) yᵢ] and the curvature |κᵢ| + |κⱼ|.
    /// </summary>
    static double[][] Angles(double[][] axes, ContrastSums sums, int rows)
    {
        var k = axes.Length;
        var (kappa, signed) = (new double[k], new double[k][]);
        for (var i = 0; i < k; i++)
        {
            var products = sums.Products[(i * k)..((i + 1) * k)];
            var along = Array.ConvertAll(axes, w => ShortVectors.Product(products, w) / rows);
            kappa[i] = along[i] - sums.Slopes[i] / rows;
            signed[i] = kappa[i] < 0 ? Array.ConvertAll(along, x => -x) : along;
        }
        return [.. signed.Select((m, i) => m.Select((x, j) => Angle(x - signed[j][i], Math.Abs(kappa[i]) + Math.Abs(kappa[j]))).ToArray())];
    }

    static double Angle(double slope, double curvature) => curvature > 0 ? Math.Clamp(slope / curvature, -1, 1) : 0;

    /// <summary>(W Wᵀ)^(−½) W: the orthogonal axes that are nearest.</summary>
    /// <remarks>Of turned axes, (I + A) W with A antisymmetric, W Wᵀ is never singular.</remarks>
    static double[][] Orthogonal(double[][] axes)
    {
        var (values, vectors) = SymmetricEigen.Descending([.. axes.Select(a => axes.Select(b => ShortVectors.Product(a, b)).ToArray())]);
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
