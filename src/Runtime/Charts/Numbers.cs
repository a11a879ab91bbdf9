using System.Globalization;

namespace Runtime.Charts;

/// <summary>Numbers as people read them in a chart.</summary>
static class Numbers
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
        return format == CellFormat.Number && largest is >= 1e-3 and < 1000 && values.Any(value => double.IsFinite(value) && value != Math.Floor(value))
            ? [.. values.Select(value => double.IsFinite(value) ? Fixed(value, 2 - (int)Math.Floor(Math.Log10(largest))) : "–")]
            : [.. values.Select(value => Value(value, format))];
    }

    /// <summary>The power of ten that writes the values as exactly as <paramref name="precision"/> asks.</summary>
    public static double StepFor(IReadOnlyList<double> values, double precision)
    {
        var step = Math.Pow(10, Math.Ceiling(Math.Log10(Math.Max(values.Select(Math.Abs).Max(), 1e-300))));
        while (step > precision && values.Any(value => Math.Abs(value / step - Math.Round(value / step)) * step > precision))
        {
            step /= 10;
        }

        return step;
    }

    /// <summary>Values that stand together, all with the decimals that a step of theirs needs.</summary>
    public static string[] Together(IReadOnlyList<double> values, double step, CellFormat format, bool suffixes)
    {
        var size = values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        if (format == CellFormat.Share)
        {
            return [.. values.Select(value => double.IsFinite(value) ? Fixed(value * 100, Decimals(step * 100)) + " %" : "–")];
        }

        if (size >= 1e15 || size is > 0 and < 1e-3 || step < 1e-7)
        {
            return [.. values.Select(value => double.IsFinite(value) ? Power(value) : "–")];
        }

        var (unit, suffix) = suffixes && size >= 10_000 ? Units.First(one => size >= one.Size) : Units[^1];
        var decimals = Decimals(step / unit);
        return [.. values.Select(value => !double.IsFinite(value) ? "–" : value == 0 ? "0" : Fixed(value / unit, decimals) + suffix)];
    }

    static int Decimals(double step) => step > 0 ? Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 9) : 0;

    static string Fixed(double value, int decimals) => Signed(value.ToString("N" + decimals, CultureInfo.InvariantCulture));

    static string Trimmed(double value, int decimals) => Signed(value.ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture));

    static string Power(double value) => value == 0 ? "0" : Signed(value.ToString("0.##e0", CultureInfo.InvariantCulture));

    // The real minus sign is as wide as a digit; a zero has none.
    static string Signed(string text) => text.StartsWith('-') ? text.Any(c => c is >= '1' and <= '9') ? "−" + text[1..].Replace("e-", "e−") : text[1..] : text.Replace("e-", "e−");
}
