using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Runtime.Numerics.Mixtures;

/// <summary>
/// The kernels of expectation–maximisation on a tile of rows that stays in the nearest caches: column-major, so that
/// neighbouring rows fill a vector. Works for any vector width; rows beyond the last are padded and weigh nothing.
/// </summary>
sealed class EmTile(int components, int dimension)
{
    /// <summary>Rows in a tile; a multiple of four vectors of any width there is.</summary>
    public const int Rows = 256;

    readonly double[] difference = new double[dimension * Rows];
    readonly double[] weighted = new double[Rows];
    readonly double[] membership = new double[components * Rows];

    /// <summary>Responsibilities after <see cref="Expect"/>: row r of component c stands at c·<see cref="Rows"/> + r.</summary>
    public double[] Membership => membership;

    /// <summary>E-step: fills <see cref="Membership"/> for count rows from start on.</summary>
    /// <returns>The sum of their log densities.</returns>
    public double Expect(Matrix points, int start, int count, MixtureFactors factors)
    {
        for (var c = 0; c < components; c++)
        {
            Subtract(points, start, count, factors.Means[c]);
            var target = membership.AsSpan(c * Rows, Rows);
            if (factors.Triangular) TriangularDensity(factors.Inverse[c], factors.Constants[c], target);
            else DiagonalDensity(factors.Inverse[c], factors.Constants[c], target);
            // Padding: density 1 in the first component and 0 elsewhere adds ln 1 = 0.
            target[count..].Fill(c == 0 ? 0 : -1e300);
        }
        var sum = Normalise();
        for (var c = 0; c < components; c++) membership.AsSpan(c * Rows + count, Rows - count).Clear();
        return sum;
    }

    /// <summary>M-step: adds the tile's moments about the pivots.</summary>
    public void Accumulate(Matrix points, int start, int count, double[][] pivots, Moments moments, EmStatistics into)
    {
        var d = dimension;
        for (var c = 0; c < components; c++)
        {
            Subtract(points, start, count, pivots[c]);
            ref var r = ref membership[c * Rows];
            into.Weight[c] += Sum(ref r);
            for (var i = 0; i < d; i++)
            {
                into.First[c * d + i] += Weigh(ref r, ref difference[i * Rows]);
                var second = into.Second.AsSpan((c * d + i) * d, d);
                if (moments == Moments.Diagonal) second[i] += Dot(ref weighted[0], ref difference[i * Rows]);
                else Products(i, second);
            }
        }
    }

    /// <summary>Differences of the rows from a centre; padding gets 0.</summary>
    void Subtract(Matrix points, int start, int count, double[] centre)
    {
        for (var j = 0; j < dimension; j++)
        {
            var source = points[j].Slice(start, count);
            var target = difference.AsSpan(j * Rows, Rows);
            ref var s = ref MemoryMarshal.GetReference(source);
            ref var t = ref MemoryMarshal.GetReference(target);
            var c = new Vector<double>(centre[j]);
            var row = 0;
            for (; row <= count - Vector<double>.Count; row += Vector<double>.Count)
            {
                (Vector.LoadUnsafe(ref s, (nuint)row) - c).StoreUnsafe(ref t, (nuint)row);
            }
            for (; row < count; row++) target[row] = source[row] - centre[j];
            target[count..].Clear();
        }
    }

    // Four vectors at once share each entry of the factor and hide the latency of the additions.
    void TriangularDensity(double[] inverse, double constant, Span<double> target)
    {
        var width = Vector<double>.Count;
        ref var x = ref difference[0];
        ref var t = ref MemoryMarshal.GetReference(target);
        for (var row = 0; row < Rows; row += 4 * width)
        {
            Vector<double> q0 = default, q1 = default, q2 = default, q3 = default;
            ref var entry = ref MemoryMarshal.GetArrayDataReference(inverse);
            for (var i = 0; i < dimension; i++)
            {
                Vector<double> a0 = default, a1 = default, a2 = default, a3 = default;
                var at = (nuint)row;
                for (var j = 0; j <= i; j++, at += Rows)
                {
                    var factor = new Vector<double>(entry);
                    entry = ref Unsafe.Add(ref entry, 1);
                    a0 = Vector.FusedMultiplyAdd(factor, Vector.LoadUnsafe(ref x, at), a0);
                    a1 = Vector.FusedMultiplyAdd(factor, Vector.LoadUnsafe(ref x, at + (nuint)width), a1);
                    a2 = Vector.FusedMultiplyAdd(factor, Vector.LoadUnsafe(ref x, at + (nuint)(2 * width)), a2);
                    a3 = Vector.FusedMultiplyAdd(factor, Vector.LoadUnsafe(ref x, at + (nuint)(3 * width)), a3);
                }
                q0 = Vector.FusedMultiplyAdd(a0, a0, q0);
                q1 = Vector.FusedMultiplyAdd(a1, a1, q1);
                q2 = Vector.FusedMultiplyAdd(a2, a2, q2);
                q3 = Vector.FusedMultiplyAdd(a3, a3, q3);
            }
            StoreDensity(q0, q1, q2, q3, constant, ref t, (nuint)row);
        }
    }

