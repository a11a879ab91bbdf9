namespace Runtime.Numerics.Validity;

/// <summary>Scores of groups by their centroids. O(n·d) time.</summary>
/// <param name="CalinskiHarabasz">Variance between the groups over that within; 1 when there is none within, as in scikit-learn.</param>
/// <param name="DaviesBouldin">Mean over the groups of how alike each is to the one most like it; lower is better.</param>
/// <remarks>
/// Caliński &amp; Harabasz 1974, Communications in Statistics 3(1); Davies &amp; Bouldin 1979, IEEE TPAMI 1(2), with mean distances to
/// the centroids. Limits are those of scikit-learn.
/// </remarks>
public sealed record CentroidScores(double CalinskiHarabasz, double DaviesBouldin)
{
    /// <param name="labels">n group numbers; rows with a negative one are left out.</param>
    /// <param name="groups">At least two, each with a row.</param>
    /// <exception cref="NumericsException">A column spans a range whose squares overflow or vanish.</exception>
    public static CentroidScores Of(Matrix points, int[] labels, int groups, Work work)
    {
        Ranges.DemandSquares(points, work);
        var grouped = GroupedPoints.Of(points, labels, groups, work);
        var (centroids, within, spreads) = (new double[groups][], new double[groups], new double[groups]);
        work.For(groups, g =>
        {
            (centroids[g], within[g]) = Centroid(grouped, g);
            spreads[g] = MeanDistance(grouped, g, centroids[g]);
        });
        return new(Ratio(grouped, centroids, within), Likeness(centroids, spreads));
    }

    static (double[] Centroid, double Squares) Centroid(GroupedPoints points, int group)
    {
        var (centroid, squares) = (new double[points.Dimensions], 0.0);
        for (var c = 0; c < centroid.Length; c++)
        {
            var numbers = points.Numbers(group, c);
            centroid[c] = numbers[0] + Lanes.About(numbers, numbers[0]).Sum / numbers.Length;
            squares += Lanes.About(numbers, centroid[c]).Squares;
        }
        return (centroid, squares);
    }

    static unsafe double MeanDistance(GroupedPoints points, int group, double[] centroid)
    {
        var sum = new double[1];
        new DistanceSums(points, null, isWithin: true).Add(centroid, points.Starts[group], points.End(group), sum);
        return sum[0] / points.Sizes[group];
    }

    static double Ratio(GroupedPoints points, double[][] centroids, double[] within)
    {
        var (groups, rows, between) = (points.Groups, points.Rows, 0.0);
        for (var c = 0; c < points.Dimensions; c++)
        {
            var middle = 0.0;
            for (var g = 0; g < groups; g++) middle += (centroids[g][c] - centroids[0][c]) * points.Sizes[g];
            middle = centroids[0][c] + middle / rows;
            for (var g = 0; g < groups; g++) between += points.Sizes[g] * (centroids[g][c] - middle) * (centroids[g][c] - middle);
        }
        var inner = within.Sum();
        return inner == 0 ? 1 : between * (rows - groups) / (inner * (groups - 1.0));
    }

    static double Likeness(double[][] centroids, double[] spreads)
    {
        var sum = 0.0;
        for (var g = 0; g < centroids.Length; g++)
        {
            var most = 0.0;
            for (var other = 0; other < centroids.Length; other++)
            {
                var square = 0.0;
                for (var c = 0; c < centroids[g].Length; c++)
                    square += (centroids[g][c] - centroids[other][c]) * (centroids[g][c] - centroids[other][c]);
                if (square > 0) most = Math.Max(most, (spreads[g] + spreads[other]) / Math.Sqrt(square));
            }
            sum += most;
        }
        return sum / centroids.Length;
    }
}
