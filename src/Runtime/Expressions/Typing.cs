namespace Runtime.Expressions;

/// <summary>What an expression's value is.</summary>
public enum ExpressionType
{
    Number,
    Text,
    Truth,
}

/// <summary>Finds the type of an expression and everything that is wrong with it, without evaluating anything.</summary>
/// <param name="names">The type of a bare name; null after complaining that there is none.</param>
/// <param name="complain">Told of each mistake: where, what is wrong, what to do.</param>
public sealed class Typing(Func<NameExpression, ExpressionType?> names, Action<Expression, string, string?> complain)
{
    /// <summary>Deeper ones could exhaust the stack; no text that a script may hold is as deep.</summary>
    const int DeepestNesting = 1000;

    int depth;

    /// <summary>The type of a call that is no function but a figure of a study; null after complaining. Without it all calls are functions.</summary>
    public Func<CallExpression, ExpressionType?>? Figures { get; init; }

    /// <summary>The type, or null when something inside is wrong (which has then been told).</summary>
    public ExpressionType? Of(Expression expression)
    {
        if (depth == DeepestNesting)
        {
            complain(expression, "The expression is nested too deeply.", "Split it into several steps with `derive`.");
            return null;
        }
        depth++;
        var type = OfPart(expression);
        depth--;
        return type;
    }

    /// <summary>Demands that the whole expression is something that holds or not.</summary>
    public bool IsTruth(Expression expression)
    {
        var type = Of(expression);
        if (type is null or ExpressionType.Truth) return type is not null;
        complain(expression, $"`{expression.Show()}` is {Noun(type.Value)}, not something that is true or false.", "Compare it: `… > 0`, `… == \"rock\"`.");
        return false;
    }

    public static string Noun(ExpressionType type) => type switch
    {
        ExpressionType.Number => "a number",
        ExpressionType.Text => "text",
        _ => "true or false",
    };

    ExpressionType? OfPart(Expression expression) => expression switch
    {
        NumberLiteral => ExpressionType.Number,
        TextLiteral => ExpressionType.Text,
        NameExpression name => names(name),
        CallExpression call when Figures is not null && StudyScope.IsFigure(call) => Figures(call),
        CallExpression call => Call(call),
        UnaryExpression { Operation: UnaryOperation.Not } not => Both(not, ExpressionType.Truth, not.Operand),
        UnaryExpression { Operation: UnaryOperation.Negate } negation => Both(negation, ExpressionType.Number, negation.Operand),
        UnaryExpression test => Of(test.Operand) is null ? null : ExpressionType.Truth,
        BinaryExpression { Operation: BinaryOperation.And or BinaryOperation.Or } logic =>
            Both(logic, ExpressionType.Truth, logic.Left, logic.Right),
        BinaryExpression { Operation: <= BinaryOperation.GreaterOrEqual } comparison => Compared(comparison, comparison.Left, comparison.Right),
        BinaryExpression arithmetic => Both(arithmetic, ExpressionType.Number, arithmetic.Left, arithmetic.Right),
        InExpression member => Compared(member, member.Operand, [.. member.Items]),
        BetweenExpression between => Compared(between, between.Operand, between.Low, between.High),
        ConditionalExpression choice => Choice(choice),
        _ => throw new InvalidOperationException($"No typing for {expression.GetType().Name}."),
    };

    ExpressionType? Both(Expression whole, ExpressionType wanted, params ReadOnlySpan<Expression> operands)
    {
        var fine = true;
        foreach (var operand in operands) fine &= Is(operand, wanted, $"`{Symbols.Of(whole)}` takes {Noun(wanted)}");
        return fine ? wanted : null;
    }

    bool Is(Expression expression, ExpressionType wanted, string why, string? hint = null)
    {
        var type = Of(expression);
        if (type is not null && type != wanted) complain(expression, $"`{expression.Show()}` is {Noun(type.Value)}, but {why}.", hint);
        return type == wanted;
    }

    /// <summary>Whether the first can be compared with each of the others.</summary>
    ExpressionType? Compared(Expression whole, Expression first, params ReadOnlySpan<Expression> others)
    {
        var left = Of(first);
        var fine = left is not null;
        foreach (var other in others)
        {
            var right = Of(other);
            fine &= left == right;
            if (left is null || right is null || left == right) continue;
            complain(others.Length == 1 ? whole : other, $"`{first.Show()}` is {Noun(left.Value)} and `{other.Show()}` is {Noun(right.Value)}: they cannot be compared.", HowToCompare(first, other));
        }
        if (!fine) return null;
        if (left != ExpressionType.Truth) return ExpressionType.Truth;
        complain(whole, $"`{first.Show()}` is true or false already.", "Join such parts with `and`, `or` and `not`.");
        return null;
    }

    static string? HowToCompare(Expression first, Expression other) =>
        first is TextLiteral text && double.TryParse(text.Value, out _) || other is TextLiteral right && double.TryParse(right.Value, out _)
            ? "Write the number without quotation marks."
            : null;

    ExpressionType? Choice(ConditionalExpression choice)
    {
        var fine = Is(choice.Condition, ExpressionType.Truth, "`if` asks for something that is true or false", "Compare it: `… > 0`, `… == \"rock\"`.");
        var (then, other) = (Of(choice.Then), Of(choice.Else));
        if (then is null || other is null || !fine) return null;
        if (then == other) return then;
        complain(choice.Else, $"`{choice.Else.Show()}` is {Noun(other.Value)}, but what stands after `then` is {Noun(then.Value)}.", "Give both the same type.");
        return null;
    }

    ExpressionType? Call(CallExpression call)
    {
        if (FunctionCatalog.Find(call.Function) is not { } function)
        {
            var names = FunctionCatalog.Functions.Names;
            complain(call, $"There is no function `{call.Function}`.", Spelling.Nearest(call.Function, names) is { } near ? $"Did you mean `{near}`?" : Spelling.List("functions", call.Function, names));
            foreach (var argument in call.Arguments) Of(argument);
            return null;
        }
        if (function.OfColumn && Figures is not null)
        {
            complain(call, $"`{function.Name}` is about the rows of a column, and there are none here.", $"Write a figure of an earlier step such as `noise(NAME)`, or `derive` a column.");
            return null;
        }
        var fine = true;
        for (var i = 0; i < call.Arguments.Count && function.Parameters.Length > 0; i++) fine &= Fits(call.Arguments[i], function, function.At(i));
        if (function.Takes(call.Arguments.Count)) return fine ? function.Result : null;
        complain(call, $"`{function.Name}` does not take {Wording.Plural(call.Arguments.Count, "value")}.", $"Write `{function.Usage}`.");
        return null;
    }

    bool Fits(Expression argument, Function function, FunctionParameter parameter)
    {
        if (!Is(argument, parameter.Type, $"`{function.Name}` takes {Noun(parameter.Type)} there", $"Write `{function.Usage}`.")) return false;
        if (!parameter.Constant) return true;
        var wrong = argument is NumberLiteral or TextLiteral ? parameter.Wrong(argument) : $"is not the same for every row, as `{parameter.Name}` must be";
        if (wrong is not null) complain(argument, $"`{argument.Show()}` {wrong}.", $"Write `{function.Usage}`, for example `{function.Example}`.");
        return wrong is null;
    }
}
