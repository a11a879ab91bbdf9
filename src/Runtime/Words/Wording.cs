using System.Globalization;

namespace Runtime.Words;

/// <summary>How numbers and names are written in sentences, the same way everywhere.</summary>
public static class Wording
{
    /// <summary>Names that a sentence says one by one.</summary>
    const int MostNames = 5;

    static readonly string[] Small =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>Thousands with commas, a decimal point, and the true minus sign, which is as wide as a digit.</summary>
    public static NumberFormatInfo Digits { get; } = new() { NegativeSign = "−" };

    /// <summary>1,159,764.</summary>
    public static string Count(long value) => value.ToString("N0", Digits);

    /// <summary>21.4 %; what is not nothing or all is not said to be.</summary>
    public static string Share(double value) => Rounded(value, 1);

    /// <summary>21 %, where tenths would say no more.</summary>
    public static string Percent(double value) => Rounded(value, 0);

    /// <summary>The name of a member of an enumeration within a sentence: symlog.</summary>
    public static string Lower(Enum value) => value.ToString().ToLowerInvariant();

    static string Rounded(double share, int decimals)
    {
        var (least, text) = (decimals == 0 ? 1 : 0.1, Number(100 * share, $"F{decimals}"));
        var isNone = share > 0 && Math.Round(100 * share, decimals) == 0;
        if (isNone) return $"< {Number(least, $"F{decimals}")} %";
        return share < 1 && Math.Round(100 * share, decimals) == 100 ? $"> {Number(100 - least, $"F{decimals}")} %" : text + " %";
    }

    /// <summary>+1.8 or −0.6, with a true minus sign.</summary>
    public static string Signed(double value, string format = "0.0") =>
        (value < 0 ? "" : "+") + value.ToString(format, Digits);

    /// <summary>0.52 or −0.75, with a true minus sign; what is rounded to nothing has none.</summary>
    public static string Number(double value, string format = "0.00")
    {
        var text = Signed(value, format).TrimStart('+');
        return text.Any(letter => letter is >= '1' and <= '9') ? text : text.TrimStart('−');
    }

    /// <summary>The name of a cluster: its number, or noise.</summary>
    public static string Cluster(int label) => label < 0 ? "noise" : label.ToString(CultureInfo.InvariantCulture);

    /// <summary>1 row, 2 rows.</summary>
    public static string Plural(long count, string noun) => $"{Count(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>1 row × 2 columns.</summary>
    public static string Size(long rows, long columns) => $"{Plural(rows, "row")} × {Plural(columns, "column")}";

    /// <summary>How far two labelings agree, by a measure that is 0 by chance and 1 when they are the same.</summary>
    public static string Agreement(double value) => value switch
    {
        < 0.1 => "none",
        < 0.3 => "weak",
        < 0.5 => "weak to moderate",
        < 0.75 => "moderate to strong",
        < 0.9 => "strong",
        _ => "nearly the same",
    };

    /// <summary>What is told of so many: one is, two are.</summary>
    public static string Are(long count) => count == 1 ? "is" : "are";

    /// <summary>Seven columns, 30 columns.</summary>
    public static string InWords(long count, string noun) =>
        $"{(count is >= 0 and <= 12 ? Small[count] : Count(count))} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>As at the start of a sentence.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>`a`, `b` and `c`; of many the first five and a count.</summary>
    public static string Names(IEnumerable<string> names)
    {
        string[] all = [.. names.Select(n => $"`{n}`")];
        return all.Length <= MostNames ? And(all) : $"{string.Join(", ", all[..MostNames])} and {Count(all.Length - MostNames)} more";
    }

    /// <summary>`a`, `b` and `c`: all that one may choose from.</summary>
    public static string Choices(IEnumerable<string> names) => And(names.Select(n => $"`{n}`"));

    /// <summary>A sentence without the back-ticks about its names, where these cannot be shown as code.</summary>
    public static string Plain(string text) => text.Replace("`", "");

    /// <summary>One, two and three.</summary>
    public static string And(IEnumerable<string> parts)
    {
        var list = parts.ToArray();
        return list.Length < 2 ? string.Concat(list) : $"{string.Join(", ", list[..^1])} and {list[^1]}";
    }
}
