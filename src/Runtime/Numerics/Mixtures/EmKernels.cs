using System.Numerics;
using System.Runtime.CompilerServices;

namespace Runtime.Numerics.Mixtures;

/// <summary>The inner loops of <see cref="EmTile"/>, on rows of <see cref="EmTile.Rows"/> numbers that start at a cache line.</summary>
static unsafe class EmKernels
{
    const int Rows = EmTile.Rows;

    static int Width => Vector<double>.Count;

    /// <summary>Products are made four terms at a time; up to three more than asked for, whose sums nobody reads.</summary>
    public static int Padded(int terms) => (terms + 3) / 4 * 4;

    /// <summary>ln w N(x) = constant − ½ Σᵢ (Σⱼ Lᵢⱼ xⱼ − tᵢ)² for a packed lower triangle L.</summary>
    // Four vectors at once share each entry of the factor and hide the latency of the additions.
    public static void TriangularDensity(double[] factor, double[] offset, double constant, double* x, double* target)
    {
        fixed (double* start = factor)
        {
            for (var row = 0; row < Rows; row += 4 * Width)
            {
                Vector<double> q0 = default, q1 = default, q2 = default, q3 = default;
                var entry = start;
                for (var i = 0; i < offset.Length; i++)
                {
                    Vector<double> a0 = new(-offset[i]), a1 = a0, a2 = a0, a3 = a0;
                    var at = x + row;
                    for (var end = at + i * Rows; at <= end; at += Rows, entry++)
                    {
                        var f = new Vector<double>(*entry);
                        a0 = Vector.FusedMultiplyAdd(f, Vector.Load(at), a0);
                        a1 = Vector.FusedMultiplyAdd(f, Vector.Load(at + Width), a1);
                        a2 = Vector.FusedMultiplyAdd(f, Vector.Load(at + 2 * Width), a2);
                        a3 = Vector.FusedMultiplyAdd(f, Vector.Load(at + 3 * Width), a3);
                    }
                    q0 = Vector.FusedMultiplyAdd(a0, a0, q0);
                    q1 = Vector.FusedMultiplyAdd(a1, a1, q1);
                    q2 = Vector.FusedMultiplyAdd(a2, a2, q2);
                    q3 = Vector.FusedMultiplyAdd(a3, a3, q3);
                }
                Store(q0, q1, q2, q3, constant, target + row);
            }
        }
    }

