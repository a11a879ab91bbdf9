namespace Runtime.Numerics.Density;

/// <summary>The walk of OPTICS: always on to the point that is easiest to reach from those that were visited.</summary>
/// <remarks>Of equally near points the first in the tree comes first, so that neither rows nor threads decide.</remarks>
/// <param name="cores">Squared core distances.</param>
/// <param name="most">Squared: nothing is reached from farther, and what is less dense reaches nothing.</param>
sealed class ReachabilityWalk(ReachabilityGraph graph, double[] cores, double most, Work work)
{
    readonly bool[] visited = new bool[cores.Length];
    readonly int[] from = new int[cores.Length];
    readonly double[] squares = new double[cores.Length];
    readonly PriorityQueue<int, Step> open = new();
    int count;

    /// <summary>The points in the order of the walk.</summary>
    public int[] Order { get; } = new int[cores.Length];

    /// <summary>Of each point in that order its squared reachability; +∞ where the walk began anew.</summary>
    public double[] Squares { get; } = new double[cores.Length];

    /// <summary>The place in the order of the point that it was reached from; −1 for none.</summary>
    public int[] From { get; } = new int[cores.Length];

    /// <summary>O(m k log m): k is min_samples at most.</summary>
    /// <param name="start">Where to begin; otherwise, and whenever nothing is in reach, at the densest point that is left.</param>
    public ReachabilityWalk Go(int? start)
    {
        Array.Fill(squares, double.PositiveInfinity);
        Array.Fill(from, -1);
        int[] starts = [.. Enumerable.Range(0, cores.Length)];
        ((double[])cores.Clone()).AsSpan().Sort(starts.AsSpan(), (a, b) => a.CompareTo(b));
        SortEqual(starts);
        foreach (var point in start is { } given ? starts.Prepend(given) : starts)
        {
            if (visited[point]) continue;
            Visit(point);
            while (open.TryDequeue(out var next, out _)) if (!visited[next]) Visit(next);
        }
        return this;
    }

    /// <summary>Equally dense points by their place.</summary>
    void SortEqual(int[] starts)
    {
        for (int begin = 0, end; begin < starts.Length; begin = end)
        {
            for (end = begin + 1; end < starts.Length && cores[starts[end]] == cores[starts[begin]];) end++;
            Array.Sort(starts, begin, end - begin);
        }
    }

    void Visit(int point)
    {
        if (count % Work.BlockRows == 0) work.Report("ordering points", (double)count / cores.Length);
        var place = count++;
        visited[point] = true;
        (Order[place], Squares[place], From[place]) = (point, squares[point], from[point]);
        if (cores[point] > most) return;
        foreach (var near in graph.From(point))
        {
            if (visited[near] || graph.Square(point, near) is var square && !(square <= most && square < squares[near])) continue;
            (squares[near], from[near]) = (square, place);
            open.Enqueue(near, new(square, near));
        }
    }

    readonly record struct Step(double Square, int Point) : IComparable<Step>
    {
        public int CompareTo(Step other) =>
            Square < other.Square ? -1 : Square > other.Square ? 1 : Point.CompareTo(other.Point);
    }
}
