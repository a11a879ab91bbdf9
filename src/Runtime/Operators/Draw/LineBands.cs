using Runtime.Charts;
using Runtime.Numerics.Rows;
using Runtime.Operators.Data;

namespace Runtime.Operators.Draw;

/// <summary>What is shaded about a line.</summary>
public enum LineBand
{
    /// <summary>Two standard errors of the mean on either side.</summary>
    Se,

    /// <summary>One standard deviation on either side of the mean.</summary>
    Sd,

    /// <summary>From the lower quartile to the upper.</summary>
    Half,
}

/// <summary>How far rows, or their mean, lie about a line.</summary>
static class LineBands
{
    public static bool IsAboutMean(this LineBand band) => band is LineBand.Se or LineBand.Sd;

    /// <summary>As it is said below the title.</summary>
    public static string Words(this LineBand band) => band switch
    {
        LineBand.Se => "Shaded: two standard errors of the mean on either side.",
        LineBand.Sd => "Shaded: one standard deviation on either side.",
        _ => "Shaded: the middle half of the rows.",
    };

    /// <summary>The lower and the upper edge at each place; NaN where there are too few rows.</summary>
    public static Spread Of(LineBand band, NumberColumn column, Grouping places, Work work)
    {
        double[] Figure(GroupFigure figure) => GroupedFigures.Numbers(column, figure, places, work);
        if (band == LineBand.Half) return new(Figure(GroupFigure.Q25), Figure(GroupFigure.Q75));
        var (means, reach) = (Figure(GroupFigure.Mean), Figure(GroupFigure.Sd));
        if (band == LineBand.Se)
        {
            var present = Present(column, places);
            for (var at = 0; at < reach.Length; at++) reach[at] *= 2 / Math.Sqrt(present[at]);
        }
        return new([.. means.Zip(reach, (mean, r) => mean - r)], [.. means.Zip(reach, (mean, r) => mean + r)]);
    }

    static int[] Present(NumberColumn column, Grouping places)
    {
        var present = new int[places.Count];
        for (var row = 0; row < places.OfRow.Length; row++)
            if (places.OfRow[row] is >= 0 and var at && !double.IsNaN(column.Storage[row])) present[at]++;
        return present;
    }
}
