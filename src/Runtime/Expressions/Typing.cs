namespace Runtime.Expressions;

/// <summary>What an expression's value is.</summary>
public enum ExpressionType
{
    Number,
    Text,
    Truth,

    /// <summary>A date or a time of day.</summary>
    Time,
}

/// <summary>Finds the type of an expression and everything that is wrong with it, without evaluating anything.</summary>
/// <param name="names">What the column of a name holds; null after complaining that there is none.</param>
/// <param name="complain">Told of each mistake.</param>
public sealed class Typing(Func<NameExpression, ColumnType?> names, Action<Mistake> complain)
{
    /// <summary>Deeper ones could exhaust the stack; no text that a script may hold is as deep.</summary>
    const int DeepestNesting = 1000;

    internal const string HowToTest = "Compare it: `… > 0`, `… == \"rock\"`.";

    int depth;

    /// <summary>
    /// The type of a call that is no function but a figure of a study; null after complaining. Without it all calls are functions.
    /// </summary>
    public Func<CallExpression, ExpressionType?>? Figures { get; init; }

    /// <summary>The type, or null when something inside is wrong (which has then been told).</summary>
    public ExpressionType? Of(Expression expression)
    {
        if (depth == DeepestNesting)
            return Complain(expression, "The expression is nested too deeply.", "Split it into several steps with `derive`.");
        if (Whole(expression) is { } mistake)
        {
            complain(mistake);
            return null;
        }
        depth++;
        var type = expression.TypeIn(this);
        depth--;
        return type;
    }

    /// <summary>Demands that the whole expression is something that holds or not.</summary>
    public bool IsTruth(Expression expression)
    {
        var type = Of(expression);
        if (type is null or ExpressionType.Truth) return type is not null;
        Complain(expression, $"`{expression.Show()}` is {Noun(type.Value)}, not something that is true or false.", HowToTest);
        return false;
    }

    public static string Noun(ExpressionType type) => type switch
    {
        ExpressionType.Number => "a number",
        ExpressionType.Text => "text",
        ExpressionType.Time => "a date",
        _ => "true or false",
    };

    /// <summary>What is wrong with a whole that its parts would not say; null when nothing is.</summary>
    public Func<Expression, Mistake?> Whole { get; init; } = _ => null;

    /// <summary>Labels are numbers where they are computed with.</summary>
    internal ExpressionType? OfName(NameExpression name) =>
        names(name) is { } column ? Of(column) : null;

    internal static ExpressionType Of(ColumnType column) => column switch
    {
        ColumnType.Text => ExpressionType.Text,
        ColumnType.Logical => ExpressionType.Truth,
        ColumnType.Time => ExpressionType.Time,
        _ => ExpressionType.Number,
    };

    internal ColumnType? ColumnOf(NameExpression name) => names(name);

    /// <summary>Tells a mistake, so that there is no type.</summary>
    internal ExpressionType? Complain(Expression about, string text, string? hint, string? instead = null, MistakeKind kind = default)
    {
        complain(new Mistake(about, text, hint, instead) { Kind = kind });
        return null;
    }

    /// <summary>Demands one type of all operands; it is that of the whole too.</summary>
    internal ExpressionType? All(ExpressionType wanted, string symbol, params ReadOnlySpan<Expression> operands)
    {
        var fine = true;
        foreach (var operand in operands) fine &= Is(operand, wanted, $"`{symbol}` takes {Noun(wanted)}");
        return fine ? wanted : null;
    }

    /// <summary>Of numbers a number; texts are put behind each other, dates differ by days, and days are added to dates.</summary>
    internal ExpressionType? Computed(BinaryOperation operation, Expression left, Expression right)
    {
        var (first, second) = (Of(left), Of(right));
        if (operation == BinaryOperation.Add && (first, second) == (ExpressionType.Text, ExpressionType.Text)) return ExpressionType.Text;
        if (operation == BinaryOperation.Subtract && (first, second) == (ExpressionType.Time, ExpressionType.Time))
            return ExpressionType.Number;
        if ((operation == BinaryOperation.Add || operation == BinaryOperation.Subtract)
            && (first, second) == (ExpressionType.Time, ExpressionType.Number)) return ExpressionType.Time;
        if (operation == BinaryOperation.Add && Joined(left, first, right, second)) return null;
        var why = $"`{operation.Symbol}` takes {Noun(ExpressionType.Number)}";
        return IsOf(left, first, ExpressionType.Number, why, null) & IsOf(right, second, ExpressionType.Number, why, null)
            ? ExpressionType.Number : null;
    }

