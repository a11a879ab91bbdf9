namespace Runtime.Numerics.Mixtures;

/// <summary>What to do with a component that lost its rows or its spread.</summary>
static class MixtureCollapse
{
    /// <summary>The least share of its own spread that is given to a component without any; what is left of that is none.</summary>
    public const double LeastShare = 1e-9;

    /// <summary>A component with less than half a row to its name, if there is one.</summary>
    public static int? Find(GaussianMixture mixture, int rows)
    {
        var lightest = Array.IndexOf(mixture.Weights, mixture.Weights.Min());
        return mixture.Components > 1 && mixture.Weights[lightest] * rows < 0.5 ? lightest : null;
    }

    /// <summary>Gives the component half of the heaviest one: its covariance, its mean one deviation aside.</summary>
    public static GaussianMixture Restart(GaussianMixture mixture, int component)
    {
        var heaviest = Array.IndexOf(mixture.Weights, mixture.Weights.Max());
        return MixtureStart.Split(mixture, heaviest, component);
    }

    /// <summary>
    /// Adds to a covariance that is not positive definite a share of the diagonal of the pooled one, which keeps its
    /// shape where it has one.
    /// </summary>
    public static GaussianMixture Shrink(GaussianMixture mixture, int component, double share)
    {
        var d = mixture.Dimension;
        var covariances = (double[][])mixture.Covariances.Clone();
        var index = mixture.Kind == CovarianceKind.Tied ? 0 : component;
        var shrunk = (double[])covariances[index].Clone();
        var step = mixture.Kind is CovarianceKind.Full or CovarianceKind.Tied ? d + 1 : 1;
        for (var (i, j) = (0, 0); i < shrunk.Length; i += step, j++)
        {
            shrunk[i] = Math.Max(0, shrunk[i]) * (1 + share) + share * Pooled(mixture, j);
        }
        covariances[index] = shrunk;
        return new GaussianMixture(mixture.Kind, mixture.Weights, mixture.Means, covariances);
    }

    /// <summary>Components whose variance along a column is what the regularisation adds and no more, grouped by columns.</summary>
    /// <param name="constant">Columns of the points that hold one value: nothing of their size is left to measure by.</param>
    public static IReadOnlyList<CollapsedComponents> Describe(GaussianMixture mixture, double regularisation, int[] constant)
    {
        var d = mixture.Dimension;
        int[] Flat(int c)
        {
            var covariance = mixture.Covariance(c);
            return [.. Enumerable.Range(0, d).Where(j => constant.Contains(j)
                || covariance[j * d + j] <= regularisation * 1.5 + 2 * LeastShare * Pooled(mixture, j))];
        }
        return
        [
            .. Enumerable.Range(0, mixture.Components)
                .Select(c => (Component: c, Columns: Flat(c)))
                .Where(x => x.Columns.Length > 0)
                .GroupBy(x => string.Join(' ', x.Columns))
                .Select(g => new CollapsedComponents([.. g.Select(x => x.Component)], g.First().Columns)),
        ];
    }

    /// <summary>
    /// Components that have spread along every column but none across some oblique direction: one of their columns
    /// follows linearly from the others.
    /// </summary>
    /// <returns>Of each its number and the columns that take part, those whose shares of the direction are not negligible.</returns>
    public static IReadOnlyList<CollapsedComponents> DescribeOblique(GaussianMixture mixture, double regularisation, int[] constant)
    {
        if (mixture.Kind is CovarianceKind.Diag or CovarianceKind.Spherical || mixture.Dimension == 1) return [];
        var flat = Describe(mixture, regularisation, constant).SelectMany(c => c.Components).ToHashSet();
        return
        [
            .. Enumerable.Range(0, mixture.Components)
                .Where(c => !flat.Contains(c))
                .Select(c => (Component: c, Columns: Thin(mixture, mixture.Covariance(c), regularisation)))
                .Where(x => x.Columns.Length > 0)
                .GroupBy(x => string.Join(' ', x.Columns))
                .Select(g => new CollapsedComponents([.. g.Select(x => x.Component)], g.First().Columns)),
        ];
    }

    /// <summary>
    /// The columns of the direction in which a d·d covariance has no spread but what was added; none if there is no such
    /// direction.
    /// </summary>
    static int[] Thin(GaussianMixture mixture, double[] covariance, double regularisation)
    {
        var d = mixture.Dimension;
        var scale = Enumerable.Range(0, d).Max(j => covariance[j * d + j]);
        var ridge = 1e-13 * scale;
        var raised = (double[])covariance.Clone();
        for (var j = 0; j < d; j++) raised[j * d + j] += ridge;
        if (Cholesky.InverseFactor(raised, d) is not { } factor) return [.. Enumerable.Range(0, d)];
        var inverse = new double[d * d];
        for (var i = 0; i < d; i++)
        {
            for (var j = 0; j < d; j++)
                for (var m = Math.Max(i, j); m < d; m++)
                    inverse[i * d + j] += factor[Cholesky.Packed(m, i)] * factor[Cholesky.Packed(m, j)];
        }
        var axis = MixtureStart.LongestAxis(inverse, d);
        var square = axis.Sum(x => x * x);
        var given = LeastShare * Enumerable.Range(0, d).Sum(j => axis[j] * axis[j] / square * (covariance[j * d + j] + Pooled(mixture, j)));
        if (1 / square > regularisation * 1.5 + 2 * ridge + 2 * given) return [];
        return [.. Enumerable.Range(0, d).Where(j => axis[j] * axis[j] > 1e-4 * square)];
    }

    /// <summary>The usual squared distance of a row from the middle along an axis; never 0.</summary>
    /// <remarks>Medians over the components, by weight: one far component makes no spread of the others look like none.</remarks>
    static double Pooled(GaussianMixture mixture, int axis)
    {
        var middle = WeightedMedian.Of([.. mixture.Means.Select(m => m[axis])], mixture.Weights);
        double Square(int c)
        {
            var (inside, shift) = (mixture.Variance(c, axis), mixture.Means[c][axis] - middle);
            return Math.Max(0, inside) + shift * shift;
        }
        var square = WeightedMedian.Of([.. Enumerable.Range(0, mixture.Components).Select(Square)], mixture.Weights);
        return square > 0 ? square : 1;
    }
}

/// <summary>Components that have no spread of their own along the same columns.</summary>
sealed record CollapsedComponents(int[] Components, int[] Columns);
