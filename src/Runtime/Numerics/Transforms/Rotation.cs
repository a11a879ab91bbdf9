using System.Buffers;
using System.Numerics.Tensors;

namespace Runtime.Numerics.Transforms;

/// <summary>Points seen along other axes.</summary>
static class Rotation
{
    /// <summary>n points about their mean, times each axis of d loadings: n × as many columns as there are axes.</summary>
    public static Matrix Of(Matrix points, double[] mean, double[][] axes, Work work)
    {
        var scores = new double[axes.Length][];
        for (var c = 0; c < scores.Length; c++) scores[c] = GC.AllocateUninitializedArray<double>(points.Rows);
        work.ForBlocks(points.Rows, (start, end) => Rotate(points, mean, axes, scores, start, end));
        return new Matrix(scores, points.Rows);
    }

    static void Rotate(Matrix points, double[] mean, double[][] axes, double[][] scores, int start, int end)
    {
        var (d, n) = (points.Columns, end - start);
        var scratch = ArrayPool<double>.Shared.Rent(d * n);
        for (var j = 0; j < d; j++) TensorPrimitives.Subtract(points[j][start..end], mean[j], scratch.AsSpan(j * n, n));
        for (var c = 0; c < scores.Length; c++)
        {
            var score = scores[c].AsSpan(start, n);
            TensorPrimitives.Multiply(scratch.AsSpan(0, n), axes[c][0], score);
            for (var j = 1; j < d; j++) TensorPrimitives.FusedMultiplyAdd(scratch.AsSpan(j * n, n), axes[c][j], score, score);
        }
        ArrayPool<double>.Shared.Return(scratch);
    }
}