    /// <summary>ln w N(x) = constant − ½ Σⱼ (sⱼ xⱼ − tⱼ)².</summary>
    public static void AxisDensity(double[] scale, double[] offset, double constant, double* x, double* target)
    {
        for (var row = 0; row < Rows; row += 4 * Width)
        {
            Vector<double> q0 = default, q1 = default, q2 = default, q3 = default;
            var at = x + row;
            for (var j = 0; j < offset.Length; j++, at += Rows)
            {
                var (s, t) = (new Vector<double>(scale[j]), new Vector<double>(-offset[j]));
                var (a0, a1) = (Vector.FusedMultiplyAdd(s, Vector.Load(at), t), Vector.FusedMultiplyAdd(s, Vector.Load(at + Width), t));
                var (a2, a3) = (Vector.FusedMultiplyAdd(s, Vector.Load(at + 2 * Width), t), Vector.FusedMultiplyAdd(s, Vector.Load(at + 3 * Width), t));
                q0 = Vector.FusedMultiplyAdd(a0, a0, q0);
                q1 = Vector.FusedMultiplyAdd(a1, a1, q1);
                q2 = Vector.FusedMultiplyAdd(a2, a2, q2);
                q3 = Vector.FusedMultiplyAdd(a3, a3, q3);
            }
            Store(q0, q1, q2, q3, constant, target + row);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Store(Vector<double> q0, Vector<double> q1, Vector<double> q2, Vector<double> q3, double constant, double* target)
    {
        var (h, c) = (new Vector<double>(-0.5), new Vector<double>(constant));
        Store(Vector.FusedMultiplyAdd(q0, h, c), Vector.FusedMultiplyAdd(q1, h, c), Vector.FusedMultiplyAdd(q2, h, c), Vector.FusedMultiplyAdd(q3, h, c), target);
    }

    /// <summary>Lx for a packed lower triangle L, d × d.</summary>
    public static void Rotate(double[] factor, double* x, int d, double* target)
    {
        for (var (i, entry) = (0, 0); i < d; entry += ++i)
        {
            for (var row = 0; row < Rows; row += Width)
            {
                var sum = Vector<double>.Zero;
                for (var j = 0; j <= i; j++) sum = Vector.FusedMultiplyAdd(new Vector<double>(factor[entry + j]), Vector.Load(x + j * Rows + row), sum);
                sum.Store(target + i * Rows + row);
            }
        }
    }

    /// <summary>Turns the log densities of k components into responsibilities; gives Σ ln Σ exp.</summary>
    public static double Normalise(double* r, int k)
    {
        var highest = Vector<double>.Zero;
        // ln a + ln b = ln ab: each factor lies in 1..k, so a tile's product cannot overflow and one logarithm does for all.
        var product = Vector<double>.One;
        var end = r + k * Rows;
        for (var row = 0; row < Rows; row += Width)
        {
            var max = Vector.Load(r + row);
            for (var at = r + Rows + row; at < end; at += Rows) max = Vector.MaxNative(max, Vector.Load(at));
            var sum = Vector<double>.Zero;
            for (var at = r + row; at < end; at += Rows)
            {
                var e = VectorExp.OfNonPositive(Vector.Load(at) - max);
                e.Store(at);
                sum += e;
            }
            var inverse = Vector<double>.One / sum;
            for (var at = r + row; at < end; at += Rows) (Vector.Load(at) * inverse).Store(at);
            highest += max;
            product *= sum;
        }
        var total = Vector.Sum(highest);
        for (var lane = 0; lane < Width; lane++) total += Math.Log(product[lane]);
        return total;
    }

    /// <summary>Writes the products of two columns behind the d columns: all of them, or only the squares.</summary>
    /// <returns>The number of columns and products together.</returns>
    public static int Multiply(double* x, int d, Moments moments)
    {
        var target = x + d * Rows;
        for (var i = 0; i < d; i++)
        {
            var last = moments == Moments.Diagonal ? i : d - 1;
            for (var j = i; j <= last; j++, target += Rows)
            {
                double* u = x + i * Rows, v = x + j * Rows;
                for (var row = 0; row < Rows; row += Width) (Vector.Load(u + row) * Vector.Load(v + row)).Store(target + row);
            }
        }
        return (int)((target - x) / Rows);
    }

    /// <summary>Adds the responsibilities of each of k components, lane by lane.</summary>
    public static void Weigh(double* r, int k, double* weights)
    {
        for (var c = 0; c < k; c++, r += Rows, weights += Width)
        {
            Vector<double> a = Vector.Load(weights), b = default, u = default, v = default;
            for (var row = 0; row < Rows; row += 4 * Width)
            {
                a += Vector.Load(r + row);
                b += Vector.Load(r + row + Width);
                u += Vector.Load(r + row + 2 * Width);
                v += Vector.Load(r + row + 3 * Width);
            }
            (a + b + (u + v)).Store(weights);
        }
    }

    /// <summary>Adds Σ r·x of each of k components with each of some terms, lane by lane: k × stride sums.</summary>
    public static void AddProducts(double* r, int k, double* x, int terms, double* sums, int stride)
    {
        var c = 0;
        for (; c + 1 < k; c += 2)
        {
            double* first = sums + c * stride * Width, second = first + stride * Width;
            for (var t = 0; t < terms; t += 4) TwoByFour(r + c * Rows, x + t * Rows, first + t * Width, second + t * Width);
        }
        if (c == k) return;
        for (var t = 0; t < terms; t += 4) OneByFour(r + c * Rows, x + t * Rows, sums + (c * stride + t) * Width);
    }

    // Six loads to eight multiplications: what the registers hold of the table of products.
    static void TwoByFour(double* r, double* x, double* first, double* second)
    {
        Vector<double> a0 = Vector.Load(first), a1 = Vector.Load(first + Width), a2 = Vector.Load(first + 2 * Width), a3 = Vector.Load(first + 3 * Width);
        Vector<double> b0 = Vector.Load(second), b1 = Vector.Load(second + Width), b2 = Vector.Load(second + 2 * Width), b3 = Vector.Load(second + 3 * Width);
        for (var end = x + Rows; x < end; x += Width, r += Width)
        {
            var (u, v, y) = (Vector.Load(r), Vector.Load(r + Rows), Vector.Load(x));
            a0 = Vector.FusedMultiplyAdd(u, y, a0);
            b0 = Vector.FusedMultiplyAdd(v, y, b0);
            y = Vector.Load(x + Rows);
            a1 = Vector.FusedMultiplyAdd(u, y, a1);
            b1 = Vector.FusedMultiplyAdd(v, y, b1);
            y = Vector.Load(x + 2 * Rows);
            a2 = Vector.FusedMultiplyAdd(u, y, a2);
            b2 = Vector.FusedMultiplyAdd(v, y, b2);
            y = Vector.Load(x + 3 * Rows);
            a3 = Vector.FusedMultiplyAdd(u, y, a3);
            b3 = Vector.FusedMultiplyAdd(v, y, b3);
        }
        Store(a0, a1, a2, a3, first);
        Store(b0, b1, b2, b3, second);
    }

    static void OneByFour(double* r, double* x, double* sums)
    {
        Vector<double> a0 = Vector.Load(sums), a1 = Vector.Load(sums + Width), a2 = Vector.Load(sums + 2 * Width), a3 = Vector.Load(sums + 3 * Width);
        Vector<double> b0 = default, b1 = default, b2 = default, b3 = default;
        for (var end = x + Rows; x < end; x += 2 * Width, r += 2 * Width)
        {
            var (u, v) = (Vector.Load(r), Vector.Load(r + Width));
            a0 = Vector.FusedMultiplyAdd(u, Vector.Load(x), a0);
            b0 = Vector.FusedMultiplyAdd(v, Vector.Load(x + Width), b0);
            a1 = Vector.FusedMultiplyAdd(u, Vector.Load(x + Rows), a1);
            b1 = Vector.FusedMultiplyAdd(v, Vector.Load(x + Rows + Width), b1);
            a2 = Vector.FusedMultiplyAdd(u, Vector.Load(x + 2 * Rows), a2);
            b2 = Vector.FusedMultiplyAdd(v, Vector.Load(x + 2 * Rows + Width), b2);
            a3 = Vector.FusedMultiplyAdd(u, Vector.Load(x + 3 * Rows), a3);
            b3 = Vector.FusedMultiplyAdd(v, Vector.Load(x + 3 * Rows + Width), b3);
        }
        Store(a0 + b0, a1 + b1, a2 + b2, a3 + b3, sums);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Store(Vector<double> a, Vector<double> b, Vector<double> c, Vector<double> d, double* target)
    {
        a.Store(target);
        b.Store(target + Width);
        c.Store(target + 2 * Width);
        d.Store(target + 3 * Width);
    }

    /// <summary>The sum over the lanes of one of the sums.</summary>
    public static double Lanes(double* sums, int index) => Vector.Sum(Vector.Load(sums + index * Width));
}
