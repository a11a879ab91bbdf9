using System.Globalization;

namespace Host.Record;

/// <summary>How one value is written for people, in the terminal and in the report alike.</summary>
public static class Cells
{
    public static string Text(object? cell, CellFormat format) => cell switch
    {
        null => "",
        string text => text,
        double number => Text(number, format),
        IConvertible number => Text(number.ToDouble(CultureInfo.InvariantCulture), format),
        _ => cell.ToString() ?? "",
    };

    public static string Text(double value, CellFormat format) => !double.IsFinite(value) ? "–" : format switch
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
        var decimals = 3 - (int)Math.Floor(Math.Log10(size));
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

    public static string Seconds(TimeSpan time) => time.TotalMinutes < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0#} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds} s");

    public static string Bytes(long bytes) => bytes switch
    {
        >= 1 << 30 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 30):0.0} GB"),
        >= 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 20):0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0} kB"),
    };
}
