using System.Numerics;
using System.Runtime.CompilerServices;

namespace Runtime.Numerics.Embedding;

/// <summary>Moves the points of a picture: neighbours pull, others that are drawn by lot push.</summary>
/// <remarks>
/// The loss of McInnes, Healy &amp; Melville 2018, arXiv:1802.03426, as it is in expectation: Damrich &amp; Hamprecht 2021, NeurIPS. In
/// place of edges drawn one after the other, each epoch moves all points at once by what all their edges say of the last epoch's places, so
/// that no order and no number of threads is in it. What pulls is damped as in a backward step (½ of the whole pull stands in the
/// denominator): many neighbours at once would throw a point beyond them. Who pushes is a function of seed, epoch and place alone.
/// </remarks>
sealed class LayoutEpochs(NeighbourGraph graph, NearnessCurve curve, int dims, long seed, Work work)
{
    /// <summary>Points that push one in an epoch, for <see cref="PushRate"/> an edge. More say the same with less noise.</summary>
    const int Pushing = 24;

    /// <summary>Points that are drawn for a chunk of points, each of which is pushed by a stretch of them: few are far in memory.</summary>
    const int Pool = 512;

    /// <summary>Pushes for each pull, as in umap-learn.</summary>
    const double PushRate = 5;

    /// <summary>No push is farther along an axis, and none counts as nearer (squared), as in umap-learn.</summary>
    const double MostPush = 4, LeastPushed = 1e-3;

    const double FirstRate = 1, Damping = 0.5, LeastSquare = 1e-12;
    const int Chunk = 256;

    readonly int n = graph.Points, dims = dims;
    readonly NeighbourGraph graph = graph;
    readonly NearnessCurve curve = curve;

