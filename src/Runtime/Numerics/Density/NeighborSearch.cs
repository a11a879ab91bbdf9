using System.Numerics;
using System.Runtime.CompilerServices;

namespace Runtime.Numerics.Density;

/// <summary>A thread's own memory of a search for the k nearest neighbours of a leaf's points.</summary>
/// <remarks>
/// A list holds the first k of what was met in the order of (distance, when it was met), whatever k is: the list for a
/// smaller k is the beginning of that for a larger one. Short lists are full from the start, of +∞. Long ones are not kept
/// sorted hit by hit: hits wait in a buffer that is sorted and merged in when it is full, O(log k) a hit.
/// </remarks>
sealed unsafe class NeighborSearch
{
    /// <summary>The longest list into which hits are inserted one by one.</summary>
    const int MostInserted = 32;

    readonly int k;
    readonly int room;
    readonly int stride;
    readonly AlignedNumbers squares;
    readonly AlignedNumbers places;
    readonly int[] found = new int[KdTree.LeafSize];
    readonly double[] waitingSquares;
    readonly int[] waitingPlaces;
    readonly int[] waiting = new int[KdTree.LeafSize];
    readonly int[] order;

    /// <param name="filter">What leaves points out before they are measured.</param>
    public NeighborSearch(int dimensions, int k, NearFilter? filter)
    {
        (this.k, room) = (k, k <= MostInserted ? 0 : Math.Max(2 * KdTree.LeafSize, k / 4));
        stride = Width + (k + Width - 1) / Width * Width;
        (squares, places) = (new(KdTree.LeafSize * stride, 0), new(KdTree.LeafSize * stride, 0));
        (waitingSquares, waitingPlaces) = (new double[KdTree.LeafSize * room], new int[KdTree.LeafSize * room]);
        order = new int[room];
        Group = new LeafGroup(dimensions);
        Masks = filter is null ? null : new NearMasks(filter);
    }

    public LeafGroup Group { get; }

    public NearMasks? Masks { get; }

    /// <summary>What stands before a list and ends it: a vector whose last number is −∞, and room up to a whole vector.</summary>
    static int Width => Vector<double>.Count;

    public Span<double> Squares(int lane) => squares.Span.Slice(lane * stride + Width, k);

    /// <summary>Where the points of the list stand: whole numbers.</summary>
    public Span<double> Places(int lane) => places.Span.Slice(lane * stride + Width, k);

    public void Start(uint lanes)
    {
        if (room == 0) squares.Span.Fill(double.PositiveInfinity);
        else Array.Clear(found);
        for (var lane = 0; lane < KdTree.LeafSize; lane++)
        {
            squares.Pointer[lane * stride + Width - 1] = double.NegativeInfinity;
            Group.Bounds[lane] = (lanes >> lane & 1) == 0 ? -1 : double.PositiveInfinity;
        }
    }

    /// <summary>Takes the hits of a sweep for a lane.</summary>
    public void Take(int lane, int first, uint hits)
    {
        if (room == 0) Insert(lane, first, hits);
        else Collect(lane, first, hits);
    }

    /// <summary>Merges in what waits: the lists are whole.</summary>
    public void Finish()
    {
        if (room == 0) return;
        for (var lane = 0; lane < KdTree.LeafSize; lane++) Merge(lane);
    }

    // In a sorted list, what stands at i afterwards is max(before it, min(at it, the new one)): no branch to mispredict.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Insert(int lane, int first, uint hits)
    {
        double* row = squares.Pointer + lane * stride + Width, place = places.Pointer + lane * stride + Width;
        for (; hits != 0; hits &= hits - 1)
        {
            var hit = BitOperations.TrailingZeroCount(hits);
            if (Group.Squares[hit] >= row[k - 1]) continue;
            var (square, point) = (new Vector<double>(Group.Squares[hit]), new Vector<double>(first + hit));
            for (var i = stride - 2 * Width; i >= 0; i -= Width)
            {
                var (before, at) = (Vector.Load(row + i - 1), Vector.Load(row + i));
                var (later, here) = (Vector.GreaterThan(before, square), Vector.GreaterThan(at, square));
                Vector.ConditionalSelect(later, before, Vector.ConditionalSelect(here, square, at)).Store(row + i);
                var stays = Vector.ConditionalSelect(here, point, Vector.Load(place + i));
                Vector.ConditionalSelect(later, Vector.Load(place + i - 1), stays).Store(place + i);
            }
        }
        Group.Bounds[lane] = row[k - 1];
    }

    void Collect(int lane, int first, uint hits)
    {
        if (waiting[lane] + BitOperations.PopCount(hits) > room) Merge(lane);
        var at = lane * room + waiting[lane];
        for (; hits != 0; hits &= hits - 1)
        {
            var hit = BitOperations.TrailingZeroCount(hits);
            (waitingSquares[at], waitingPlaces[at++]) = (Group.Squares[hit], first + hit);
        }
        waiting[lane] = at - lane * room;
    }

    void Merge(int lane)
    {
        var count = waiting[lane];
        var news = waitingSquares.AsSpan(lane * room, count);
        var newPlaces = waitingPlaces.AsSpan(lane * room, count);
        var ranks = order.AsSpan(0, count);
        Sort(news, ranks);
        Span<double> row = Squares(lane), rowPlaces = Places(lane);
        var (i, j) = (found[lane] - 1, count - 1);
        found[lane] = Math.Min(k, found[lane] + count);
        for (var surplus = i + j + 2 - found[lane]; surplus > 0; surplus--) if (j >= 0 && (i < 0 || news[j] >= row[i])) j--; else i--;
        for (var at = found[lane] - 1; j >= 0; at--)
        {
            if (i >= 0 && row[i] > news[j]) (row[at], rowPlaces[at]) = (row[i], rowPlaces[i--]);
            else (row[at], rowPlaces[at]) = (news[j], newPlaces[ranks[j--]]);
        }
        waiting[lane] = 0;
        if (found[lane] == k) Group.Bounds[lane] = row[k - 1];
    }

    /// <summary>Sorts squares and says where each was; equal ones stay in their order.</summary>
    static void Sort(Span<double> keys, Span<int> ranks)
    {
        for (var i = 0; i < ranks.Length; i++) ranks[i] = i;
        keys.Sort(ranks);
        for (int start = 0, end; start < keys.Length; start = end)
        {
            for (end = start + 1; end < keys.Length && keys[end] == keys[start];) end++;
            if (end - start > 1) ranks[start..end].Sort();
        }
    }
}
