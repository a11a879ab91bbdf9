namespace Runtime.Numerics.Density;

/// <summary>The distinct rows of a matrix in a kd-tree, and where each row stands in it.</summary>
/// <param name="PlaceOfRow">The place of each of the n rows.</param>
/// <param name="Unit">What all coordinates are measured in, so that no square of a distance overflows.</param>
/// <param name="Widest">The column that asks for the unit; −1 when there is none.</param>
sealed record PlacedPoints(KdTree Tree, int[] PlaceOfRow, BinaryUnit Unit, int Widest)
{
    /// <summary>Squares of shorter distances have lost digits.</summary>
    const double LeastDistance = 1e-145;

    public static PlacedPoints Of(Matrix points, Work work)
    {
        work.Report("sorting points");
        var distinct = DistinctPoints.Of(points, work);
        var ranges = Ranges.Of(points, work);
        var widest = Array.IndexOf(ranges, ranges.DefaultIfEmpty(0).Max());
        var unit = widest < 0 ? BinaryUnit.One : BinaryUnit.Of(ranges[widest]);
        foreach (var column in distinct.Columns) unit.Measure(column);
        var tree = KdTree.Of(distinct, work, out var placeOfPoint);
        return new(tree, Array.ConvertAll(distinct.PointOfRow, p => placeOfPoint[p]), unit, widest);
    }

    /// <exception cref="NumericsException">Some distances vanish beside the others.</exception>
    public void DemandDigits(Dendrogram merges)
    {
        if (merges.Merges > 0) DemandDigits(merges.Distance(0));
    }

    /// <param name="least">The least distance of two points.</param>
    /// <exception cref="NumericsException">It vanishes beside the others.</exception>
    public void DemandDigits(double least)
    {
        if (least < LeastDistance) throw Ranges.TooWide(Widest);
    }
}
