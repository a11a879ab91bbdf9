namespace Runtime.Numerics.Rows;

/// <summary>The values of a column in groups of rows, and figures of them; what several figures need is made once.</summary>
public sealed class GroupedColumn
{
    readonly Column column;
    readonly Grouping groups;
    readonly Work work;
    readonly Lazy<GroupFigures> figures;
    readonly Lazy<double[][]> sorted;

    public GroupedColumn(Column column, Grouping groups, Work work)
    {
        (this.column, this.groups, this.work) = (column, groups, work);
        figures = new(Figures);
        sorted = new(Sorted);
    }

    /// <summary>A figure of each group, of the values that are there; missing when there are too few, or no double holds it.</summary>
    public Column Of(string name, GroupFigure figure) => figure switch
    {
        GroupFigure.First => column.TakeOrMissing(Present(fromEnd: false)).Renamed(name),
        GroupFigure.Last => column.TakeOrMissing(Present(fromEnd: true)).Renamed(name),
        GroupFigure.Distinct => new NumberColumn(name, Distinct(), whole: true),
        GroupFigure.Min or GroupFigure.Max when column is TimeColumn times => times.Like(name, figures.Value.Of(figure, groups.Count)),
        _ when figure.Share() is { } share => NumberColumn.Of(name, Quantiles(share)),
        _ => NumberColumn.Of(name, figures.Value.Of(figure, groups.Count)),
    };

    /// <summary>How many values each group has.</summary>
    public double[] Counts() => figures.Value.Of(GroupFigure.Count, groups.Count);

    /// <summary>Rows of a group stand together, so that a block of rows has few groups.</summary>
    GroupFigures Figures()
    {
        var (values, rows) = (((NumberColumn)column).Storage, groups.Rows);
        var (numbers, codes) = (new double[rows.Length], new int[rows.Length]);
        work.ForBlocks(rows.Length, (start, end) =>
        {
            for (var i = start; i < end; i++) (numbers[i], codes[i]) = (values[rows[i]], groups.OfRow[rows[i]]);
        });
        return work.Aggregate<GroupFigures, Nothing>(new RowBlock([numbers], [codes], rows.Length), default);
    }

    double[] Quantiles(double share)
    {
        var result = new double[groups.Count];
        for (var group = 0; group < result.Length; group++)
        {
            var values = sorted.Value[group];
            var position = share * (values.Length - 1);
            var below = (int)Math.Floor(position);
            result[group] = values.Length == 0 ? double.NaN
                : Interpolation.At(values[below], values[Math.Min(below + 1, values.Length - 1)], position - below);
        }
        return result;
    }

    double[][] Sorted()
    {
        var (values, result) = (((NumberColumn)column).Storage, new double[groups.Count][]);
        groups.ForEach(work, group =>
        {
            var (own, count) = (new double[groups.SizeOf(group)], 0);
            foreach (var row in groups.RowsOf(group)) if (!double.IsNaN(values[row])) own[count++] = values[row];
            if (count < own.Length) Array.Resize(ref own, count);
            Array.Sort(own);
            result[group] = own;
        });
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
    int[] Present(bool fromEnd)
    {
        var found = new int[groups.Count];
        groups.ForEach(work, group =>
        {
            var rows = groups.RowsOf(group);
            var at = 0;
            while (at < rows.Length && column.IsMissing(rows[fromEnd ? rows.Length - 1 - at : at])) at++;
            found[group] = at == rows.Length ? -1 : rows[fromEnd ? rows.Length - 1 - at : at];
        });
        return found;
    }
}
