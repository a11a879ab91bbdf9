namespace Runtime.Numerics;

/// <summary>What doubles can square, sum and divide of columns that span so much, and the refusal of what they cannot.</summary>
/// <remarks>Half of the range of exponents is left: a result above or below it would lose digits, or all of them, in silence.</remarks>
static class Ranges
{
    const double Largest = 1e154, LeastSquared = 1e-140, LeastDivided = 1e-290;

    const string FillValues = "Leave out rows of fill values with `filter`";

    /// <summary>From the least to the greatest value of each column; infinite when no double holds it.</summary>
    public static double[] Of(Matrix points, Work work) =>
        points.Rows == 0 ? new double[points.Columns] : [.. points.Extremes(work).Select(e => e.Greatest - e.Least)];

    /// <summary>Refuses points whose squared distances, summed over all rows, overflow or vanish.</summary>
    /// <exception cref="NumericsException">They do; the widest column is at fault.</exception>
    public static void DemandSquares(Matrix points, Work work)
    {
        var ranges = Of(points, work);
        if (ranges.Length == 0) return;
        var (widest, wide) = ranges.Select((range, j) => (range, j)).MaxBy(r => r.range);
        if (!(widest * Math.Sqrt((double)points.Rows * ranges.Length) < Largest)) throw TooWide(wide);
        if (widest is > 0 and < LeastSquared) throw new NumericsException(
            "is too small: its values are so close together that the squares of their distances vanish.",
            "Bring the columns to one scale first with `scale standard`.", wide);
    }

    /// <summary>Refuses a range that a column cannot be divided by.</summary>
    /// <exception cref="NumericsException">It overflows, or has too few digits.</exception>
    public static void DemandQuotients(double range, int column)
    {
        if (!double.IsFinite(range)) throw new NumericsException(
            "is too large: from its least to its greatest value is farther than any number.",
            FillValues + ", or look at it with `describe`.", column);
        if (range is > 0 and < LeastDivided) throw new NumericsException(
            "is too small: numbers so close together have few digits.",
            "Multiply it first, as in `derive x = x * 1e300`.", column);
    }

    public static NumericsException TooWide(int column) => new(
        "is too large: its values are so far apart that the squares of their distances are beyond any number, or others vanish.",
        FillValues + ", or bring the columns to one scale first with `scale standard`.", column);
}
