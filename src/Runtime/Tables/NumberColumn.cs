using System.Globalization;

namespace Runtime.Tables;

/// <summary>
/// Numbers as doubles; NaN stands for a missing value and for nothing else. What can be computed with as numbers but is written otherwise
/// derives from it: <see cref="LogicalColumn"/>, <see cref="TimeColumn"/>.
/// </summary>
public class NumberColumn : Column
{
    readonly Held<double[]> held;

    /// <param name="values">Finite numbers, NaN where missing; the caller gives the array up.</param>
    /// <param name="whole">Every number in it is whole (and within ±2^53).</param>
    public NumberColumn(string name, double[] values, bool whole) : base(name)
    {
        held = new(values);
        (Whole, Rows) = (whole, values.Length);
        foreach (var value in values) if (double.IsNaN(value)) missing++;
    }

    /// <summary>2^53: up to here every whole number has a double of its own.</summary>
    const double LargestWhole = 9007199254740992;

    public static bool IsWhole(double value) => Math.Abs(value) <= LargestWhole && Math.Floor(value) == value;

    /// <summary>A column of numbers that finds out itself whether they are whole.</summary>
    public static NumberColumn Of(string name, double[] values)
    {
        var (whole, any) = (true, false);
        foreach (var value in values)
        {
            if (double.IsNaN(value)) continue;
            whole &= IsWhole(value);
            any = true;
        }
        return new NumberColumn(name, values, whole && any);
    }

    readonly int missing;

    public bool Whole { get; }

    public override ColumnType Type => Whole ? ColumnType.Integer : ColumnType.Number;

    public override int Rows { get; }

    public override int Missing => missing;

    public ReadOnlySpan<double> Values => held.Value;

    /// <summary>The storage itself, shared with points made of this column; not to be written to.</summary>
    public double[] Storage => held.Value;

    /// <summary>The storage, which may not have been brought yet.</summary>
    internal Held<double[]> Held => held;

    public override Column Take(int[] rows)
    {
        var values = held.Value;
        return Like(Name, Array.ConvertAll(rows, r => values[r]));
    }

    public override Column TakeOrMissing(int[] rows)
    {
        var values = held.Value;
        return Like(Name, Array.ConvertAll(rows, r => r < 0 ? double.NaN : values[r]));
    }

    public override bool IsMissing(int row) => double.IsNaN(held.Value[row]);

    public override Column Renamed(string name) => Like(name, held.Value);

    public override string Show(int row) => held.Value[row] is var value && double.IsNaN(value) ? "" : Show(value);

    /// <summary>A value of the column as it is written.</summary>
    public virtual string Show(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A column of the same kind with other values, which must be such as this kind can have.</summary>
    public virtual NumberColumn Like(string name, double[] values) => new(name, values, Whole);

    private protected override void AddContent(ContentHash hash) => hash.Add<double>(held.Value);
}
