using System.Buffers;
using System.Text;

namespace Runtime.Data;

/// <summary>Texts that have numbers within them: how a step makes numbers of them is told, and not done.</summary>
sealed partial class ColumnWords
{
    /// <summary>Behind numbers, beside the units of measurement.</summary>
    static readonly string[] Magnitudes =
        ["k", "K", "M", "B", "bn", "mn", "million", "billion", "thousand", "Mio", "Mio.", "Mrd", "Mrd.", "Tsd", "Tsd.", "lakh", "crore"];

    static readonly SearchValues<char> OfNumbers = SearchValues.Create("+-.,0123456789");

    static readonly SearchValues<byte> BytesOfNumbers = SearchValues.Create("+-.,0123456789"u8);

    /// <summary>Units and times of more letters are words.</summary>
    const int LongestUnit = 12;

    string Own => Expressions.Notation.Name(column.Name);

    /// <summary>What to say of a column of such texts; null where it is none.</summary>
    public string? NumbersWithin() => column.Words.Count < 2 || FirstWord() is not { } first ? null
        : Times(column.Words[first]) ?? Units(column.Words[first]);

    /// <summary><c>3:45</c>, <c>1:03:45</c>: of hours, minutes or seconds, as only who knows the table can tell.</summary>
    string? Times(string first)
    {
        var parts = first.Split(':').Length;
        if (parts is not (2 or 3) || !All(word => IsTimes(word, parts))) return null;
        var sum = string.Join(" + ", Enumerable.Range(1, parts).Select(i => $"number(split({Own}, \":\", {i}))"
            + (parts - i) switch { 2 => " * 3600", 1 => " * 60", _ => "" }));
        return $"`{column.Name}` has times such as `{first}` and was read as text: `derive {Own} = {sum}` makes numbers of them.";
    }

    static bool IsTimes(ReadOnlySpan<byte> word, int parts)
    {
        var (count, digits) = (1, 0);
        for (var i = 0; i < word.Length; i++)
        {
            if (char.IsAsciiDigit((char)word[i])) digits++;
            else if (word[i] == ':' && digits > 0 && (count == 1 || digits == 2)) (count, digits) = (count + 1, 0);
            else return count == parts && digits == 2 && word[i] == '.' && !word[(i + 1)..].ContainsAnyExceptInRange((byte)'0', (byte)'9');
        }
        return count == parts && digits == 2;
    }

    /// <summary><c>12 km</c>: one unit behind each number, or several.</summary>
    string? Units(string first)
    {
        if (UnitOf(first) is not { Length: > 0 } unit) return null;
        if (All(word => UnitOf(Encoding.UTF8.GetString(word)) == unit))
            return $"`{column.Name}` has `{unit}` behind each number and was read as text: `derive {Own} = "
                + $"number({Plain($"replace({Own}, {Expressions.Notation.Text(unit)}, \"\")")})` makes numbers of them.";
        return IsMeasure(unit) && All(word => UnitOf(Encoding.UTF8.GetString(word)) is { } other && IsMeasure(other))
            && FirstThatIsNot(word => UnitOf(Encoding.UTF8.GetString(word)) == unit) is { } odd
            ? $"`{column.Name}` has numbers in several units, such as `{first}` and `{odd}`, and was read as text: "
                + "write all of them in one unit in the file."
            : null;
    }

    /// <summary>Without the commas, which part thousands or decimals.</summary>
    string Plain(string text)
    {
        if (All(word => !word.Contains((byte)','))) return text;
        var areThousands = All(word => Numerals.English.TryRead(word[..Length(word)], out _, out _));
        return $"replace({text}, \",\", \"{(areThousands ? "" : ".")}\")";
    }

    /// <summary>Of the number that a text starts with.</summary>
    static int Length(ReadOnlySpan<byte> word) => word.IndexOfAnyExcept(BytesOfNumbers) is >= 0 and var end ? end : word.Length;

    /// <summary>What stands behind the number that a text starts with, blank and all; null where it starts with none.</summary>
    static string? UnitOf(string word)
    {
        var end = word.AsSpan().IndexOfAnyExcept(OfNumbers);
        if (end < 0) end = word.Length;
        var (number, unit) = (Encoding.UTF8.GetBytes(word[..end]), word[end..]);
        return unit.Length <= LongestUnit && !unit.Any(char.IsAsciiDigit)
            && (Fields.TryNumber(number, out _) || Numerals.English.TryRead(number, out _, out _) || Fields.HasDecimalComma(number))
            ? unit : null;
    }

    /// <summary>A unit of two letters at least, or a magnitude; nothing at all where others have one.</summary>
    static bool IsMeasure(string unit) =>
        unit.Trim() is var bare && (bare.Length == 0 || Magnitudes.Contains(bare) || (unit.Length > 1 && UnitsLine.IsKnown(bare)));

    /// <summary>Why a text among dates is none, and what to do.</summary>
    public string NoDateTold(string odd)
    {
        var told = $"`{column.Name}` looks like dates and was read as text: `{odd}` ";
        if (IsTooFine(odd))
            return $"{told}tells more than microseconds. `derive {Own} = date(substring({Own}, 1, 26))` leaves them out.";
        return $"{told}{(HasZone(odd) ? "is in another zone" : "is none")}. `missing={Expressions.Notation.Word(odd)}` leaves it out.";
    }

    /// <summary>It is of ISO 8601 but for the seventh decimal of its seconds and what follows.</summary>
    static bool IsTooFine(string word) => word.Length > 26 && char.IsAsciiDigit(word[26]) && IsIso(Encoding.UTF8.GetBytes(word[..26]));
}
