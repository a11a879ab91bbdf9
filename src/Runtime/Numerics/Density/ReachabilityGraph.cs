using System.Numerics;

namespace Runtime.Numerics.Density;

/// <summary>From each point those that a walk by reachability may have to go to next: few edges that stand for all.</summary>
/// <remarks>
/// The reachability of q from p is max(core(p), d(p, q)). Where it is not below core(q) it is the mutual reachability of both, and of all
/// such steps that leave a set of points the least is as long as an edge of the minimum spanning tree that leaves it (the cut property).
/// Where it is below, p is nearer to q than core(q): fewer than min_samples points are. These and the edges of the tree hold a least
/// step out of every set, so that a walk along them is one along all n² pairs; which of equal steps comes first is free in the paper, too.
/// </remarks>
sealed unsafe class ReachabilityGraph
{
    readonly KdTree tree;
    readonly double[] cores;

    /// <summary>Where the edges of each point begin, and where these lead.</summary>
    readonly int[] first, targets;

    ReachabilityGraph(KdTree tree, double[] cores, int[] first, int[] targets) =>
        (this.tree, this.cores, this.first, this.targets) = (tree, cores, first, targets);

    public ReadOnlySpan<int> From(int point) => targets.AsSpan(first[point]..first[point + 1]);

    /// <summary>The squared reachability of a point from another.</summary>
    public double Square(int from, int to) => Math.Max(cores[from], tree.SquaredDistance(from, to));

    /// <param name="cores">Squared core distances of the points at their places.</param>
    /// <param name="edges">A minimum spanning tree under mutual reachability.</param>
    /// <exception cref="NumericsException">There are more edges than an array holds.</exception>
    public static ReachabilityGraph Of(KdTree tree, double[] cores, SpanningTree edges, Work work)
    {
        var search = new RadiusSearch(tree, cores, work);
        var starts = new int[tree.Count + 1];
        search.Visit("counting near points", (point, start, hits, squares) =>
            starts[point + 1] += BitOperations.PopCount(Within(cores, point, start, hits, squares)));
        if (starts.Sum(s => (long)s) + 2L * edges.Count > Array.MaxLength)
            throw new NumericsException("The rows have more near ones than can be listed.", "Give `min_samples` a smaller value.");
        for (var point = 0; point < tree.Count; point++) starts[point + 1] += starts[point];
        var (sources, filled) = (new int[starts[^1]], new int[tree.Count]);
        search.Visit("listing near points", (point, start, hits, squares) =>
        {
            for (var near = Within(cores, point, start, hits, squares); near != 0; near &= near - 1)
                sources[starts[point] + filled[point]++] = start + BitOperations.TrailingZeroCount(near);
        });
        return Turned(tree, cores, starts, sources, edges);
    }

    /// <summary>The hits from which a point is reached below its own core distance.</summary>
    static uint Within(double[] cores, int point, int start, uint hits, double* squares)
    {
        var within = 0u;
        for (; hits != 0; hits &= hits - 1)
        {
            var lane = BitOperations.TrailingZeroCount(hits);
            if (start + lane != point && Math.Max(squares[lane], cores[start + lane]) < cores[point]) within |= 1u << lane;
        }
        return within;
    }

    /// <summary>The edges by where they begin, and those of the tree in both directions.</summary>
    static ReachabilityGraph Turned(KdTree tree, double[] cores, int[] starts, int[] sources, SpanningTree edges)
    {
        var first = new int[tree.Count + 1];
        foreach (var source in sources) first[source + 1]++;
        for (var edge = 0; edge < edges.Count; edge++) (first[edges.From[edge] + 1], first[edges.To[edge] + 1]) =
            (first[edges.From[edge] + 1] + 1, first[edges.To[edge] + 1] + 1);
        for (var point = 0; point < tree.Count; point++) first[point + 1] += first[point];
        var (targets, next) = (new int[first[^1]], first[..^1]);
        for (var edge = 0; edge < edges.Count; edge++)
        {
            targets[next[edges.From[edge]]++] = edges.To[edge];
            targets[next[edges.To[edge]]++] = edges.From[edge];
        }
        for (var point = 0; point < tree.Count; point++)
            for (var i = starts[point]; i < starts[point + 1]; i++) targets[next[sources[i]]++] = point;
        return new(tree, cores, first, targets);
    }
}
