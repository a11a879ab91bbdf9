using System.Numerics;
using System.Runtime.CompilerServices;

namespace Runtime.Numerics.Embedding;

/// <summary>Moves the points of a picture: neighbours pull, others that are drawn by lot push.</summary>
/// <remarks>
/// The loss of McInnes, Healy &amp; Melville 2018, arXiv:1802.03426, as it is in expectation: Damrich &amp; Hamprecht 2021, NeurIPS. In place
/// of edges drawn one after the other, each epoch moves all points at once by what all their edges say of the last epoch's places, so
/// that no order and no number of threads is in it. What pulls is damped as in a backward step (½ of the whole pull stands in the
/// denominator): many neighbours at once would throw a point beyond them. Who pushes is a function of seed, epoch, point and number alone.
/// </remarks>
sealed class LayoutEpochs(NeighbourGraph graph, NearnessCurve curve, int dims, long seed, Work work)
{
    /// <summary>Points that push in one epoch; they stand for <see cref="PushRate"/> an edge. More say the same with less noise.</summary>
    const int Pushing = 16;

    /// <summary>Pushes for each pull, as in umap-learn.</summary>
    const double PushRate = 5;

    /// <summary>No push is farther along an axis, and none counts as nearer (squared), as in umap-learn.</summary>
    const double MostPush = 4, LeastPushed = 1e-3;

    const double FirstRate = 1, Damping = 0.5, LeastSquare = 1e-12;
    const int Chunk = 256, Lane = 8;

    readonly int n = graph.Points;

    /// <summary>Moves the points so many times, ever less.</summary>
    /// <param name="places">n × dims, point by point; used up.</param>
    public double[] Run(double[] places, int epochs)
    {
        var (now, next) = (places, new double[places.Length]);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            work.Report("laying out points", (double)epoch / epochs);
            var rate = FirstRate * (epochs - epoch) / epochs;
            var (state, from, to) = (new RandomStream(seed, Stream, epoch).NextBits(), now, next);
            work.For((n + Chunk - 1) / Chunk, chunk => Move(chunk * Chunk, Math.Min(n, (chunk + 1) * Chunk), from, to, state, rate));
            (now, next) = (next, now);
        }
        return now;
    }

    const long Stream = 0x756D6170;

    void Move(int first, int end, double[] now, double[] next, ulong state, double rate)
    {
        var most = 0;
        for (var p = first; p < end; p++) most = Math.Max(most, graph.Starts[p + 1] - graph.Starts[p]);
        var room = Padded(most) + Pushing;
        var (gaps, factors, sums) = (new double[room * dims], new double[room], new double[dims]);
        for (var p = first; p < end; p++)
        {
            var edges = graph.To.AsSpan(graph.Starts[p]..graph.Starts[p + 1]);
            var pulling = Padded(edges.Length);
            for (var i = 0; i < edges.Length; i++) factors[i] = Gap(now, p, edges[i], gaps, i);
            factors.AsSpan(edges.Length, pulling - edges.Length).Fill(1);
            for (var i = 0; i < Pushing; i += 2)
            {
                var bits = RandomStream.At(state, (long)p * Pushing + i);
                factors[pulling + i] = Gap(now, p, Drawn(bits >> 32), gaps, pulling + i);
                factors[pulling + i + 1] = Gap(now, p, Drawn((uint)bits), gaps, pulling + i + 1);
            }
            Pull(factors.AsSpan(0, pulling));
            Push(factors.AsSpan(pulling, Pushing));
            var step = rate / (1 + Damping * rate * Add(p, edges.Length, pulling, factors, gaps, sums));
            for (var c = 0; c < dims; c++) next[p * dims + c] = now[p * dims + c] + step * sums[c];
        }
    }

    static int Padded(int edges) => (edges + Lane - 1) / Lane * Lane;

    /// <summary>A number below n of 32 bits.</summary>
    int Drawn(ulong bits) => (int)(bits * (ulong)n >> 32);

    /// <summary>Where another point is seen from this one, and the squared distance.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    double Gap(double[] now, int point, int other, double[] gaps, int at)
    {
        var square = 0.0;
        for (var c = 0; c < dims; c++)
        {
            var gap = now[other * dims + c] - now[point * dims + c];
            gaps[at * dims + c] = gap;
            square += gap * gap;
        }
        return square;
    }

    /// <summary>What squared distances are pulled by, a unit of distance: 2 a b d²⁽ᵇ⁻¹⁾ / (1 + a d²ᵇ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Pull(Span<double> squares)
    {
        Vector<double> one = Vector<double>.One, least = new(LeastSquare), a = new(curve.A), all = new(2 * curve.A * curve.B);
        for (var at = 0; at < squares.Length; at += Vector<double>.Count)
        {
            var lanes = squares.Slice(at, Vector<double>.Count);
            var square = Vector.MaxNative(new Vector<double>(lanes), least);
            var power = Powers.OfPositive(square, curve.B);
            (all * power / (square * (one + a * power))).CopyTo(lanes);
        }
    }

    /// <summary>And what they are pushed by: 2 b / ((0.001 + d²) (1 + a d²ᵇ)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Push(Span<double> squares)
    {
        Vector<double> one = Vector<double>.One, least = new(LeastSquare), a = new(curve.A), all = new(2 * curve.B), near = new(LeastPushed);
        for (var at = 0; at < squares.Length; at += Vector<double>.Count)
        {
            var lanes = squares.Slice(at, Vector<double>.Count);
            var square = Vector.MaxNative(new Vector<double>(lanes), least);
            (all / ((near + square) * (one + a * Powers.OfPositive(square, curve.B)))).CopyTo(lanes);
        }
    }

    /// <summary>The sums of all pulls and pushes on a point; gives the whole pull a unit of distance.</summary>
    double Add(int point, int edges, int pulling, double[] factors, double[] gaps, double[] sums)
    {
        Array.Clear(sums);
        var (pull, weight, first) = (0.0, 0.0, graph.Starts[point]);
        for (var i = 0; i < edges; i++)
        {
            weight += graph.Weights[first + i];
            // An edge pulls at both of its ends, and each end has it.
            var factor = 2 * graph.Weights[first + i] * factors[i];
            pull += factor;
            for (var c = 0; c < dims; c++) sums[c] += factor * gaps[i * dims + c];
        }
        var share = PushRate * weight / Pushing;
        for (var i = pulling; i < pulling + Pushing; i++)
            for (var c = 0; c < dims; c++)
                sums[c] -= share * double.MaxNative(-MostPush, double.MinNative(MostPush, factors[i] * gaps[i * dims + c]));
        return pull;
    }
}
