using System.Text;

namespace Runtime.Data;

/// <summary>What fields of a head look like, before the types of their columns are known.</summary>
static class FieldLook
{
    /// <summary>A number, perhaps with a decimal comma, with thousands parted or a currency.</summary>
    public static bool IsNumberLike(string field) => Numerals.All.Any(n => n.TryRead(Encoding.UTF8.GetBytes(field), out _, out _));

    /// <summary>
    /// Whether the first record is no row of data. It is one when a number or date stands in it above a column of such and no text does,
    /// unless the numbers count on: years, positions and wave lengths are names. What stands for a missing value says neither; nothing at
    /// all in the corner is how names of rows go without one.
    /// </summary>
    public static bool HoldsNames(IReadOnlyList<string[]> records)
    {
        if (records.Count < 2) return true;
        var numbers = new List<double>();
        for (var j = 0; j < records[0].Length; j++)
        {
            var below = records.Skip(1).Where(r => j < r.Length && !IsNothing(r[j])).Select(r => r[j]).ToArray();
            if (below.Length == 0 || !Array.TrueForAll(below, IsValue)) continue;
            if (!IsValue(records[0][j]))
            {
                if (IsNothing(records[0][j]) && (j > 0 || records[0][j].Length > 0)) continue;
                return true;
            }
            numbers.Add(Fields.TryNumber(Encoding.UTF8.GetBytes(records[0][j]), out var value) ? value : double.NaN);
        }
        return numbers.Count == 0 || CountOn(numbers);
    }

    /// <summary>
    /// The first of whole numbers that is written with digits, an <c>e</c> and digits; null where there is none, or not all are whole.
    /// </summary>
    public static string? Exponent(IReadOnlyList<string> fields) => fields.Where(f => !IsNothing(f)).All(IsWhole)
        ? fields.FirstOrDefault(f => f.Split('e', 'E') is [{ Length: > 0 } digits, { Length: > 0 } power]
            && digits.All(char.IsAsciiDigit) && power.All(char.IsAsciiDigit)) : null;

    static bool IsWhole(string field) => Fields.TryNumber(Encoding.UTF8.GetBytes(field), out var value) && value == Math.Floor(value);

    static bool CountOn(List<double> numbers)
    {
        var steps = numbers.Zip(numbers.Skip(1), (a, b) => b - a).ToArray();
        return steps.Length switch
        {
            0 => numbers[0] is >= 1800 and <= 2100 && Math.Floor(numbers[0]) == numbers[0],
            1 => steps[0] == 1,
            // A row of data may ascend by chance; a row of many hardly does.
            _ => steps[0] > 0 && Array.TrueForAll(steps, s => s == steps[0]) || (steps.Length >= 6 && Array.TrueForAll(steps, s => s > 0)),
        };
    }

    /// <summary>A number, a code of digits, or a date.</summary>
    public static bool IsValue(string field)
    {
        var utf8 = Encoding.UTF8.GetBytes(field);
        return IsNumberLike(field) || Fields.WouldLoseDigits(utf8) || TimeForm.Iso.Any(f => f.TryRead(utf8, out _));
    }

    static bool IsNothing(string field)
    {
        var utf8 = Encoding.UTF8.GetBytes(field);
        return Fields.IsMissing(utf8) || SoftMarkers.Has(utf8);
    }
}
