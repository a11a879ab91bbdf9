namespace Runtime.Numerics.Density;

/// <summary>The exact minimum spanning tree of points under mutual reachability, by Borůvka's rounds.</summary>
/// <remarks>
/// In a round every component finds its shortest edge to another; edges that would close a circle (ties) are left out.
/// First the rounds only take edges that the neighbour lists prove to be shortest: an edge from a to b with core(b) ≤
/// core(a) and d(a, b) ≤ core(a) weighs core(a), and nothing at a weighs less. When that joins little, the tree is
/// searched; in many columns, where that is dear, by the smaller components only, whose edges join the larger ones as well.
/// For each point a floor is kept under which it has no edge out of its component; it only ever rises.
/// The bounds that threads share cut searches off but decide nothing: ties go to the lower place.
/// March, Ram &amp; Gray 2010, KDD; McInnes &amp; Healy 2017, ICDMW.
/// </remarks>
sealed unsafe class Boruvka
{
    readonly KdTree tree;
    readonly Work work;
    readonly Neighborhoods near;
    readonly ForestState state;
    readonly SpanningTree edges;
    NearFilter? filter;

    public Boruvka(KdTree tree, Neighborhoods near, Work work)
    {
        (this.tree, this.near, this.work) = (tree, near, work);
        state = new ForestState(tree, near.CoreSquares);
        edges = new SpanningTree(tree.Count);
    }

    public SpanningTree Join()
    {
        var searching = near.Kept == 0;
        while (state.Components > 1)
        {
            work.Report("joining components", (double)edges.Count / (tree.Count - 1));
            Look();
            state.FindBest();
            if (searching) Search();
            var before = state.Components;
            state.Merge(edges, certainOnly: !searching || filter is not null, work);
            searching |= state.Components > before * 0.7;
        }
        return edges;
    }

    void Search()
    {
        filter ??= NearFilter.Of(tree, work);
        new EdgeSearch(tree, state, filter, filter is null ? null : state.Smaller(), work).Run();
        state.FindBest();
    }

    /// <summary>Looks for each point's shortest way out among its listed neighbours.</summary>
    void Look() => work.ForBlocks(tree.Count, (start, end) =>
    {
        for (var point = start; point < end; point++) state.Look(point, near.Lists.AsSpan(point * near.Kept, near.Kept));
    });
}
