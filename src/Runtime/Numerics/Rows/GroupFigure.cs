namespace Runtime.Numerics.Rows;

/// <summary>What is computed of each group: of its rows (count, share), or of a column's values in it.</summary>
public enum GroupFigure
{
    Count,
    Share,
    Distinct,
    First,
    Last,
    Mean,
    Sd,
    Min,
    Max,
    Sum,
    Q01,
    Q05,
    Q10,
    Q25,
    Median,
    Q75,
    Q90,
    Q95,
    Q99,
}

/// <summary>What can be computed of which columns.</summary>
public static class GroupFigureKinds
{
    /// <summary>It is of the rows of a group, whatever their columns hold.</summary>
    public static bool IsOfRows(this GroupFigure figure) => figure is GroupFigure.Count or GroupFigure.Share;

    /// <summary>What it is where there are no rows; null when it is missing then.</summary>
    public static double? OfNone(this GroupFigure figure) =>
        figure is GroupFigure.Count or GroupFigure.Share or GroupFigure.Distinct ? 0 : null;

    /// <summary>The type of the figure of a column; null when a column of this type has none.</summary>
    public static ColumnType? TypeOf(this GroupFigure figure, ColumnType column) => figure switch
    {
        GroupFigure.First or GroupFigure.Last => column,
        GroupFigure.Distinct => ColumnType.Integer,
        GroupFigure.Min or GroupFigure.Max when column == ColumnType.Time => column,
        _ => column.IsNumeric() ? ColumnType.Number : null,
    };

    /// <summary>The share of values that a quantile is not below.</summary>
    public static double? Share(this GroupFigure figure) => figure switch
    {
        GroupFigure.Q01 => 0.01,
        GroupFigure.Q05 => 0.05,
        GroupFigure.Q10 => 0.1,
        GroupFigure.Q25 => 0.25,
        GroupFigure.Median => 0.5,
        GroupFigure.Q75 => 0.75,
        GroupFigure.Q90 => 0.9,
        GroupFigure.Q95 => 0.95,
        GroupFigure.Q99 => 0.99,
        _ => null,
    };
}
