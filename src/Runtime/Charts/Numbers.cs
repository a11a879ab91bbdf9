namespace Runtime.Charts;

/// <summary>Numbers as people read them in a chart: all of an axis, a column or a set of bars in one form, by their spread.</summary>
public static class Numbers
{
    // From here on thousands are separated, and no year is as long.
    const double Grouped = 10_000;

    // Decimals of bars: no bar of a thousandth of the longest is to look like none.
    const int Finest = 3;

    static readonly (double Size, string Suffix)[] Units = [(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k"), (1, "")];

    /// <summary>A value on its own.</summary>
    public static string Value(double value, CellFormat format)
    {
        var size = Math.Abs(value);
        return (double.IsFinite(value), format) switch
        {
            (false, _) => "–",
            (_, CellFormat.Time) => Dates.Value(value),
            (_, CellFormat.Share) => Percent(value, size is > 0 and < 0.001 ? 2 : 1),
            _ when size >= 1e15 || size is > 0 and < 1e-4 => Power(value),
            (_, CellFormat.Count) => Fixed(value, value == Math.Floor(value) ? 0 : 2, grouped: true),
            _ when size >= 1000 || size == 0 => Fixed(value, 0, size >= Grouped),
            _ => Trimmed(value, 3 - (int)Math.Floor(Math.Log10(size))),
        };
    }

    /// <summary>
    /// Values in bars, of all series: plain numbers of a usual size all have the same decimals, three digits for the largest and one at
    /// least for the smallest that matters.
    /// </summary>
    public static string[] Column(IReadOnlyList<double> values, CellFormat format, IEnumerable<double>? among = null)
    {
        var sizes = (among ?? values).Where(double.IsFinite).Select(Math.Abs).Where(size => size > 0).ToArray();
        var largest = sizes.DefaultIfEmpty(0).Max();
        var isWhole = (among ?? values).Where(double.IsFinite).All(value => value == Math.Floor(value));
        if (format != CellFormat.Number || largest is < 1e-3 or >= 1000 || isWhole) return Each(values, value => Value(value, format));
        var digits = -(int)Math.Floor(Math.Log10(largest));
        var smallest = -(int)Math.Floor(Math.Log10(sizes.Min()));
        return Each(values, value => Fixed(value, Math.Max(0, Math.Max(2 + digits, Math.Min(smallest, digits + Finest)))));
    }

    /// <summary>Values that stand together, all with the decimals that a step of theirs needs.</summary>
    /// <param name="among">
    /// The size of the largest of all that these stand among; where it is given, what is next to nothing is 0.00.
    /// </param>
    public static string[] Together(IReadOnlyList<double> values, double step, CellFormat format, bool suffixes, double? among = null)
    {
        var size = among ?? Largest(values);
        if (format == CellFormat.Time) return Each(values, value => Dates.Tick(value, step));
        if (format == CellFormat.Share) return Each(values, value => Percent(value, Decimals(step * 100)));
        if (size >= 1e15 || size is > 0 and < 1e-3 || step < 1e-7) return Each(values, Power);
        var (unit, suffix) = suffixes && size >= Grouped ? Units.First(one => size >= one.Size) : Units[^1];
        var decimals = Decimals(step / unit);
        return Each(values, Written);

        string Written(double value)
        {
            if (value == 0) return "0";
            var text = Fixed(value / unit, decimals, format == CellFormat.Count || size >= Grouped);
            // What is not zero is not written as zero.
            if (!IsZero(text)) return text + suffix;
            return among is not null && Math.Abs(value) < 1e-3 ? text : Short(value);
        }
    }

    static double Largest(IEnumerable<double> values) => values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();

    /// <summary>Rows of values that share a scale of colours, all in one form, fine enough to tell its hundredths apart.</summary>
    /// <param name="span">Between the least and the greatest.</param>
    public static string[][] Table(IEnumerable<IReadOnlyList<double>> rows, double span, CellFormat format, bool suffixes)
    {
        var step = format == CellFormat.Count ? 1 : Math.Pow(10, Math.Round(Math.Log10(Math.Max(span, 1e-300))) - 2);
        IReadOnlyList<double>[] all = [.. rows];
        var largest = Largest(all.SelectMany(row => row));
        return [.. all.Select(row => Together(row, step, format, suffixes, largest))];
    }

    /// <summary>Percent, where neither nothing nor all is said of what is only near it.</summary>
    static string Percent(double share, int decimals)
    {
        var (text, least) = (Fixed(share * 100, decimals), Math.Pow(10, -decimals));
        if (share != 0 && IsZero(text)) return $"{(share < 0 ? "> −" : "< ")}{Fixed(least, decimals)} %";
        return share is < 1 and > 0.5 && text == Fixed(100, decimals) ? $"> {Fixed(100 - least, decimals)} %" : text + " %";
    }

    /// <summary>A value by itself, as short as may be: 12k, 0.004.</summary>
    static string Short(double value)
    {
        var size = Math.Abs(value);
        if (size is < 1e-3 or >= 1e15) return Power(value);
        var (unit, suffix) = Units.FirstOrDefault(one => size >= one.Size && one.Size > 1, (1, ""));
        var left = size / unit;
        return Trimmed(value / unit, left >= 10 ? 0 : left >= 1 ? 1 : 1 - (int)Math.Floor(Math.Log10(left))) + suffix;
    }

    static string[] Each(IEnumerable<double> values, Func<double, string> text) =>
        [.. values.Select(value => double.IsFinite(value) ? text(value) : "–")];

    static int Decimals(double step) => step > 0 ? Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 9) : 0;

    static string Fixed(double value, int decimals, bool grouped = false) => Written(value, (grouped ? "N" : "F") + decimals);

    static string Trimmed(double value, int decimals) => Written(value, "0." + new string('#', decimals));

    static string Power(double value) => value == 0 ? "0" : Written(value, "0.##e0");

    static bool IsZero(string text) => !text.Any(c => c is >= '1' and <= '9');

    // What is written as zero has no sign.
    static string Written(double value, string format)
    {
        var text = value.ToString(format, Wording.Digits);
        return IsZero(text) ? Math.Abs(value).ToString(format, Wording.Digits) : text;
    }
}
