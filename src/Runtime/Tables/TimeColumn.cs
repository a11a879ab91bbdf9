namespace Runtime.Tables;

/// <summary>Dates and times of day without a zone, as whole microseconds since the start of 1970.</summary>
/// <param name="values">Whole numbers and NaN; the caller gives the array up.</param>
/// <param name="form">How they are written.</param>
public sealed class TimeColumn(string name, double[] values, TimeForm form) : NumberColumn(name, values, whole: false)
{
    public TimeForm Form => form;

    public override ColumnType Type => ColumnType.Time;

    public override string Show(double value) => form.Show(value);

    public override NumberColumn Like(string name, double[] values) => new TimeColumn(name, values, form);
}
