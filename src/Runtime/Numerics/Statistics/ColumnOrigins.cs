using System.Numerics.Tensors;

namespace Runtime.Numerics.Statistics;

/// <summary>Where each column is measured from, its mean, and in what unit, so that sums of products neither cancel nor overflow.</summary>
/// <param name="Means">d means.</param>
/// <param name="Units">d units, of the size of the columns' ranges.</param>
public sealed record ColumnOrigins(double[] Means, BinaryUnit[] Units)
{
    /// <summary>Of which columns pairs are wanted, each with those from it on: the first of them, and the one after the last.</summary>
    public (int First, int End) Wanted { get; init; } = (0, Means.Length);

    /// <summary>Of d columns of n numbers each, NaN where missing.</summary>
    public static ColumnOrigins Of(double[][] columns, Work work)
    {
        var moments = Array.ConvertAll(columns, c => Moments.Of(c, work));
        return new(Array.ConvertAll(moments, m => m.Mean), Array.ConvertAll(moments, m => BinaryUnit.Of(m.Extent)));
    }

    /// <summary>Each number of a column, measured so.</summary>
    internal void Measure(int column, ReadOnlySpan<double> numbers, Span<double> measured)
    {
        var unit = Units[column];
        numbers.CopyTo(measured);
        unit.Measure(measured);
        TensorPrimitives.Subtract(measured, unit.Measure(Means[column]), measured);
    }
}
