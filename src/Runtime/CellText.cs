using System.Globalization;
using Runtime.Numerics;

namespace Runtime;

/// <summary>How one value of a sheet is written for people, wherever it is shown.</summary>
public static class CellText
{
    public static string Of(object? cell, CellFormat format) => cell switch
    {
        null => "",
        string text => text,
        double number => Of(number, format),
        IConvertible number => Of(number.ToDouble(CultureInfo.InvariantCulture), format),
        _ => cell.ToString() ?? "",
    };

    public static string Of(double value, CellFormat format) => !double.IsFinite(value) ? "–" : format switch
    {
        CellFormat.Count => Whole(value),
        CellFormat.Share => Share(value),
        _ => Number(value),
    };

    /// <summary>Four significant digits; whole numbers whole; large ones with their thousands separated.</summary>
    public static string Number(double value)
    {
        var size = Math.Abs(value);
        if (size >= 1e15 || size is > 0 and < 1e-4) return Wording.Number(value, "0.###e+0").Replace('-', '−');
        if (size >= 1000 || value == Math.Floor(value)) return Whole(value);
        var decimals = 3 - (int)Math.Floor(Logarithm.ToTen(size));
        return Wording.Number(value, $"F{Math.Clamp(decimals, 0, 7)}");
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
