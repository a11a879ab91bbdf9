using System.Globalization;
using Runtime.Numerics;

namespace Runtime;

/// <summary>How one value of a sheet is written for people, wherever it is shown.</summary>
public static class CellText
{
    const double Rounding = 1e-12;

    /// <summary>From here on thousands are separated.</summary>
    const double Grouped = 10_000;

    /// <param name="span">As of <see cref="Number"/>.</param>
    public static string Of(object? cell, CellFormat format, double span = 0) => cell switch
    {
        null => "",
        string text => text,
        SmallBars bars => bars.Blocks,
        double number => Of(number, format, span),
        IConvertible number => Of(number.ToDouble(CultureInfo.InvariantCulture), format, span),
        _ => cell.ToString() ?? "",
    };

    /// <summary>A number with so many decimals, however large it is.</summary>
    public static string Fixed(object? cell, int decimals) =>
        cell is double number ? Wording.Number(number, $"F{decimals}") : Of(cell, default);

    static string Of(double value, CellFormat format, double span) => !double.IsFinite(value) ? "–" : format switch
    {
        CellFormat.Count => Whole(value),
        CellFormat.Share => Share(value),
        _ => Number(value, span),
    };

    /// <summary>
    /// Four significant digits; whole numbers whole; those of five digits and more, which no year has, with their thousands separated. More
    /// digits where these would not tell numbers apart that stand together.
    /// </summary>
    /// <param name="span">From the least to the greatest of the numbers that it stands with; 0 when it stands alone.</param>
    public static string Number(double value, double span = 0)
    {
        var size = Math.Abs(value);
        var digits = size > 0 ? (int)Math.Floor(Logarithm.ToTen(size)) : 0;
        if (size is > 0 and < 1e-4 || size >= 1e15)
        {
            var places = Places(3 - digits, span) + digits;
            return places > 3 && size is >= 1e15 and < 1e18 ? Whole(value)
                : Wording.Number(value, $"0.{new string('#', Math.Clamp(places, 3, 16))}e+0").Replace('-', '−');
        }
        var decimals = value == Math.Floor(value) ? 0 : Places(Math.Clamp(3 - digits, 0, 7), span);
        return Wording.Number(decimals == 0 ? Math.Round(value) + 0.0 : value,
            $"{(Math.Round(size) < Grouped ? 'F' : 'N')}{Math.Clamp(decimals, 0, 15 - digits)}");
    }

    /// <summary>
    /// From the least to the greatest of some numbers; 0 where all are written whole, which tells them apart, or rounding alone does.
    /// </summary>
    public static double SpanOf(IEnumerable<object?> cells)
    {
        var (count, least, most, areWhole) = (0, double.PositiveInfinity, double.NegativeInfinity, true);
        foreach (var cell in cells)
        {
            if (cell is not double number || !double.IsFinite(number)) continue;
            (least, most) = (Math.Min(least, number), Math.Max(most, number));
            areWhole &= number == Math.Floor(number);
            count++;
        }
        if (count < 2) return 0;
        var (span, largest) = (most - least, Math.Max(Math.Abs(least), Math.Abs(most)));
        // The mean of whole numbers is none, and these are no rounding.
        areWhole |= largest >= 1e15 && least == Math.Floor(least) && most == Math.Floor(most) && span >= 1;
        return !double.IsFinite(span) || (areWhole ? largest < 1e15 : span < Rounding * largest) ? 0 : span;
    }

    /// <summary>That, or as little as a tenth of it, so that numbers in between that are near each other are told apart, too.</summary>
    public static double SpanAmong(IEnumerable<object?> cells)
    {
        object?[] all = [.. cells];
        var span = SpanOf(all);
        if (span == 0) return 0;
        // What is no number stands at the end of those that are.
        var numbers = Array.ConvertAll(all, cell => cell is double number && double.IsFinite(number) ? number : double.PositiveInfinity);
        Array.Sort(numbers);
        var apart = span;
        for (var i = 1; i < numbers.Length && double.IsFinite(numbers[i]); i++)
            if (numbers[i] > numbers[i - 1]) apart = Math.Min(apart, numbers[i] - numbers[i - 1]);
        return Math.Clamp(10 * apart, span / 10, span);
    }

    /// <summary>The usual decimals, or as many as show a tenth of the span where they would show a few steps of it at most.</summary>
    static int Places(int usual, double span)
    {
        if (span == 0) return usual;
        var needed = 1 - (int)Math.Floor(Logarithm.ToTen(span));
        return needed > usual + 1 || needed == usual + 1 && span * Powers.Of(10, usual) < 4 ? needed : usual;
    }

    /// <summary>0.138 as 13.8 %; small shares keep two digits.</summary>
    static string Share(double value)
    {
        var percent = value * 100;
        var size = Math.Abs(percent);
        var decimals = size is 0 or 100 ? 0 : size >= 0.1 ? 1 : 3;
        return Wording.Number(percent, $"F{decimals}") + " %";
    }

    // Minus nothing is nothing.
    static string Whole(double value) => Wording.Number(Math.Round(value) + 0.0, "N0");
}
