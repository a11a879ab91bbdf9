using Runtime.Expressions;
using Runtime.Numerics;
using static Runtime.Expressions.UnaryOperation;

namespace Tests.Runtime.Expressions;

/// <summary>Evaluates an expression for one row the obvious way: null is missing, the rest is double, string or bool.</summary>
static class Naive
{
    public static object? Of(Expression expression, Table table, int row) => expression switch
    {
        NumberLiteral number => number.Value,
        TextLiteral text => text.Value,
        NameExpression name => Cell(table[name.Name], row),
        UnaryExpression { Operation: IsMissing } test => Of(test.Operand, table, row) is null,
        UnaryExpression { Operation: IsPresent } test => Of(test.Operand, table, row) is not null,
        UnaryExpression unary => Of(unary.Operand, table, row) switch { double number => -number, bool truth => !truth, _ => null },
        BinaryExpression { Operation.Symbol: "and" } and => Both(Of(and.Left, table, row), Of(and.Right, table, row)),
        BinaryExpression { Operation.Symbol: "or" } or => Either(Of(or.Left, table, row), Of(or.Right, table, row)),
        BinaryExpression { Operation.Level: Levels.Comparison } comparison => Compared(comparison.Operation.Symbol, Of(comparison.Left, table, row), Of(comparison.Right, table, row)),
        BinaryExpression sum => Sum(sum.Operation.Symbol, Of(sum.Left, table, row), Of(sum.Right, table, row)),
        InExpression member => member.Items.Select(i => (object?)Compared("==", Of(member.Operand, table, row), Of(i, table, row))).Aggregate((object?)false, Either),
        BetweenExpression between => Both(
            Compared(">=", Of(between.Operand, table, row), Of(between.Low, table, row)),
            Compared("<=", Of(between.Operand, table, row), Of(between.High, table, row))),
        ConditionalExpression choice => Of(choice.Condition, table, row) is bool truth ? Of(truth ? choice.Then : choice.Else, table, row) : null,
        CallExpression call => Call(call.Function, [.. call.Arguments.Select(a => Of(a, table, row))]),
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    static object? Cell(Column column, int row) => column switch
    {
        NumberColumn numbers => double.IsNaN(numbers.Values[row]) ? null : numbers.Values[row],
        TextColumn text => text.Codes[row] < 0 ? null : text.Words[text.Codes[row]],
        _ => throw new NotSupportedException(),
    };

    static bool? Both(object? a, object? b) => a is false || b is false ? false : a is null || b is null ? null : true;

    static object? Either(object? a, object? b) => a is true || b is true ? true : a is null || b is null ? null : false;

    static bool? Compared(string operation, object? a, object? b)
    {
        if (a is null || b is null) return null;
        var order = a is double x ? x < (double)b ? -1 : x > (double)b ? 1 : 0 : string.CompareOrdinal((string)a, (string)b);
        return operation switch { "==" => order == 0, "!=" => order != 0, "<" => order < 0, "<=" => order <= 0, ">" => order > 0, ">=" => order >= 0, _ => throw new NotSupportedException(operation) };
    }

    static double? Sum(string operation, object? a, object? b)
    {
        if (a is null || b is null) return null;
        var (x, y) = ((double)a, (double)b);
        return Finite(operation switch { "+" => x + y, "-" => x - y, "*" => x * y, "/" => x / y, "%" => x % y, "^" => Powers.Of(x, y), _ => throw new NotSupportedException(operation) });
    }

    static object? Call(string function, object?[] values)
    {
        if (values.Contains(null)) return null;
        return function switch
        {
            "lower" => ((string)values[0]!).ToLowerInvariant(),
            "upper" => ((string)values[0]!).ToUpperInvariant(),
            "length" => (double)((string)values[0]!).Length,
            "contains" => ((string)values[0]!).Contains((string)values[1]!),
            "starts_with" => ((string)values[0]!).StartsWith((string)values[1]!, StringComparison.Ordinal),
            "ends_with" => ((string)values[0]!).EndsWith((string)values[1]!, StringComparison.Ordinal),
            "sqrt" => Finite(Math.Sqrt((double)values[0]!)),
            "log" => Finite(Logarithm.Of((double)values[0]!)),
            "abs" => Math.Abs((double)values[0]!),
            "floor" => Math.Floor((double)values[0]!),
            "min" => values.Cast<double>().Min(),
            "max" => values.Cast<double>().Max(),
            "clip" => Math.Min(Math.Max((double)values[0]!, (double)values[1]!), (double)values[2]!),
            _ => throw new NotSupportedException(function),
        };
    }

    static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
