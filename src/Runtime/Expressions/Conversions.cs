using System.Globalization;

namespace Runtime.Expressions;

/// <summary>How a value of one type is written as one of another.</summary>
static class Conversions
{
    const string Format = "dd.MM.yyyy";

    /// <summary>What to write in place of a value whose type does not fit; null when nothing is likely.</summary>
    public static string? Written(Expression value, ExpressionType type, ExpressionType wanted) => (type, wanted) switch
    {
        (ExpressionType.Number, ExpressionType.Text) when value is NumberLiteral => Notation.Text(value.Show()),
        _ when value is TextLiteral or NumberLiteral => null,
        (ExpressionType.Text, ExpressionType.Number) => $"number({value.Show()})",
        (ExpressionType.Number or ExpressionType.Time, ExpressionType.Text) => $"text({value.Show()})",
        (ExpressionType.Truth, ExpressionType.Number) => $"(if {value.Show()} then 1 else 0)",
        (ExpressionType.Truth, ExpressionType.Text) => $"(if {value.Show()} then \"yes\" else \"no\")",
        _ => null,
    };

    /// <summary>A text is a date in a form that only who knows the table can tell.</summary>
    public static string? Hint(Expression value, ExpressionType type, ExpressionType wanted) =>
        Written(value, type, wanted) is { } written ? $"Write `{written}`."
        : (type, wanted) switch
        {
            (ExpressionType.Text or ExpressionType.Number, ExpressionType.Time) when DateSlips.Iso(value) is { } iso =>
                $"Write `date({Notation.Text(iso)})`, as ISO 8601 has it.",
            (ExpressionType.Text, ExpressionType.Time) when value is TextLiteral =>
                "Write dates as ISO 8601 has them, `\"2024-12-31\"`.",
            (ExpressionType.Text, ExpressionType.Time) =>
                $"Give `load` the form of its dates, as in `dates={Format}`, or write `date({value.Show()}, \"{Format}\")`.",
            (ExpressionType.Number, ExpressionType.Time) when value is not NumberLiteral =>
                $"Write `date(text({value.Show()}), \"yyyyMMdd\")` where numbers such as 20241231 are dates.",
            (ExpressionType.Number, ExpressionType.Time) => "Write dates as ISO 8601 has them, `\"2024-12-31\"`.",
            (ExpressionType.Time, ExpressionType.Number) => $"A part of it is a number, as in `year({value.Show()})`, and so are "
                + $"the days since another: `{value.Show(Levels.Sum)} - date(\"2000-01-01\")`.",
            _ => null,
        };

    /// <summary>The same as code, in place of the value.</summary>
    public static string? Instead(Expression value, ExpressionType type, ExpressionType wanted) => Written(value, type, wanted)
        ?? (wanted == ExpressionType.Time && DateSlips.Iso(value) is { } iso ? $"date({Notation.Text(iso)})" : null);

    /// <summary>A text that is a number as one.</summary>
    public static NumberLiteral? AsNumber(Expression expression) =>
        expression is TextLiteral text && double.TryParse(text.Value, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            ? new(number) : null;

    /// <summary>Texts that are numbers as numbers.</summary>
    public static Expression Unquoted(Expression part) => AsNumber(part) ?? part.Map(Unquoted);
}
