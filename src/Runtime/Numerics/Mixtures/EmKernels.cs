using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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
                var a2 = Vector.FusedMultiplyAdd(s, Vector.Load(at + 2 * Width), t);
                var a3 = Vector.FusedMultiplyAdd(s, Vector.Load(at + 3 * Width), t);
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
        Vector.FusedMultiplyAdd(q0, h, c).Store(target);
        Vector.FusedMultiplyAdd(q1, h, c).Store(target + Width);
        Vector.FusedMultiplyAdd(q2, h, c).Store(target + 2 * Width);
        Vector.FusedMultiplyAdd(q3, h, c).Store(target + 3 * Width);
    }

    /// <summary>Lx for a packed lower triangle L, d × d.</summary>
    public static void Rotate(double[] factor, double* x, int d, double* target)
    {
        for (var (i, entry) = (0, 0); i < d; entry += ++i)
        {
            for (var row = 0; row < Rows; row += Width)
            {
                var sum = Vector<double>.Zero;
                for (var j = 0; j <= i; j++)
                    sum = Vector.FusedMultiplyAdd(new Vector<double>(factor[entry + j]), Vector.Load(x + j * Rows + row), sum);
                sum.Store(target + i * Rows + row);
            }
        }
    }

    /// <summary>Turns the log densities of k components into responsibilities; gives Σ ln Σ exp.</summary>
    public static double Normalise(double* r, int k)
    {
        double* highest = stackalloc double[Lanes.Count], product = stackalloc double[Lanes.Count];
        for (var lane = 0; lane < Lanes.Count; lane += Width)
        {
            var max = Vector<double>.Zero;
            // ln a + ln b = ln ab: each factor lies in 1..k, so a lane's product cannot overflow and one logarithm does for all.
            var sums = Vector<double>.One;
            for (var row = lane; row < Rows; row += Lanes.Count) Normalise(r + row, k, ref max, ref sums);
            max.Store(highest + lane);
            sums.Store(product + lane);
        }
        var total = Lanes.Sum(Vector512.Load(highest));
        for (var lane = 0; lane < Lanes.Count / 2; lane++) total += Logarithm.Of(product[lane] * product[lane + Lanes.Count / 2]);
        return total;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Normalise(double* r, int k, ref Vector<double> highest, ref Vector<double> product)
    {
        var end = r + k * Rows;
        var max = Vector.Load(r);
        for (var at = r + Rows; at < end; at += Rows) max = Vector.MaxNative(max, Vector.Load(at));
        var sum = Vector<double>.Zero;
        for (var at = r; at < end; at += Rows)
        {
            var e = Exponential.OfNonPositive(Vector.Load(at) - max);
            e.Store(at);
            sum += e;
        }
        var inverse = Vector<double>.One / sum;
        for (var at = r; at < end; at += Rows) (Vector.Load(at) * inverse).Store(at);
        highest += max;
        product *= sum;
    }

    /// <summary>The number of the component of the largest of k responsibilities, and how large it is.</summary>
    // Ties go to the first component, which the canonical order makes the heaviest.
    public static void Likeliest(double* r, int k, double* best, double* most)
    {
        for (var row = 0; row < Rows; row += Width)
        {
            var (number, greatest) = (Vector<double>.Zero, Vector.Load(r + row));
            for (var c = 1; c < k; c++)
            {
                var next = Vector.Load(r + c * Rows + row);
                number = Vector.ConditionalSelect(Vector.GreaterThan(next, greatest), new Vector<double>(c), number);
                greatest = Vector.MaxNative(greatest, next);
            }
            number.Store(best + row);
            greatest.Store(most + row);
        }
    }

    /// <summary>Writes the products of two columns behind the d columns: all of them, or only the squares.</summary>
    /// <returns>The number of columns and products together.</returns>
    public static int Multiply(double* x, int d, EmMoments moments)
    {
        var target = x + d * Rows;
        for (var i = 0; i < d; i++)
        {
            var last = moments == EmMoments.Diagonal ? i : d - 1;
            for (var j = i; j <= last; j++, target += Rows)
            {
                double* u = x + i * Rows, v = x + j * Rows;
                for (var row = 0; row < Rows; row += Width) (Vector.Load(u + row) * Vector.Load(v + row)).Store(target + row);
            }
        }
        return (int)((target - x) / Rows);
    }

    /// <summary>Adds the responsibilities of each of k components, lane by lane: k × 8 sums.</summary>
    public static void Weigh(double* r, int k, double* weights)
    {
        for (var c = 0; c < k; c++, r += Rows, weights += Lanes.Count)
        {
            for (var lane = 0; lane < Lanes.Count; lane += Width)
            {
                Vector<double> a = Vector.Load(weights + lane), b = default;
                for (var row = lane; row < Rows; row += 2 * Lanes.Count)
                {
                    a += Vector.Load(r + row);
                    b += Vector.Load(r + row + Lanes.Count);
                }
                (a + b).Store(weights + lane);
            }
        }
    }

    /// <summary>Adds Σ r·x of each of k components with each of some terms, lane by lane: k × stride × 8 sums.</summary>
    public static void AddProducts(double* r, int k, double* x, int terms, double* sums, int stride)
    {
        var c = 0;
        for (; c + 1 < k; c += 2)
        {
            double* first = sums + c * stride * Lanes.Count, second = first + stride * Lanes.Count;
            for (var t = 0; t < terms; t += 4) TwoByFour(r + c * Rows, x + t * Rows, first + t * Lanes.Count, second + t * Lanes.Count);
        }
        if (c == k) return;
        for (var t = 0; t < terms; t += 4) OneByFour(r + c * Rows, x + t * Rows, sums + (c * stride + t) * Lanes.Count);
    }

    // As many of the eight lanes at a time as a vector holds. Six loads to eight multiplications: what the registers hold of the
    // table of products.
    static void TwoByFour(double* r, double* x, double* first, double* second)
    {
        for (var lane = 0; lane < Lanes.Count; lane += Width, first += Width, second += Width)
        {
            Vector<double> a0 = At(first, 0), a1 = At(first, 1), a2 = At(first, 2), a3 = At(first, 3);
            Vector<double> b0 = At(second, 0), b1 = At(second, 1), b2 = At(second, 2), b3 = At(second, 3);
            for (var row = lane; row < Rows; row += Lanes.Count)
            {
                var (u, v, y) = (Vector.Load(r + row), Vector.Load(r + Rows + row), Vector.Load(x + row));
                a0 = Vector.FusedMultiplyAdd(u, y, a0);
                b0 = Vector.FusedMultiplyAdd(v, y, b0);
                y = Vector.Load(x + Rows + row);
                a1 = Vector.FusedMultiplyAdd(u, y, a1);
                b1 = Vector.FusedMultiplyAdd(v, y, b1);
                y = Vector.Load(x + 2 * Rows + row);
                a2 = Vector.FusedMultiplyAdd(u, y, a2);
                b2 = Vector.FusedMultiplyAdd(v, y, b2);
                y = Vector.Load(x + 3 * Rows + row);
                a3 = Vector.FusedMultiplyAdd(u, y, a3);
                b3 = Vector.FusedMultiplyAdd(v, y, b3);
            }
            Put(a0, a1, a2, a3, first);
            Put(b0, b1, b2, b3, second);
        }
    }

    static void OneByFour(double* r, double* x, double* sums)
    {
        for (var lane = 0; lane < Lanes.Count; lane += Width, sums += Width)
        {
            Vector<double> a0 = At(sums, 0), a1 = At(sums, 1), a2 = At(sums, 2), a3 = At(sums, 3);
            Vector<double> b0 = default, b1 = default, b2 = default, b3 = default;
            for (var row = lane; row < Rows; row += 2 * Lanes.Count)
            {
                var (u, v) = (Vector.Load(r + row), Vector.Load(r + row + Lanes.Count));
                var y = x + row;
                a0 = Vector.FusedMultiplyAdd(u, Vector.Load(y), a0);
                b0 = Vector.FusedMultiplyAdd(v, Vector.Load(y + Lanes.Count), b0);
                a1 = Vector.FusedMultiplyAdd(u, Vector.Load(y + Rows), a1);
                b1 = Vector.FusedMultiplyAdd(v, Vector.Load(y + Rows + Lanes.Count), b1);
                a2 = Vector.FusedMultiplyAdd(u, Vector.Load(y + 2 * Rows), a2);
                b2 = Vector.FusedMultiplyAdd(v, Vector.Load(y + 2 * Rows + Lanes.Count), b2);
                a3 = Vector.FusedMultiplyAdd(u, Vector.Load(y + 3 * Rows), a3);
                b3 = Vector.FusedMultiplyAdd(v, Vector.Load(y + 3 * Rows + Lanes.Count), b3);
            }
            Put(a0 + b0, a1 + b1, a2 + b2, a3 + b3, sums);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector<double> At(double* sums, int index) => Vector.Load(sums + index * Lanes.Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Put(Vector<double> a, Vector<double> b, Vector<double> c, Vector<double> d, double* sums)
    {
        a.Store(sums);
        b.Store(sums + Lanes.Count);
        c.Store(sums + 2 * Lanes.Count);
        d.Store(sums + 3 * Lanes.Count);
    }

    /// <summary>The sum over the lanes of one of the sums.</summary>
    public static double Sum(double* sums, int index) => Lanes.Sum(Vector512.Load(sums + index * Lanes.Count));
}
