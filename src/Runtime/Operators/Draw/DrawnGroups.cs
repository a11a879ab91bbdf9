using Runtime.Numerics.Rows;
using Runtime.Numerics.Statistics;
using Runtime.Operators.Data;

namespace Runtime.Operators.Draw;

/// <summary>The groups of a labeling that a chart has room for.</summary>
/// <param name="Labels">The largest in their order, what is in none last.</param>
/// <param name="OfRow">Which of them each row is in, by their places in <paramref name="Labels"/>; −1 for none.</param>
sealed record DrawnGroups(int[] Labels, int[] OfRow)
{
    public static DrawnGroups Of(Labeling labeling, int most)
    {
        var sizes = labeling.Sizes();
        var largest = Enumerable.Range(0, sizes.Length).Where(c => sizes[c] > 0).OrderByDescending(c => sizes[c]).Take(most).Order();
        int[] labels = labeling.Ungrouped > 0 ? [.. largest, -1] : [.. largest];
        var places = new int[sizes.Length + 1];
        Array.Fill(places, -1);
        for (var at = 0; at < labels.Length; at++) places[labels[at] + 1] = at;
        return new(labels, RowGroups.Map(labeling.Labels, places));
    }

    /// <summary>What a column comes to in each group, as <c>group</c> has it; NaN without values.</summary>
    /// <param name="groups">The group of each row, from 0; −1 for none.</param>
    public static double[] Figures(NumberColumn column, int[] groups, int count, GroupFigure figure, Work work)
    {
        var grouping = Grouping.Of(groups, count);
        return figure.IsOfRows() ? Group.OfRows("", figure, grouping).Storage
            : ((NumberColumn)new GroupedColumn(column, grouping, work).Of("", figure)).Storage;
    }
}