    /// <summary>Moves the points so many times, ever less.</summary>
    /// <param name="places">n × dims, point by point; used up.</param>
    public double[] Run(double[] places, int epochs)
    {
        var (now, next) = (places, new double[places.Length]);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            work.Report("laying out points", (double)epoch / epochs);
            // Squared, unlike umap-learn's: late epochs stir less, and more neighbours are kept.
            var left = (double)(epochs - epoch) / epochs;
            var rate = FirstRate * left * left;
            var (state, from, to) = (new RandomStream(seed, Stream, epoch).NextBits(), now, next);
            work.For((n + Chunk - 1) / Chunk, chunk => new Part(this, chunk, from, to, state, rate).Move());
            (now, next) = (next, now);
        }
        return now;
    }

    const long Stream = 0x756D6170;

    static int Padded(int edges) => (edges + Lanes.Count - 1) / Lanes.Count * Lanes.Count;

    /// <summary>A chunk of points in an epoch: what they are drawn against, and room for the edges of one.</summary>
    sealed class Part
    {
        readonly LayoutEpochs all;
        readonly int first, end, dims;
        readonly double[] now, next, pool, gaps, factors, weights, pushes, sums;
        readonly ulong state;
        readonly double rate;

        public Part(LayoutEpochs all, int chunk, double[] now, double[] next, ulong state, double rate)
        {
            (this.all, dims, this.now, this.next, this.state, this.rate) = (all, all.dims, now, next, state, rate);
            (first, end) = (chunk * Chunk, Math.Min(all.n, (chunk + 1) * Chunk));
            var most = 0;
            for (var p = first; p < end; p++) most = Math.Max(most, all.graph.Starts[p + 1] - all.graph.Starts[p]);
            var room = Padded(most);
            (gaps, factors, weights) = (new double[room * dims], new double[room], new double[room]);
            (pushes, sums, pool) = (new double[Pushing * dims], new double[dims], new double[Pool * dims]);
            for (var i = 0; i < Pool; i++)
            {
                // A number below n of 32 bits.
                var other = (int)((RandomStream.At(state, (long)chunk * Pool + i) >> 32) * (ulong)all.n >> 32);
                for (var c = 0; c < dims; c++) pool[c * Pool + i] = now[other * dims + c];
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Move()
        {
            for (var p = first; p < end; p++)
            {
                var own = now.AsSpan(p * dims, dims);
                var (edges, weight) = Gather(p, own);
                var pulling = factors.AsSpan(0, Padded(edges));
                Pull(pulling, edges);
                Lanes.Products(pulling, gaps.AsSpan(0, pulling.Length * dims), sums);
                var (pull, share) = (Lanes.Sum(pulling), PushRate * weight / Pushing);
                var step = rate / (1 + Damping * rate * pull);
                Push(own, (int)((RandomStream.At(~state, p) >> 32) * (Pool - Pushing + 1) >> 32));
                for (var c = 0; c < dims; c++)
                    next[p * dims + c] = own[c] + step * (sums[c] - share * Lanes.Sum(pushes.AsSpan(c * Pushing, Pushing)));
            }
        }

        /// <summary>Where a point's neighbours are seen from it, column by column, their squared distances and weights.</summary>
        (int Edges, double Weight) Gather(int point, ReadOnlySpan<double> own)
        {
            var (start, edges) = (all.graph.Starts[point], all.graph.Starts[point + 1] - all.graph.Starts[point]);
            var (padded, sum) = (Padded(edges), 0.0);
            for (var i = 0; i < edges; i++)
            {
                var (other, square) = (all.graph.To[start + i] * dims, 0.0);
                for (var c = 0; c < own.Length; c++)
                {
                    var gap = now[other + c] - own[c];
                    gaps[c * padded + i] = gap;
                    square += gap * gap;
                }
                (factors[i], weights[i]) = (square, all.graph.Weights[start + i]);
                sum += weights[i];
            }
            for (var i = edges; i < padded; i++)
            {
                (factors[i], weights[i]) = (0, 0);
                for (var c = 0; c < own.Length; c++) gaps[c * padded + i] = 0;
            }
            return (edges, sum);
        }

        /// <summary>
        /// Of squared distances what they are pulled by, a unit of distance: 2 a b d²⁽ᵇ⁻¹⁾ / (1 + a d²ᵇ), for each weight twice: an edge
        /// pulls at both of its ends, and each end has it.
        /// </summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        void Pull(Span<double> squares, int edges)
        {
            var (a, b) = all.curve;
            Vector<double> one = Vector<double>.One, least = new(LeastSquare), scale = new(a), height = new(4 * a * b);
            // Lanes beyond the edges are 0, by their weight or as they are.
            for (var at = 0; at < edges; at += Vector<double>.Count)
            {
                var square = Vector.MaxNative(new Vector<double>(squares[at..]), least);
                var power = Powers.OfPositive(square, b);
                (height * new Vector<double>(weights, at) * power / (square * (one + scale * power))).CopyTo(squares[at..]);
            }
        }

        /// <summary>What a stretch of the pool pushes: 2 b d / ((0.001 + d²) (1 + a d²ᵇ)) along each axis, towards them.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        void Push(ReadOnlySpan<double> own, int stretch)
        {
            var (a, b) = all.curve;
            Vector<double> one = Vector<double>.One, least = new(LeastSquare), scale = new(a), height = new(2 * b), near = new(LeastPushed);
            Vector<double> most = new(MostPush);
            for (var at = 0; at < Pushing; at += Vector<double>.Count)
            {
                var square = Vector<double>.Zero;
                for (var c = 0; c < own.Length; c++)
                {
                    var gap = new Vector<double>(pool, c * Pool + stretch + at) - new Vector<double>(own[c]);
                    square += gap * gap;
                }
                var power = Powers.OfPositive(Vector.MaxNative(square, least), b);
                var factor = height / ((near + square) * (one + scale * power));
                for (var c = 0; c < own.Length; c++)
                {
                    var push = factor * (new Vector<double>(pool, c * Pool + stretch + at) - new Vector<double>(own[c]));
                    Vector.MaxNative(-most, Vector.MinNative(most, push)).CopyTo(pushes, c * Pushing + at);
                }
            }
        }
    }
}
