namespace Runtime.Tables;

/// <summary>True and false, as the numbers 1 and 0, so that their mean is a share.</summary>
/// <param name="values">1, 0 and NaN; the caller gives the array up.</param>
public sealed class LogicalColumn(string name, double[] values) : NumberColumn(name, values, whole: true)
{
    /// <summary>How the two are written.</summary>
    public (string True, string False) Words { get; init; } = ("true", "false");

    public override ColumnType Type => ColumnType.Logical;

    public override string Show(double value) => value != 0 ? Words.True : Words.False;

    public override NumberColumn Like(string name, double[] values) => new LogicalColumn(name, values) { Words = Words };
}
