using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Runtime.Numerics.Transforms;

/// <summary>
/// What a step towards independent components needs of n rows of k whitened columns z, with the axes w that it has so far: g is tanh.
/// </summary>
/// <param name="Products">k × k sums of g(wᵀz) z, an axis a row.</param>
/// <param name="Slopes">k sums of g'(wᵀz).</param>
/// <param name="Fourths">k sums of (wᵀz)⁴.</param>
sealed record ContrastSums(double[] Products, double[] Slopes, double[] Fourths) : IAggregate<ContrastSums, double[][]>
{
    /// <param name="state">The axes, k of k numbers.</param>
    public static ContrastSums Of(RowBlock rows, double[][] state)
    {
        var (k, n) = (state.Length, rows.Rows);
        var padded = (n + Lanes.Count - 1) / Lanes.Count * Lanes.Count;
        var scratch = ArrayPool<double>.Shared.Rent((k + 2) * padded);
        try
        {
            var columns = scratch.AsSpan(0, k * padded);
            for (var j = 0; j < k; j++)
            {
                rows.Numbers(j).CopyTo(columns[(j * padded)..]);
                columns[(j * padded + n)..((j + 1) * padded)].Clear();
            }
            var along = scratch.AsSpan(k * padded, padded);
            var contrast = scratch.AsSpan((k + 1) * padded, padded);
            var sums = new ContrastSums(new double[k * k], new double[k], new double[k]);
            for (var c = 0; c < k; c++)
            {
                Project(columns, state[c], along);
                sums.Fourths[c] = Contrast(along, contrast);
                Lanes.Products(contrast, columns, sums.Products.AsSpan(c * k, k));
                sums.Slopes[c] = n - Lanes.About(contrast, 0).Squares;
            }
            return sums;
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scratch);
        }
    }

    public ContrastSums Merge(ContrastSums next)
    {
        foreach (var (into, from) in ((double[], double[])[])[(Products, next.Products), (Slopes, next.Slopes), (Fourths, next.Fourths)])
            for (var i = 0; i < into.Length; i++) into[i] += from[i];
        return this;
    }

    public void Write(BinaryWriter to)
    {
        to.WriteAll<double>(Products);
        to.WriteAll<double>(Slopes);
        to.WriteAll<double>(Fourths);
    }

    public static ContrastSums Read(BinaryReader from) => new(from.ReadAll<double>(), from.ReadAll<double>(), from.ReadAll<double>());

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Project(ReadOnlySpan<double> columns, double[] axis, Span<double> along)
    {
        for (var at = 0; at < along.Length; at += Vector<double>.Count)
        {
            var sum = Vector<double>.Zero;
            for (var j = 0; j < axis.Length; j++)
                sum = Vector.FusedMultiplyAdd(new Vector<double>(columns[(j * along.Length + at)..]), new Vector<double>(axis[j]), sum);
            sum.CopyTo(along[at..]);
        }
    }

    /// <summary>tanh u = (1 − e⁻²ᵘ) / (1 + e⁻²ᵘ) of each u, which is 0 where u is; and Σ u⁴.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static double Contrast(Span<double> along, Span<double> contrast)
    {
        for (var at = 0; at < along.Length; at += Vector<double>.Count)
        {
            var u = new Vector<double>(along[at..]);
            var e = Exponential.OfNonPositive(Vector.Abs(u) * new Vector<double>(-2));
            var tanh = (Vector<double>.One - e) / (Vector<double>.One + e);
            Vector.ConditionalSelect(Vector.LessThan(u, Vector<double>.Zero), -tanh, tanh).CopyTo(contrast[at..]);
            (u * u).CopyTo(along[at..]);
        }
        return Lanes.About(along, 0).Squares;
    }
}
