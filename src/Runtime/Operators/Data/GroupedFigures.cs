using Runtime.Numerics.Rows;

namespace Runtime.Operators.Data;

/// <summary>Figures of groups as columns.</summary>
static class GroupedFigures
{
    /// <summary>What a column comes to in each group, under a name; missing without values.</summary>
    public static Column Of(Column column, string name, GroupFigure figure, Grouping groups, Work work) =>
        figure.IsOfRows() ? OfRows(name, figure, groups) : new GroupedColumn(column, groups, work).Of(name, figure);

    /// <summary>The same as numbers, NaN without values.</summary>
    public static double[] Numbers(NumberColumn column, GroupFigure figure, Grouping groups, Work work) =>
        ((NumberColumn)Of(column, column.Name, figure, groups, work)).Storage;

    /// <summary>What is of the rows of each group, whatever their columns hold.</summary>
    public static NumberColumn OfRows(string name, GroupFigure figure, Grouping groups)
    {
        var sizes = Enumerable.Range(0, groups.Count).Select(g => (double)groups.SizeOf(g));
        return figure == GroupFigure.Count ? new NumberColumn(name, [.. sizes], whole: true)
            : NumberColumn.Of(name, [.. sizes.Select(s => s / groups.Grouped)]);
    }
}
