using System.Globalization;
using System.Text.RegularExpressions;

namespace Runtime.Data;

/// <summary>A part of a sheet, its ends included; rows and columns count from 0.</summary>
readonly partial record struct SheetRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    public static SheetRange All { get; } = new(0, 0, int.MaxValue, int.MaxValue);

    /// <summary><c>B3:F20</c>, <c>B:F</c>, or <c>B3</c> for all from there on; null when it is written otherwise.</summary>
    public static SheetRange? Parse(string written)
    {
        if (Form().Match(written) is not { Success: true } match) return null;
        var (first, last) = (Column(match.Groups[1].Value, 0), Column(match.Groups[3].Value, int.MaxValue));
        var (from, to) = (Row(match.Groups[2].Value, 0), Row(match.Groups[4].Value, int.MaxValue));
        return first <= last && from <= to && from >= 0 ? new(from, first, to, last) : null;
    }

    static int Column(string letters, int without) =>
        letters.Length == 0 ? without : letters.ToUpperInvariant().Aggregate(0, (sum, letter) => 26 * sum + letter - 'A' + 1) - 1;

    static int Row(string digits, int without) => digits.Length == 0 ? without : int.Parse(digits, CultureInfo.InvariantCulture) - 1;

    [GeneratedRegex("^([A-Za-z]{1,3})([0-9]{1,7})?(?::([A-Za-z]{1,3})([0-9]{1,7})?)?$")]
    private static partial Regex Form();
}
