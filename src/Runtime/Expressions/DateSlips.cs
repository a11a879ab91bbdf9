using System.Globalization;

namespace Runtime.Expressions;

/// <summary>Dates that are written as in other languages: <c>2024-01-15</c> without quotation marks, <c>"15.01.2024"</c>.</summary>
static class DateSlips
{
    const int FirstYear = 1000, LastYear = 2999;

    /// <summary>What to write in place of a part of a comparison with a date; null when nothing is likely.</summary>
    public static (Expression Part, string Instead)? Of(Expression first, ExpressionType? left, Expression other, ExpressionType? right)
    {
        var (date, written) = left == ExpressionType.Time ? (first, other) : (other, first);
        if (left == right || left != ExpressionType.Time && right != ExpressionType.Time) return null;
        if (Iso(written) is { } iso) return (written, Notation.Text(iso));
        return written is NumberLiteral { Value: >= FirstYear and <= LastYear } ? (date, $"year({date.Show()})") : null;
    }

    /// <summary>The date, as ISO 8601 has it, that was probably meant.</summary>
    public static string? Iso(Expression written) => written switch
    {
        TextLiteral { Value: var text } => Iso(text),
        NumberLiteral { Value: > LastYear } number => Iso(number.Show()),
        BinaryExpression both when Parts(both) is { } parts => Iso(parts),
        _ => null,
    };

    /// <summary>The same of a text: <c>15.01.2024</c>.</summary>
    public static string? Iso(string text)
    {
        if (text.Length == 8 && text.All(char.IsAsciiDigit)) return Iso([Number(text[..4]), Number(text[4..6]), Number(text[6..])]);
        string[] parts = text.Split('.', '/', '-');
        return parts.Length is 2 or 3 && parts.All(p => p.Length is > 0 and < 5 && p.All(char.IsAsciiDigit))
            ? Iso(Array.ConvertAll(parts, Number)) : null;
    }

    static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    /// <summary>Years first, or days; where days and months could be either, nobody knows.</summary>
    static string? Iso(int[] parts)
    {
        if (parts.Length == 2) parts = [.. parts, 1];
        if (parts[0] is < FirstYear or > LastYear)
        {
            if (parts[0] <= 12 && parts[1] <= 12 && parts[0] != parts[1]) return null;
            parts = parts[0] > 12 ? [parts[2], parts[1], parts[0]] : [parts[2], parts[0], parts[1]];
        }
        var iso = $"{parts[0]:0000}-{parts[1]:00}-{parts[2]:00}";
        return parts[0] is >= FirstYear and <= LastYear && TimeForm.ReadIso(iso) is not null ? iso : null;
    }

    /// <summary>The numbers of a difference or quotient that is nothing but two or three whole ones.</summary>
    static int[]? Parts(BinaryExpression both)
    {
        if (both.Operation != BinaryOperation.Subtract && both.Operation != BinaryOperation.Divide) return null;
        if (both.Right is not NumberLiteral last || !IsPart(last)) return null;
        int[]? before = both.Left switch
        {
            NumberLiteral first when IsPart(first) => [(int)first.Value],
            BinaryExpression left when left.Operation == both.Operation && left.Left is NumberLiteral => Parts(left),
            _ => null,
        };
        return before is null ? null : [.. before, (int)last.Value];
    }

    static bool IsPart(NumberLiteral number) => number.Value is >= 1 and <= LastYear && number.Value == Math.Floor(number.Value);
}
