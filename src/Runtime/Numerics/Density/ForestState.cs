namespace Runtime.Numerics.Density;

/// <summary>The components of a growing spanning forest, and what is known of each point's shortest edge out of its own.</summary>
sealed unsafe class ForestState
{
    const int None = -1;

    readonly KdTree tree;
    readonly double[] leastCore;

    public ForestState(KdTree tree, AlignedNumbers cores)
    {
        (this.tree, Cores) = (tree, cores);
        Components = tree.Count;
        Component = new int[tree.Leaves * KdTree.LeafSize];
        for (var i = 0; i < Component.Length; i++) Component[i] = i < tree.Count ? i : None;
        ComponentOfNode = new int[tree.Nodes];
        leastCore = new double[tree.Nodes];
        Floor = cores.Span[..tree.Count].ToArray();
        Square = new double[tree.Count];
        Target = new int[tree.Count];
        Array.Fill(Target, None);
        Best = new double[tree.Count];
        BestFrom = new int[tree.Count];
        for (var node = tree.Nodes - 1; node >= 0; node--) leastCore[node] = LeastCore(node);
        RefreshNodes(Work.Alone);
    }

    /// <summary>Squared core distances.</summary>
    public AlignedNumbers Cores { get; }

    public int Components { get; private set; }

    /// <summary>The component of each point, 0..Components−1; −1 where a lane is empty.</summary>
    public int[] Component { get; }

    /// <summary>The component that a whole subtree belongs to, −1 when there are several.</summary>
    public int[] ComponentOfNode { get; }

    /// <summary>No edge of the point to another component weighs less (squared).</summary>
    public double[] Floor { get; }

    /// <summary>The weight (squared) of the edge to <see cref="Target"/>: the shortest there is when not above the floor.</summary>
    public double[] Square { get; }

    /// <summary>Where the best edge known leads; −1 when none is.</summary>
    public int[] Target { get; }

    /// <summary>The best edge known of each component: its weight (squared) and the point it starts from.</summary>
    public double[] Best { get; }

    public int[] BestFrom { get; }

    public double LeastCoreOf(int node) => leastCore[node];

    /// <summary>The point may have a shorter edge than its component's best, or an equal one.</summary>
    public bool IsOpen(int point) => !IsSettled(point) && Floor[point] <= Volatile.Read(ref Best[Component[point]]);

    bool IsSettled(int point) => Target[point] != None && Square[point] <= Floor[point];

    /// <summary>Finds the lightest edge among listed neighbours, and drops those from the list that are in its component.</summary>
    public void Look(int point, Span<int> list)
    {
        var own = Component[point];
        if (Target[point] != None && Component[Target[point]] != own && IsSettled(point)) return;
        Target[point] = None;
        Square[point] = double.MaxValue;
        var core = Cores.Pointer[point];
        var count = 0;
        foreach (var other in list)
        {
            if (other < 0) break;
            if (Component[other] == own) continue;
            list[count++] = other;
            var square = Math.Max(core, Cores.Pointer[other]);
            if (square <= Square[point]) (Square[point], Target[point]) = (square, other);
        }
        if (count < list.Length) list[count] = None;
    }

    /// <summary>The best edge of each component, ties to the lowest place.</summary>
    public void FindBest()
    {
        Array.Fill(Best, double.MaxValue, 0, Components);
        Array.Fill(BestFrom, None, 0, Components);
        for (var point = 0; point < tree.Count; point++)
        {
            var own = Component[point];
            if (Target[point] != None && Square[point] < Best[own]) (Best[own], BestFrom[own]) = (Square[point], point);
        }
    }

    /// <summary>The smallest components that hold half of the points at most, and at least one.</summary>
    public bool[] Smaller()
    {
        var (sizes, smaller) = (new int[Components], new bool[Components]);
        foreach (var component in Component.AsSpan(0, tree.Count)) sizes[component]++;
        var order = Enumerable.Range(0, Components).ToArray();
        Array.Sort((int[])sizes.Clone(), order);
        var left = tree.Count / 2;
        for (var i = 0; i < order.Length - 1 && (i == 0 || sizes[order[i]] <= left); i++)
        {
            smaller[order[i]] = true;
            left -= sizes[order[i]];
        }
        return smaller;
    }

    /// <summary>Joins components along their best edges and numbers those that are left.</summary>
    /// <param name="certainOnly">Leave components alone of which a point is still open, unless another one joins them.</param>
    public void Merge(SpanningTree edges, bool certainOnly, Work work)
    {
        if (certainOnly) Withdraw();
        var sets = new DisjointSets(Components);
        for (var own = 0; own < Components; own++)
        {
            var from = BestFrom[own];
            if (from == None || !sets.Join(own, Component[Target[from]])) continue;
            edges.Add(from, Target[from], Square[from]);
        }
        var numbers = new int[Components];
        var count = 0;
        for (var own = 0; own < Components; own++) numbers[own] = sets.Find(own) == own ? count++ : numbers[sets.Find(own)];
        Components = count;
        work.ForBlocks(tree.Count, (start, end) =>
        {
            for (var point = start; point < end; point++) Component[point] = numbers[Component[point]];
        });
        RefreshNodes(work);
    }

    void Withdraw()
    {
        for (var point = 0; point < tree.Count; point++) if (IsOpen(point)) BestFrom[Component[point]] = None;
    }

    void RefreshNodes(Work work)
    {
        work.ForBlocks(tree.Leaves, (start, end) =>
        {
            for (var leaf = start; leaf < end; leaf++)
            {
                var points = Component.AsSpan(leaf * KdTree.LeafSize, tree.PointsIn(leaf));
                ComponentOfNode[tree.NodeOfLeaf[leaf]] = points.ContainsAnyExcept(points[0]) ? None : points[0];
            }
        });
        for (var node = tree.Nodes - 1; node >= 0; node--)
        {
            if (tree.LeafCount[node] == 1) continue;
            var (left, right) = (ComponentOfNode[node + 1], ComponentOfNode[tree.Right(node)]);
            ComponentOfNode[node] = left == right ? left : None;
        }
    }

    double LeastCore(int node)
    {
        if (tree.LeafCount[node] > 1) return Math.Min(leastCore[node + 1], leastCore[tree.Right(node)]);
        var least = double.PositiveInfinity;
        var start = tree.FirstLeaf[node] * KdTree.LeafSize;
        for (var lane = 0; lane < KdTree.LeafSize; lane++) least = Math.Min(least, Cores.Pointer[start + lane]);
        return least;
    }
}
