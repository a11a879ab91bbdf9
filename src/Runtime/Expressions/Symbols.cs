using System.Globalization;

namespace Runtime.Expressions;

/// <summary>Expressions as text, the way a script writes them.</summary>
public static class Symbols
{
    public static string Of(Expression expression) => expression switch
    {
        UnaryExpression unary => unary.Operation == UnaryOperation.Not ? "not" : "-",
        BinaryExpression binary => Of(binary.Operation),
        _ => "",
    };

    public static string Of(BinaryOperation operation) => operation switch
    {
        BinaryOperation.Or => "or",
        BinaryOperation.And => "and",
        BinaryOperation.Equal => "==",
        BinaryOperation.NotEqual => "!=",
        BinaryOperation.Less => "<",
        BinaryOperation.LessOrEqual => "<=",
        BinaryOperation.Greater => ">",
        BinaryOperation.GreaterOrEqual => ">=",
        BinaryOperation.Add => "+",
        BinaryOperation.Subtract => "-",
        BinaryOperation.Multiply => "*",
        BinaryOperation.Divide => "/",
        _ => "%",
    };

    /// <summary>The expression as one would write it, with the parentheses it needs.</summary>
    public static string Show(this Expression expression) => Show(expression, 0);

    static string Show(Expression expression, int around)
    {
        var level = Level(expression);
        var text = expression switch
        {
            NumberLiteral number => number.Value.ToString("R", CultureInfo.InvariantCulture),
            TextLiteral literal => $"\"{literal.Value.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"",
            NameExpression name => name.Name,
            CallExpression call => $"{call.Function}({string.Join(", ", call.Arguments.Select(a => Show(a, 0)))})",
            UnaryExpression { Operation: UnaryOperation.Not } not => $"not {Show(not.Operand, level)}",
            UnaryExpression negation => $"-{Show(negation.Operand, level)}",
            BinaryExpression binary => $"{Show(binary.Left, level)} {Of(binary.Operation)} {Show(binary.Right, level + 1)}",
            _ => throw new InvalidOperationException($"No text for {expression.GetType().Name}."),
        };
        return level < around ? $"({text})" : text;
    }

    /// <summary>How tightly it binds: or, and, not, comparison, sum, product, sign, single value.</summary>
    static int Level(Expression expression) => expression switch
    {
        BinaryExpression { Operation: BinaryOperation.Or } => 1,
        BinaryExpression { Operation: BinaryOperation.And } => 2,
        UnaryExpression { Operation: UnaryOperation.Not } => 3,
        BinaryExpression { Operation: <= BinaryOperation.GreaterOrEqual } => 4,
        BinaryExpression { Operation: BinaryOperation.Add or BinaryOperation.Subtract } => 5,
        BinaryExpression => 6,
        UnaryExpression => 7,
        _ => 8,
    };
}
