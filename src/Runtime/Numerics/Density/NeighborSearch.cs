using System.Numerics;
using System.Runtime.CompilerServices;

namespace Runtime.Numerics.Density;

/// <summary>A thread's own memory of a search for the k nearest neighbours of a leaf's points.</summary>
sealed unsafe class NeighborSearch(int dimensions, int k)
{
    readonly AlignedNumbers squares = new(KdTree.LeafSize * k, 0);
    readonly int[] places = new int[KdTree.LeafSize * k];
    readonly int[] found = new int[KdTree.LeafSize];

    public LeafGroup Group { get; } = new(dimensions);

    public ReadOnlySpan<double> Squares(int lane) => squares.Span.Slice(lane * k, k);

    public ReadOnlySpan<int> Places(int lane) => places.AsSpan(lane * k, k);

    public void Start(uint lanes)
    {
        Array.Clear(found);
        for (var lane = 0; lane < KdTree.LeafSize; lane++)
            Group.Bounds[lane] = (lanes >> lane & 1) == 0 ? -1 : double.PositiveInfinity;
    }

    /// <summary>Takes the hits of a sweep into the list of a lane, which stays sorted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Insert(int lane, int first, uint hits)
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
}
