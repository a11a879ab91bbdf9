namespace Runtime.Charts;

/// <summary>Numbers as people read them in a chart.</summary>
public static class Numbers
{
    static readonly (double Size, string Suffix)[] Units = [(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k"), (1, "")];

    /// <summary>A value on its own.</summary>
    public static string Value(double value, CellFormat format)
    {
        var size = Math.Abs(value);
        return (double.IsFinite(value), format) switch
        {
            (false, _) => "–",
            (_, CellFormat.Share) => Fixed(value * 100, size is > 0 and < 0.001 ? 2 : 1) + " %",
            _ when size >= 1e15 || size is > 0 and < 1e-4 => Power(value),
            (_, CellFormat.Count) => Fixed(value, value == Math.Floor(value) ? 0 : 2),
            _ when size >= 1000 || size == 0 => Fixed(value, 0),
            _ => Trimmed(value, 3 - (int)Math.Floor(Math.Log10(size))),
        };
    }

    /// <summary>Values in bars: plain numbers of a usual size all have the same decimals, three digits for the largest.</summary>
    public static string[] Column(IReadOnlyList<double> values, CellFormat format)
    {
        var largest = values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        var isWhole = values.Where(double.IsFinite).All(value => value == Math.Floor(value));
        return format == CellFormat.Number && largest is >= 1e-3 and < 1000 && !isWhole
            ? Each(values, value => Fixed(value, 2 - (int)Math.Floor(Math.Log10(largest))))
            : Each(values, value => Value(value, format));
    }

    /// <summary>Values that stand together, all with the decimals that a step of theirs needs.</summary>
    public static string[] Together(IReadOnlyList<double> values, double step, CellFormat format, bool suffixes)
    {
        var size = values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        if (format == CellFormat.Share) return Each(values, value => Fixed(value * 100, Decimals(step * 100)) + " %");
        if (size >= 1e15 || size is > 0 and < 1e-3 || step < 1e-7) return Each(values, Power);
        var (unit, suffix) = suffixes && size >= 10_000 ? Units.First(one => size >= one.Size) : Units[^1];
        var decimals = Decimals(step / unit);
        return Each(values, value => value == 0 ? "0" : Fixed(value / unit, decimals) + suffix);
    }

    /// <summary>Rows of values that share a scale of colours, fine enough to tell its hundredths apart.</summary>
    /// <param name="span">Between the least and the greatest.</param>
    public static string[][] Table(IEnumerable<IReadOnlyList<double>> rows, double span, CellFormat format, bool suffixes)
    {
        var step = format == CellFormat.Count ? 1 : Math.Pow(10, Math.Round(Math.Log10(Math.Max(span, 1e-300))) - 2);
        return [.. rows.Select(row => Together(row, step, format, suffixes))];
    }

    static string[] Each(IEnumerable<double> values, Func<double, string> text) =>
        [.. values.Select(value => double.IsFinite(value) ? text(value) : "–")];

    static int Decimals(double step) => step > 0 ? Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 9) : 0;

    static string Fixed(double value, int decimals) => Written(value, "N" + decimals);

    static string Trimmed(double value, int decimals) => Written(value, "0." + new string('#', decimals));

    static string Power(double value) => value == 0 ? "0" : Written(value, "0.##e0");

    // What is written as zero has no sign.
    static string Written(double value, string format)
    {
        var text = value.ToString(format, Wording.Digits);
        return text.Any(c => c is >= '1' and <= '9') ? text : Math.Abs(value).ToString(format, Wording.Digits);
    }
}
