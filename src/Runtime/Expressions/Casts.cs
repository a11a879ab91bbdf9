namespace Runtime.Expressions;

/// <summary>What is said of <c>number</c>, <c>text</c> and <c>date</c> of what they do not turn into another type.</summary>
static class Casts
{
    /// <summary>What is wrong with the argument of such a call; null when the call is none of them, or it fits.</summary>
    public static Mistake? Of(CallExpression call, ExpressionType type)
    {
        if (call.Arguments is not [var argument, ..] || Of(call.Function) is not { } made) return null;
        var said = $"`{argument.Show()}` is {Typing.Noun(type)}";
        if (type == made)
            return Write(call, $"{said} already, and `{call.Function}` takes {Taken(made)} there.", argument.Show(Levels.Single));
        return (type, made) switch
        {
            (ExpressionType.Truth, not ExpressionType.Time) =>
                Write(call, $"{said}, but `{call.Function}` takes {Taken(made)} there.", Conversions.Written(argument, type, made)!),
            (ExpressionType.Number, ExpressionType.Time) => DateSlips.Iso(argument) is { } iso
                ? Write(call, $"{said}, but `date` takes text there.", $"date({Notation.Text(iso)})")
                : new(argument, $"{said}, but `date` takes text there.",
                    $"Write `date(text({argument.Show()}), \"yyyyMMdd\")` where numbers such as 20241231 are dates.",
                    $"text({argument.Show()})"),
            (ExpressionType.Time, ExpressionType.Number) =>
                new(argument, $"{said}, but `number` takes text there.", Conversions.Hint(argument, type, made)),
            _ => null,
        };
    }

    static ExpressionType? Of(string function) => function switch
    {
        "number" => ExpressionType.Number,
        "text" => ExpressionType.Text,
        "date" => ExpressionType.Time,
        _ => null,
    };

    static string Taken(ExpressionType made) => made == ExpressionType.Text ? "a number or a date" : "text";

    static Mistake Write(CallExpression call, string text, string instead) => new(call, text, $"Write `{instead}`.", instead);
}
