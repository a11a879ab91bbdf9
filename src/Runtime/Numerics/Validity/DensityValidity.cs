namespace Runtime.Numerics.Validity;

/// <summary>How dense groups are within, against how thin it is between them: DBCV, −1..1.</summary>
/// <remarks>
/// Moulavi, Jaskowiak, Campello, Zimek &amp; Sander 2014, SDM. The paper leaves open which spanning tree is taken where edges are
/// equally long, and most are: here the nearer rows are joined first, then those whose numbers are lesser, column by column. So the
/// order of rows does not matter. Equal rows are one row that counts as often; a distance of zero adds nothing to a density, as in the
/// package hdbscan. Where no edge is internal, all are taken, as there. O(n²) time, O(n) memory.
/// </remarks>
/// <param name="Value">Mean of the groups, by their share of all rows: those in no group count as 0.</param>
/// <param name="OfGroups">One for each group.</param>
public sealed record DensityValidity(double Value, double[] OfGroups)
{
    /// <param name="labels">n group numbers; rows with a negative one are noise.</param>
    /// <param name="groups">At least two, each with a row.</param>
    /// <exception cref="NumericsException">A column spans a range whose squares overflow or vanish.</exception>
    public static DensityValidity Of(Matrix points, int[] labels, int groups, Work work)
    {
        Ranges.DemandSquares(points, work);
        var rows = new List<int>[groups];
        for (var g = 0; g < groups; g++) rows[g] = [];
        for (var row = 0; row < labels.Length; row++) if (labels[row] >= 0) rows[labels[row]].Add(row);
        var skeletons = new GroupSkeleton[groups];
        // Within a group its rows are dealt to the threads; the trees of groups grow side by side.
        var cores = new double[groups][];
        var distinct = new Density.DistinctPoints[groups];
        for (var g = 0; g < groups; g++)
        {
            work.Report("measuring densities", (double)g / groups);
            distinct[g] = Density.DistinctPoints.Of(points.Take([.. rows[g]]), work);
            cores[g] = GroupSkeleton.SquaredCores(distinct[g], work);
        }
        var grown = 0;
        work.For(groups, g =>
        {
            skeletons[g] = GroupSkeleton.Of(distinct[g], cores[g], work.Cancel);
            work.Report("joining rows of each cluster", (double)Interlocked.Increment(ref grown) / groups);
        });
        var separations = SkeletonSeparation.Squares(skeletons, points.Columns, work);
        double[] values = [.. skeletons.Select((s, g) => Validity(Math.Sqrt(separations[g]), Math.Sqrt(s.SparsenessSquare)))];
        return new(values.Select((v, g) => v * rows[g].Count).Sum() / labels.Length, values);
    }

    static double Validity(double separation, double sparseness) =>
        Math.Max(separation, sparseness) is > 0 and var most ? (separation - sparseness) / most : 0;
}