    void DiagonalDensity(double[] inverse, double constant, Span<double> target)
    {
        var width = Vector<double>.Count;
        ref var x = ref difference[0];
        ref var t = ref MemoryMarshal.GetReference(target);
        for (var row = 0; row < Rows; row += 4 * width)
        {
            Vector<double> q0 = default, q1 = default, q2 = default, q3 = default;
            var at = (nuint)row;
            for (var j = 0; j < dimension; j++, at += Rows)
            {
                var factor = new Vector<double>(inverse[j]);
                var (a0, a1) = (factor * Vector.LoadUnsafe(ref x, at), factor * Vector.LoadUnsafe(ref x, at + (nuint)width));
                var (a2, a3) = (factor * Vector.LoadUnsafe(ref x, at + (nuint)(2 * width)), factor * Vector.LoadUnsafe(ref x, at + (nuint)(3 * width)));
                q0 = Vector.FusedMultiplyAdd(a0, a0, q0);
                q1 = Vector.FusedMultiplyAdd(a1, a1, q1);
                q2 = Vector.FusedMultiplyAdd(a2, a2, q2);
                q3 = Vector.FusedMultiplyAdd(a3, a3, q3);
            }
            StoreDensity(q0, q1, q2, q3, constant, ref t, (nuint)row);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void StoreDensity(Vector<double> q0, Vector<double> q1, Vector<double> q2, Vector<double> q3, double constant, ref double t, nuint row)
    {
        var (half, c, width) = (new Vector<double>(-0.5), new Vector<double>(constant), (nuint)Vector<double>.Count);
        Vector.FusedMultiplyAdd(q0, half, c).StoreUnsafe(ref t, row);
        Vector.FusedMultiplyAdd(q1, half, c).StoreUnsafe(ref t, row + width);
        Vector.FusedMultiplyAdd(q2, half, c).StoreUnsafe(ref t, row + 2 * width);
        Vector.FusedMultiplyAdd(q3, half, c).StoreUnsafe(ref t, row + 3 * width);
    }

    /// <summary>Turns log densities into responsibilities; gives Σ ln Σ exp.</summary>
    double Normalise()
    {
        ref var r = ref membership[0];
        var (highest, total) = (Vector<double>.Zero, 0.0);
        // ln a + ln b = ln ab: each factor lies in 1..k, so a tile's product cannot overflow and one logarithm does for all.
        var product = Vector<double>.One;
        for (var row = 0; row < Rows; row += Vector<double>.Count)
        {
            var end = (nuint)(components * Rows + row);
            var max = Vector.LoadUnsafe(ref r, (nuint)row);
            for (var at = (nuint)(Rows + row); at < end; at += Rows) max = Vector.Max(max, Vector.LoadUnsafe(ref r, at));
            var sum = Vector<double>.Zero;
            for (var at = (nuint)row; at < end; at += Rows)
            {
                var e = VectorExp.OfNonPositive(Vector.LoadUnsafe(ref r, at) - max);
                e.StoreUnsafe(ref r, at);
                sum += e;
            }
            var inverse = Vector<double>.One / sum;
            for (var at = (nuint)row; at < end; at += Rows) (Vector.LoadUnsafe(ref r, at) * inverse).StoreUnsafe(ref r, at);
            highest += max;
            product *= sum;
            if ((row & 63) == 0) (total, product) = (total + LogOfLanes(product), Vector<double>.One);
        }
        return total + LogOfLanes(product) + Vector.Sum(highest);
    }

    static double LogOfLanes(Vector<double> product)
    {
        var sum = 0.0;
        for (var lane = 0; lane < Vector<double>.Count; lane++) sum += Math.Log(product[lane]);
        return sum;
    }

    static double Sum(ref double r)
    {
        Vector<double> a = default, b = default;
        for (nuint row = 0; row < Rows; row += 2 * (nuint)Vector<double>.Count)
        {
            a += Vector.LoadUnsafe(ref r, row);
            b += Vector.LoadUnsafe(ref r, row + (nuint)Vector<double>.Count);
        }
        return Vector.Sum(a + b);
    }

    /// <summary>Sets <c>weighted</c> to r·x and gives its sum.</summary>
    double Weigh(ref double r, ref double x)
    {
        ref var w = ref weighted[0];
        var width = (nuint)Vector<double>.Count;
        Vector<double> a = default, b = default;
        for (nuint row = 0; row < Rows; row += 2 * width)
        {
            var first = Vector.LoadUnsafe(ref r, row) * Vector.LoadUnsafe(ref x, row);
            var second = Vector.LoadUnsafe(ref r, row + width) * Vector.LoadUnsafe(ref x, row + width);
            first.StoreUnsafe(ref w, row);
            second.StoreUnsafe(ref w, row + width);
            a += first;
            b += second;
        }
        return Vector.Sum(a + b);
    }

    /// <summary>Adds Σ weighted · x_j for j = i..d−1.</summary>
    void Products(int i, Span<double> second)
    {
        var j = i;
        for (; j + 3 < dimension; j += 4) FourDots(ref weighted[0], ref difference[j * Rows], second[j..]);
        for (; j + 1 < dimension; j += 2) TwoDots(ref weighted[0], ref difference[j * Rows], second[j..]);
        if (j < dimension) second[j] += Dot(ref weighted[0], ref difference[j * Rows]);
    }

    static void FourDots(ref double w, ref double x, Span<double> sums)
    {
        var width = (nuint)Vector<double>.Count;
        Vector<double> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
        for (nuint row = 0; row < Rows; row += 2 * width)
        {
            var (u, v) = (Vector.LoadUnsafe(ref w, row), Vector.LoadUnsafe(ref w, row + width));
            a0 = Vector.FusedMultiplyAdd(u, Vector.LoadUnsafe(ref x, row), a0);
            b0 = Vector.FusedMultiplyAdd(v, Vector.LoadUnsafe(ref x, row + width), b0);
            a1 = Vector.FusedMultiplyAdd(u, Vector.LoadUnsafe(ref x, row + Rows), a1);
            b1 = Vector.FusedMultiplyAdd(v, Vector.LoadUnsafe(ref x, row + Rows + width), b1);
            a2 = Vector.FusedMultiplyAdd(u, Vector.LoadUnsafe(ref x, row + 2 * Rows), a2);
            b2 = Vector.FusedMultiplyAdd(v, Vector.LoadUnsafe(ref x, row + 2 * Rows + width), b2);
            a3 = Vector.FusedMultiplyAdd(u, Vector.LoadUnsafe(ref x, row + 3 * Rows), a3);
            b3 = Vector.FusedMultiplyAdd(v, Vector.LoadUnsafe(ref x, row + 3 * Rows + width), b3);
        }
        sums[0] += Vector.Sum(a0 + b0);
        sums[1] += Vector.Sum(a1 + b1);
        sums[2] += Vector.Sum(a2 + b2);
        sums[3] += Vector.Sum(a3 + b3);
    }

    static void TwoDots(ref double w, ref double x, Span<double> sums)
    {
        sums[0] += Dot(ref w, ref x);
        sums[1] += Dot(ref w, ref Unsafe.Add(ref x, Rows));
    }

    static double Dot(ref double w, ref double x)
    {
        var width = (nuint)Vector<double>.Count;
        Vector<double> a = default, b = default, c = default, e = default;
        for (nuint row = 0; row < Rows; row += 4 * width)
        {
            a = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref w, row), Vector.LoadUnsafe(ref x, row), a);
            b = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref w, row + width), Vector.LoadUnsafe(ref x, row + width), b);
            c = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref w, row + 2 * width), Vector.LoadUnsafe(ref x, row + 2 * width), c);
            e = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref w, row + 3 * width), Vector.LoadUnsafe(ref x, row + 3 * width), e);
        }
        return Vector.Sum(a + b + (c + e));
    }
}
