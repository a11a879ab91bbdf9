using System.Numerics;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace Runtime.Numerics;

/// <summary>Eigenvalues and eigenvectors of symmetric matrices, never by a native library, whose bits depend on the machine.</summary>
static class SymmetricEigen
{
    const double Vanishing = 1e-150;

    /// <summary>Eigenvalues in ascending order and, one behind the other, their vectors. The matrix is used up.</summary>
    public static (double[] Values, double[] Vectors) Of(double[] matrix, int d)
    {
        var (values, vectors) = (new Complex[d], new double[d * d]);
        // The rotations square and divide by what they are given; what is so small beside the largest changes no digit.
        var largest = matrix.Max(Math.Abs);
        var unit = BinaryUnit.Of(largest);
        for (var i = 0; i < matrix.Length; i++) if (Math.Abs(matrix[i]) < Vanishing * largest) matrix[i] = 0;
        unit.Measure(matrix);
        new ManagedLinearAlgebraProvider().EigenDecomp(isSymmetric: true, d, matrix, vectors, values, new double[d * d]);
        return (Array.ConvertAll(values, v => unit.Length(v.Real)), vectors);
    }

    /// <summary>As <see cref="Of"/> for a list of rows, the largest value first, with a vector each.</summary>
    public static (double[] Values, double[][] Vectors) Descending(double[][] matrix)
    {
        var d = matrix.Length;
        var (values, vectors) = Of([.. matrix.SelectMany(row => row)], d);
        int[] order = [.. Enumerable.Range(0, d).OrderByDescending(c => values[c])];
        return (Array.ConvertAll(order, c => values[c]), Array.ConvertAll(order, c => vectors[(c * d)..((c + 1) * d)]));
    }

    /// <summary>The inverse of a matrix whose eigenvalues are all above zero.</summary>
    public static double[][] Inverse(double[] values, double[][] vectors)
    {
        var d = values.Length;
        var inverse = Enumerable.Range(0, d).Select(_ => new double[d]).ToArray();
        for (var c = 0; c < d; c++)
            for (var i = 0; i < d; i++)
                for (var j = 0; j < d; j++) inverse[i][j] += vectors[c][i] * vectors[c][j] / values[c];
        return inverse;
    }
}
