using Runtime.Numerics.Statistics;

namespace Runtime.Numerics.Rows;

/// <summary>The values of a column in groups of rows, and figures of them; what several figures need is made once.</summary>
public sealed class GroupedColumn
{
    readonly Column column;
    readonly Grouping groups;
    readonly Work work;
    readonly Lazy<GroupedNumbers> numbers;
    readonly Lazy<GroupedNumbers> sorted;
    readonly Lazy<Moments[]> moments;

    public GroupedColumn(Column column, Grouping groups, Work work)
    {
        (this.column, this.groups, this.work) = (column, groups, work);
        numbers = new(() => GroupedNumbers.Of((NumberColumn)column, groups));
        sorted = new(() => numbers.Value.Sorted(groups, work));
        moments = new(() => Each(group => numbers.Value.MomentsOf(group, work)));
    }

    /// <summary>A figure of each group, of the values that are there; missing when there are too few, or no double holds it.</summary>
    public Column Of(string name, GroupFigure figure) => figure switch
    {
        GroupFigure.First => column.TakeOrMissing(Present(fromEnd: false)).Renamed(name),
        GroupFigure.Last => column.TakeOrMissing(Present(fromEnd: true)).Renamed(name),
        GroupFigure.Distinct => new NumberColumn(name, Distinct(), whole: true),
        GroupFigure.Min or GroupFigure.Max when column is TimeColumn times => times.Like(name, Numbers(figure)),
        _ => NumberColumn.Of(name, Numbers(figure)),
    };

    /// <summary>How many values a group has.</summary>
    public int CountOf(int group) => numbers.Value.CountOf(group);

    double[] Numbers(GroupFigure figure)
    {
        var isWhole = ((NumberColumn)column).Whole;
        Func<int, double> of = figure switch
        {
            GroupFigure.Mean => group => moments.Value[group].Mean,
            GroupFigure.Sd => group => moments.Value[group].StandardDeviation(1),
            GroupFigure.Min => group => moments.Value[group].Min,
            GroupFigure.Max => group => moments.Value[group].Max,
            GroupFigure.Sum => group => numbers.Value.SumOf(group, isWhole),
            _ when figure.Share() is { } share => group => sorted.Value.QuantileOf(group, share),
            _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, "It is of rows."),
        };
        return Each(group => CountOf(group) > 0 && of(group) is var value && double.IsFinite(value) ? value : double.NaN);
    }

    T[] Each<T>(Func<int, T> of)
    {
        var result = new T[groups.Count];
        groups.ForEach(work, group => result[group] = of(group));
        return result;
    }

    double[] Distinct()
    {
        var counts = new double[groups.Count];
        var equal = EqualRows.Of([new LabelColumn("", groups.OfRow, groups.Count), column], missingIsAValue: true, work);
        foreach (var row in equal.First)
            if (groups.OfRow[row] is >= 0 and var group && !column.IsMissing(row)) counts[group]++;
        return counts;
    }

    /// <summary>The first or last row of each group that has a value; −1 for none.</summary>
    int[] Present(bool fromEnd) => Each(group =>
    {
        var rows = groups.RowsOf(group);
        var at = 0;
        while (at < rows.Length && column.IsMissing(rows[fromEnd ? rows.Length - 1 - at : at])) at++;
        return at == rows.Length ? -1 : rows[fromEnd ? rows.Length - 1 - at : at];
    });
}
