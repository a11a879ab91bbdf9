namespace Own.Transform;

/// <summary>Where each value stands among all of its column, from 0 to 1.</summary>
[Operator("standing", "Add where each value of a column stands among all of them, from 0 to 1.")]
public sealed record Standing : Operator
{
    [Arg("The column to rank.", Positional = true), Numeric]
    public required ColumnRef Column { get; init; }

    string Name => As ?? $"{Column}_standing";

    protected override Shape Check(Shape before, CheckContext check) =>
        before.With(new ColumnShape(Name, ColumnType.Number));

    protected override Study Run(Study study, RunContext run)
    {
        var numbers = (NumberColumn)study.Column(Column.Name);
        var sorted = numbers.Storage.Where(v => !double.IsNaN(v)).Order().ToArray();
        var standing = Array.ConvertAll(numbers.Storage, v => double.IsNaN(v) ? v : At(sorted, v));
        return study.With(new NumberColumn(Name, standing, whole: false));
    }

    /// <summary>The share of values that are smaller.</summary>
    static double At(double[] sorted, double value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < value) low = middle + 1;
            else high = middle;
        }
        return (double)low / Math.Max(1, sorted.Length - 1);
    }
}
