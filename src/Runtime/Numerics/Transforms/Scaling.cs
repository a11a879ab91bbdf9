using System.Numerics.Tensors;
using Runtime.Numerics.Statistics;

namespace Runtime.Numerics.Transforms;

/// <summary>How columns are brought to one scale.</summary>
public enum ScalingMethod
{
    /// <summary>To 0..1: (x − min) / (max − min).</summary>
    Minmax,

    /// <summary>To mean 0 and standard deviation 1 (divisor n).</summary>
    Standard,

    /// <summary>To median 0 and interquartile range 1.</summary>
    Robust,
}

/// <summary>Shifts and scales columns: (x − centre) / unit, with the conventions of scikit-learn.</summary>
/// <param name="Centre">d numbers.</param>
/// <param name="Rest">d numbers: what the centres have beyond their last digit.</param>
/// <param name="Unit">d numbers above zero; 1 where the column has no spread.</param>
/// <param name="Constant">Columns of one value only: their scaled values are 0.</param>
/// <param name="Flat">Columns that are not constant but whose spread by this method is 0: they are only shifted.</param>
public sealed record Scaling(double[] Centre, double[] Rest, double[] Unit, IReadOnlyList<int> Constant, IReadOnlyList<int> Flat)
{
    /// <summary>Finds centre and unit of each column of n × d points.</summary>
    /// <exception cref="NumericsException">A column spans a range that overflows or vanishes.</exception>
    public static Scaling Fit(Matrix points, ScalingMethod method, Work work)
    {
        var d = points.Columns;
        var (centre, rest, unit, moments) = (new double[d], new double[d], new double[d], new Moments[d]);
        for (var j = 0; j < d; j++) moments[j] = Moments.Of(points.Column(j), work);
        for (var j = 0; j < d; j++) Ranges.DemandQuotients(moments[j].Extent, j);
        work.For(d, j => (centre[j], rest[j], unit[j]) = Of(points[j], moments[j], method));
        var constant = Enumerable.Range(0, d).Where(j => moments[j].Constant).ToArray();
        var flat = Enumerable.Range(0, d).Where(j => unit[j] == 0).Except(constant).ToArray();
        foreach (var j in constant) (centre[j], unit[j]) = (points.Rows == 0 ? 0 : moments[j].Min, 1);
        foreach (var j in flat) unit[j] = 1;
        return new(centre, rest, unit, constant, flat);
    }

    /// <summary>The scaled points, n × d.</summary>
    public Matrix Apply(Matrix points, Work work)
    {
        var scaled = new double[points.Columns][];
        for (var j = 0; j < scaled.Length; j++) scaled[j] = GC.AllocateUninitializedArray<double>(points.Rows);
        work.ForBlocks(points.Rows, (start, end) =>
        {
            for (var j = 0; j < scaled.Length; j++)
            {
                var target = scaled[j].AsSpan(start, end - start);
                TensorPrimitives.Subtract(points[j][start..end], Centre[j], target);
                if (Rest[j] != 0) TensorPrimitives.Subtract(target, Rest[j], target);
                TensorPrimitives.Divide(target, Unit[j], target);
            }
        });
        return new Matrix(scaled, points.Rows);
    }

    static (double Centre, double Left, double Unit) Of(ReadOnlySpan<double> column, Moments moments, ScalingMethod method)
    {
        if (moments.Constant) return default;
        if (method == ScalingMethod.Minmax) return (moments.Min, 0, moments.Extent);
        if (method == ScalingMethod.Standard) return (moments.Mean, moments.Rest, moments.StandardDeviation(0));
        var distribution = Distribution.Of(column);
        return (distribution.Quantile(0.5), 0, distribution.Quantile(0.75) - distribution.Quantile(0.25));
    }
}
