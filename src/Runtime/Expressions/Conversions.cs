namespace Runtime.Expressions;

/// <summary>How a value of one type is written as one of another.</summary>
static class Conversions
{
    const string Format = "dd.MM.yyyy";

    /// <summary>What to write in place of a value whose type does not fit; null when nothing is likely.</summary>
    public static string? Written(Expression value, ExpressionType type, ExpressionType wanted) => (type, wanted) switch
    {
        _ when value is TextLiteral or NumberLiteral => null,
        (ExpressionType.Text, ExpressionType.Number) => $"number({value.Show()})",
        (ExpressionType.Number, ExpressionType.Text) => $"text({value.Show()})",
        (ExpressionType.Truth, ExpressionType.Number) => $"(if {value.Show()} then 1 else 0)",
        _ => null,
    };

    /// <summary>A text is a date in a form that only who knows the table can tell.</summary>
    public static string? Hint(Expression value, ExpressionType type, ExpressionType wanted) =>
        Written(value, type, wanted) is { } written ? $"Write `{written}`."
        : (type, wanted) == (ExpressionType.Text, ExpressionType.Time)
            ? $"Give `load` the form of its dates, as in `dates={Format}`, or write `date({value.Show()}, \"{Format}\")`."
            : null;
}
