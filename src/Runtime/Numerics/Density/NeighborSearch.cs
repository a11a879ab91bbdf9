using System.Numerics;
using System.Runtime.CompilerServices;

namespace Runtime.Numerics.Density;

/// <summary>A thread's own memory of a search for the k nearest neighbours of a leaf's points.</summary>
/// <remarks>
/// A list holds the first k of what was met in the order of (distance, when it was met), whatever k is: the list for a
/// smaller k is the beginning of that for a larger one. Long lists are not kept sorted hit by hit: hits wait in a buffer
/// that is sorted and merged in when it is full, O(log k) a hit.
/// </remarks>
sealed unsafe class NeighborSearch
{
    /// <summary>The longest list into which hits are inserted one by one.</summary>
    const int MostInserted = 32;

    readonly int k;
    readonly int room;
    readonly AlignedNumbers squares;
    readonly int[] places;
    readonly int[] found = new int[KdTree.LeafSize];
    readonly double[] waitingSquares;
    readonly int[] waitingPlaces;
    readonly int[] waiting = new int[KdTree.LeafSize];
    readonly int[] order;

    public NeighborSearch(int dimensions, int k)
    {
        (this.k, room) = (k, k <= MostInserted ? 0 : Math.Max(2 * KdTree.LeafSize, k / 4));
        (squares, places) = (new AlignedNumbers(KdTree.LeafSize * k, 0), new int[KdTree.LeafSize * k]);
        (waitingSquares, waitingPlaces) = (new double[KdTree.LeafSize * room], new int[KdTree.LeafSize * room]);
        order = new int[room];
        Group = new LeafGroup(dimensions);
    }

    public LeafGroup Group { get; }

    public ReadOnlySpan<double> Squares(int lane) => squares.Span.Slice(lane * k, k);

    public ReadOnlySpan<int> Places(int lane) => places.AsSpan(lane * k, k);

    public void Start(uint lanes)
    {
        Array.Clear(found);
        for (var lane = 0; lane < KdTree.LeafSize; lane++)
            Group.Bounds[lane] = (lanes >> lane & 1) == 0 ? -1 : double.PositiveInfinity;
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Insert(int lane, int first, uint hits)
    {
        var (count, bound) = (found[lane], Group.Bounds[lane]);
        var row = squares.Pointer + lane * k;
        fixed (int* allPlaces = places)
        {
            var rowPlaces = allPlaces + lane * k;
            for (; hits != 0; hits &= hits - 1)
            {
                var hit = BitOperations.TrailingZeroCount(hits);
                var square = Group.Squares[hit];
                if (square >= bound) continue;
                var at = count < k ? count++ : k - 1;
                for (; at > 0 && row[at - 1] > square; at--) (row[at], rowPlaces[at]) = (row[at - 1], rowPlaces[at - 1]);
                (row[at], rowPlaces[at]) = (square, first + hit);
                if (count == k) bound = row[k - 1];
            }
        }
        found[lane] = count;
        Group.Bounds[lane] = bound;
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
        var row = squares.Span.Slice(lane * k, k);
        var rowPlaces = places.AsSpan(lane * k, k);
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
