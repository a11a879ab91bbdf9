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
/// <param name="calls">The type of a call; null after complaining.</param>
/// <param name="complain">Told of each mistake: where, what is wrong, what to do.</param>
public sealed class Typing(
    Func<NameExpression, ExpressionType?> names,
    Func<CallExpression, ExpressionType?> calls,
    Action<Expression, string, string?> complain)
{
    /// <summary>The type, or null when something inside is wrong (which has then been told).</summary>
    public ExpressionType? Of(Expression expression) => expression switch
    {
        NumberLiteral => ExpressionType.Number,
        TextLiteral => ExpressionType.Text,
        NameExpression name => names(name),
        CallExpression call => calls(call),
        UnaryExpression { Operation: UnaryOperation.Not } not => Both(not, ExpressionType.Truth, not.Operand),
        UnaryExpression negation => Both(negation, ExpressionType.Number, negation.Operand),
        BinaryExpression { Operation: BinaryOperation.And or BinaryOperation.Or } logic =>
            Both(logic, ExpressionType.Truth, logic.Left, logic.Right),
        BinaryExpression { Operation: >= BinaryOperation.Equal and <= BinaryOperation.GreaterOrEqual } comparison => Comparison(comparison),
        BinaryExpression arithmetic => Both(arithmetic, ExpressionType.Number, arithmetic.Left, arithmetic.Right),
        _ => throw new InvalidOperationException($"No typing for {expression.GetType().Name}."),
    };

    /// <summary>Demands that the whole expression is something that holds or not.</summary>
    public bool IsTruth(Expression expression)
    {
        var type = Of(expression);
        if (type is null or ExpressionType.Truth) return type is not null;
        complain(expression, $"`{expression.Show()}` is {Noun(type.Value)}, not something that is true or false.", "Compare it: `… > 0`, `… == \"rock\"`.");
        return false;
    }

    ExpressionType? Both(Expression whole, ExpressionType wanted, params ReadOnlySpan<Expression> operands)
    {
        var fine = true;
        foreach (var operand in operands)
        {
            var type = Of(operand);
            fine &= type == wanted;
            if (type is null || type == wanted) continue;
            complain(operand, $"`{operand.Show()}` is {Noun(type.Value)}, but `{Symbols.Of(whole)}` takes {Noun(wanted)}.", null);
        }
        return fine ? wanted : null;
    }

    ExpressionType? Comparison(BinaryExpression comparison)
    {
        var (left, right) = (Of(comparison.Left), Of(comparison.Right));
        if (left is null || right is null) return null;
        if (left != right)
        {
            complain(comparison, $"`{comparison.Left.Show()}` is {Noun(left.Value)} and `{comparison.Right.Show()}` is {Noun(right.Value)}: they cannot be compared.", null);
            return null;
        }
        if (left != ExpressionType.Truth) return ExpressionType.Truth;
        complain(comparison, $"`{comparison.Left.Show()}` is true or false already.", "Join such parts with `and`, `or` and `not`.");
        return null;
    }

    static string Noun(ExpressionType type) => type switch
    {
        ExpressionType.Number => "a number",
        ExpressionType.Text => "text",
        _ => "true or false",
    };
}
