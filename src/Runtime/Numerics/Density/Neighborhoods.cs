namespace Runtime.Numerics.Density;

/// <summary>What one pass over the nearest neighbours leaves for the tree: core distances and the closest neighbours.</summary>
/// <param name="Samples">The number of neighbours that was asked for.</param>
/// <param name="CoreSquares">Squared core distances of the points at their places; +∞ where a leaf's lane holds no point.</param>
/// <param name="Lists">
/// Up to <paramref name="Kept"/> places of near neighbours for every point, nearest first, all within its core distance; −1
/// ends a list.
/// </param>
/// <param name="Kept">Room in a list.</param>
sealed unsafe record Neighborhoods(int Samples, AlignedNumbers CoreSquares, int[] Lists, int Kept)
{
    /// <summary>Longest list kept for joining components; longer ones gain nothing and cost memory.</summary>
    const int MostKept = 24;

    /// <summary>Room in a list for so many neighbours.</summary>
    public static int Room(int samples, KdTree tree) => Math.Min(Math.Min(samples, tree.Count - 1), MostKept);

    /// <summary>The lists hold what a pass for so few neighbours would find.</summary>
    public bool Cover(int samples) => samples == Samples || samples < Samples && samples <= Kept;

    /// <summary>What a pass for that many neighbours gives, if these <see cref="Cover"/> it, in arrays of its own. Linear time.</summary>
    public Neighborhoods For(int samples, KdTree tree, Work work)
    {
        if (samples == Samples) return this with { Lists = [.. Lists] };
        var kept = Room(samples, tree);
        var cores = new AlignedNumbers(CoreSquares.Length, double.PositiveInfinity);
        var fewer = new Neighborhoods(samples, cores, new int[tree.Count * kept], kept);
        work.ForBlocks(tree.Count, (start, end) =>
        {
            for (var point = start; point < end; point++)
            {
                var (list, shorter) = (Lists.AsMemory(point * Kept, kept), fewer.Lists.AsMemory(point * kept, kept));
                cores.Pointer[point] = Shorten(list.Span, shorter.Span, point, samples, tree);
            }
        });
        return fewer;
    }

    /// <summary>Copies a list as far as the new core distance goes, which it gives (squared).</summary>
    static double Shorten(ReadOnlySpan<int> list, Span<int> shorter, int point, int samples, KdTree tree)
    {
        shorter.Fill(-1);
        var rows = tree.Weights[point] - 1;
        var core = 0.0;
        for (var i = 0; i < list.Length && list[i] >= 0; i++)
        {
            if (rows >= samples && tree.SquaredDistance(point, list[i]) > core) break;
            shorter[i] = list[i];
            if (rows >= samples) continue;
            rows += tree.Weights[list[i]];
            if (rows >= samples || i == list.Length - 1) core = tree.SquaredDistance(point, list[i]);
        }
        return core;
    }
}