    /// <summary>Tells of a text and what is none with a plus between them, where putting them behind each other was meant.</summary>
    bool Joined(Expression left, ExpressionType? first, Expression right, ExpressionType? second)
    {
        if (first is null || second is null || (first == ExpressionType.Text) == (second == ExpressionType.Text)) return false;
        var (text, other, type) = first == ExpressionType.Text ? (left, right, second.Value) : (right, left, first.Value);
        if (Conversions.AsNumber(text) is not null || text is NameExpression name && MostlyNumbers(name)) return false;
        var written = other is NumberLiteral ? Notation.Text(other.Show()) : Conversions.Written(other, type, ExpressionType.Text)!;
        var number = text is TextLiteral ? "" : $", or `number({text.Show()})` for its number";
        complain(new(other, $"`{text.Show()}` is text and `{other.Show()}` is {Noun(type)}: `+` takes two texts or two numbers.",
            $"Write `{written}` to put it behind a text{number}.", written));
        return true;
    }

    /// <summary>A column is text for the sake of a few of its fields only.</summary>
    public Func<NameExpression, bool> MostlyNumbers { get; init; } = _ => false;

    /// <summary>There is a column of this name.</summary>
    public Func<string, bool> IsColumn { get; init; } = _ => false;

    /// <summary>Tells of the name of a column that stands between quotation marks, as in SQL, where no text can.</summary>
    bool Quoted(Expression part, string why)
    {
        if (part is not TextLiteral { Value: var name } || !IsColumn(name)) return false;
        var column = Notation.Name(name);
        Complain(part, why, $"A column stands without quotation marks: `{column}`.", column);
        return true;
    }

    internal bool Is(Expression expression, ExpressionType wanted, string why, string? hint = null) =>
        IsOf(expression, Of(expression), wanted, why, hint);

    internal bool IsOf(Expression expression, ExpressionType? type, ExpressionType wanted, string why, string? hint)
    {
        if (type is not { } other || other == wanted) return type == wanted;
        var text = $"`{expression.Show()}` is {Noun(other)}, but {why}.";
        if (Quoted(expression, text)) return false;
        var number = wanted == ExpressionType.Number ? Conversions.AsNumber(expression) : null;
        Complain(expression, text, number is not null ? "Write the number without quotation marks."
            : Conversions.Hint(expression, other, wanted) ?? hint, number?.Show() ?? Conversions.Instead(expression, other, wanted));
        return false;
    }

    /// <summary>Demands that the first can be compared with each of the others.</summary>
    internal ExpressionType? Compared(Expression whole, Expression first, params ReadOnlySpan<Expression> others)
    {
        var left = Of(first);
        var fine = left is not null;
        foreach (var other in others)
        {
            var right = Of(other);
            if (AreDates(first, left, other, right)) continue;
            fine &= left == right;
            if (left is { } one && right is { } two && one != two) SayUnlike(others.Length == 1 ? whole : null, first, one, other, two);
        }
        if (!fine) return null;
        if (left != ExpressionType.Truth || whole is BinaryExpression { ComparesTruths: true }) return ExpressionType.Truth;
        return Complain(whole, $"`{first.Show()}` is true or false already.", "Join such parts with `and`, `or` and `not`.");
    }

    /// <param name="whole">The comparison, where it is of two values alone.</param>
    void SayUnlike(Expression? whole, Expression first, ExpressionType one, Expression other, ExpressionType two)
    {
        var text = $"`{first.Show()}` is {Noun(one)} and `{other.Show()}` is {Noun(two)}: they cannot be compared.";
        if (Quoted(first, text) || Quoted(other, text)) return;
        if (DateSlips.Of(first, one, other, two) is { } date)
        {
            Complain(date.Part, text, $"Write `{date.Instead}`.", date.Instead);
            return;
        }
        var about = whole ?? other;
        var isNumber = (Conversions.AsNumber(first) ?? Conversions.AsNumber(other)) is not null;
        var (part, instead) = isNumber ? (about, Conversions.Unquoted(about).Show())
            : whole is null ? (about, null) : Converted(first, one, two) ?? Converted(other, two, one) ?? (about, null);
        Complain(part, text, isNumber ? "Write the number without quotation marks."
            : whole is null ? null : Conversions.Hint(first, one, two) ?? Conversions.Hint(other, two, one), instead);
    }

    static (Expression Part, string? Instead)? Converted(Expression part, ExpressionType type, ExpressionType wanted) =>
        Conversions.Written(part, type, wanted) is { } written ? (part, written) : null;

    /// <summary>A date and the text of one: it is written between quotation marks.</summary>
    static bool AreDates(Expression first, ExpressionType? left, Expression other, ExpressionType? right) =>
        (left == ExpressionType.Time && other is TextLiteral { IsDate: true })
        || (right == ExpressionType.Time && first is TextLiteral { IsDate: true });
}
