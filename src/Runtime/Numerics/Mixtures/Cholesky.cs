namespace Runtime.Numerics.Mixtures;

/// <summary>Cholesky factors of small covariance matrices.</summary>
static class Cholesky
{
    /// <summary>L⁻¹ with C = L Lᵀ, as a packed lower triangle, row by row.</summary>
    /// <param name="matrix">d·d, symmetric; only its lower triangle is read.</param>
    /// <returns>Null when the matrix is not positive definite.</returns>
    public static double[]? InverseFactor(ReadOnlySpan<double> matrix, int d)
    {
        var factor = Factor(matrix, d);
        if (factor is null) return null;
        var inverse = new double[factor.Length];
        for (var i = 0; i < d; i++)
        {
            var diagonal = 1 / factor[Packed(i, i)];
            inverse[Packed(i, i)] = diagonal;
            for (var j = 0; j < i; j++)
            {
                var sum = 0.0;
                for (var m = j; m < i; m++) sum += factor[Packed(i, m)] * inverse[Packed(m, j)];
                inverse[Packed(i, j)] = -sum * diagonal;
            }
        }
        return Array.TrueForAll(inverse, double.IsFinite) ? inverse : null;
    }

    /// <summary>L with C = L Lᵀ, as a packed lower triangle, row by row; null when C is not positive definite.</summary>
    public static double[]? Factor(ReadOnlySpan<double> matrix, int d)
    {
        var factor = new double[d * (d + 1) / 2];
        for (var i = 0; i < d; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i * d + j];
                for (var m = 0; m < j; m++) sum -= factor[Packed(i, m)] * factor[Packed(j, m)];
                if (i != j)
                {
                    factor[Packed(i, j)] = sum / factor[Packed(j, j)];
                    continue;
                }
                // What is left of a variance after cancellation must stand above rounding, or it means nothing.
                if (!(sum > 4e-16 * d * matrix[i * d + i]) || !double.IsFinite(sum)) return null;
                factor[Packed(i, i)] = Math.Sqrt(sum);
            }
        }
        return factor;
    }

    /// <summary>The packed lower triangle times a vector of d numbers.</summary>
    public static double[] Times(double[] triangle, double[] vector)
    {
        var product = new double[vector.Length];
        for (var i = 0; i < product.Length; i++) for (var j = 0; j <= i; j++) product[i] += triangle[Packed(i, j)] * vector[j];
        return product;
    }

    public static int Packed(int i, int j) => i * (i + 1) / 2 + j;
}
