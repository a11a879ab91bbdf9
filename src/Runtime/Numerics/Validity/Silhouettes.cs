namespace Runtime.Numerics.Validity;

/// <summary>How much nearer each row is to its own group than to the nearest other one.</summary>
/// <remarks>
/// Rousseeuw 1987, J. Comput. Appl. Math. 20: s = (b − a) / max(a, b), with a the mean distance to the other rows of the own group and
/// b the least mean distance to another group. 0 for a row that is alone in its group, and where both are 0. Dunn 1974, J. Cybernetics
/// 4(1): the least distance between rows of two groups over the greatest within one.
/// </remarks>
/// <param name="Values">n numbers in −1..1; NaN for a row in no group.</param>
/// <param name="Separation">The least distance between rows of two groups.</param>
/// <param name="Diameter">The greatest distance between rows of one group.</param>
public sealed record Silhouettes(double[] Values, double Separation, double Diameter)
{
    /// <summary>∞ when all rows of each group are equal.</summary>
    public double Dunn => Separation / Diameter;

    /// <summary>All rows, exactly: each pair is measured once. O(n²) time, O(n) memory.</summary>
    /// <param name="labels">n group numbers; rows with a negative one are left out.</param>
    /// <param name="groups">At least two, each with a row.</param>
    /// <exception cref="NumericsException">A column spans a range whose squares overflow or vanish.</exception>
    public static Silhouettes Of(Matrix points, int[] labels, int groups, Work work)
    {
        Ranges.DemandSquares(points, work);
        return new SilhouettePass(GroupedPoints.Of(points, labels, groups, work), work).Run(points.Rows);
    }

    /// <summary>Some rows, each measured against all others: the values are those that <see cref="Of"/> gives them. O(n·m) time.</summary>
    /// <param name="most">How many rows at most; which ones depends on what they are, not on where they stand.</param>
    /// <returns>The values of the rows that were chosen, NaN for the others.</returns>
    /// <exception cref="NumericsException">A column spans a range whose squares overflow or vanish.</exception>
    public static double[] Sampled(Matrix points, int[] labels, int groups, int most, long seed, Work work)
    {
        Ranges.DemandSquares(points, work);
        var grouped = GroupedPoints.Of(points, labels, groups, work);
        int[] order = [.. RowSample.Order(points, seed, work).Where(r => labels[r] >= 0)];
        var m = Math.Min(most, order.Length);
        int[] rows = [.. Enumerable.Range(0, m).Select(i => order[(int)((2L * i + 1) * order.Length / (2L * m))])];
        var values = new double[points.Rows];
        Array.Fill(values, double.NaN);
        const int part = 16;
        work.For((m + part - 1) / part, p => Measure(grouped, points, labels, rows[(p * part)..Math.Min(m, (p + 1) * part)], values));
        return values;
    }

    internal static double Value(double own, double other)
    {
        var most = Math.Max(own, other);
        return most > 0 ? (other - own) / most : 0;
    }

    static unsafe void Measure(GroupedPoints grouped, Matrix points, int[] labels, int[] rows, double[] values)
    {
        var numbers = new double[rows.Length * points.Columns];
        for (var i = 0; i < rows.Length; i++)
            for (var c = 0; c < points.Columns; c++) numbers[i * points.Columns + c] = points[rows[i], c];
        var (own, best, sums) = (new double[rows.Length], new double[rows.Length], new double[rows.Length]);
        Array.Fill(best, double.PositiveInfinity);
        for (var g = 0; g < grouped.Groups; g++)
        {
            Array.Clear(sums);
            new DistanceSums(grouped, null, isWithin: true).Add(numbers, grouped.Starts[g], grouped.End(g), sums);
            for (var i = 0; i < rows.Length; i++)
            {
                if (labels[rows[i]] == g) own[i] = sums[i] / Math.Max(1, grouped.Sizes[g] - 1);
                else best[i] = Math.Min(best[i], sums[i] / grouped.Sizes[g]);
            }
        }
        for (var i = 0; i < rows.Length; i++) values[rows[i]] = grouped.Sizes[labels[rows[i]]] == 1 ? 0 : Value(own[i], best[i]);
    }
}
