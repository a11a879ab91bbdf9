using Dsl.Syntax;
using Runtime.Expressions;

namespace Dsl.Binding;

/// <summary>A value as an expression over columns and figures.</summary>
static class Formula
{
    /// <summary>Null when it holds a range, a list or a block.</summary>
    public static Expression? Of(Value value)
    {
        Expression? expression = value switch
        {
            NumberValue number => new NumberLiteral(number.Number),
            TextValue text => new TextLiteral(text.Text),
            WordValue word => new NameExpression(word.Word),
            UnaryValue unary => All([unary.Operand]) is [var operand] ? new UnaryExpression(unary.Operation, operand) : null,
            BinaryValue binary => All([binary.Left, binary.Right]) is [var left, var right] ? new BinaryExpression(binary.Operation, left, right) : null,
            CallValue call => All(call.Arguments) is { } arguments ? new CallExpression(call.Function.Text, new(arguments)) : null,
            InValue member => All([member.Operand, .. Items(member)]) is [var operand, .. var items] ? new InExpression(operand, new(items)) : null,
            BetweenValue between => All([between.Operand, between.Low, between.High]) is [var operand, var low, var high] ? new BetweenExpression(operand, low, high) : null,
            ChoiceValue choice => All([choice.Condition, choice.Then, choice.Else]) is [var condition, var then, var other] ? new ConditionalExpression(condition, then, other) : null,
            _ => null,
        };
        return expression is null ? null : expression with { At = (value.Span.Start, value.Span.Length) };
    }

    /// <summary>The value with sums of numbers replaced by what they are: <c>1..2 * 5</c> is <c>1..10</c>.</summary>
    public static Value Folded(Value value) => value.Replace(part =>
        part is UnaryValue or BinaryValue or CallValue or InValue or BetweenValue or ChoiceValue && Number(part) is { } number
            ? new NumberValue(number, new NumberLiteral(number).Show(), part.Span)
            : null);

    /// <summary>The number that an expression of nothing but numbers is; null when it is none or has no finite value.</summary>
    static double? Number(Value value)
    {
        if (Of(value) is not { } expression) return null;
        var type = new Typing(_ => null, (_, _, _) => { }) { Figures = _ => null }.Of(expression);
        if (type != ExpressionType.Number) return null;
        var number = new double[1];
        new RowProgram(new Table([], 1), Work.Alone).Numbers(expression)(0, number);
        return double.IsFinite(number[0]) ? number[0] : null;
    }

    /// <summary>A parameter may stand for a list of items.</summary>
    static IEnumerable<Value> Items(InValue member) => member.Items.SelectMany(i => i is ListValue list ? list.Items : [i]);

    static Expression[]? All(IEnumerable<Value> values)
    {
        var expressions = values.Select(Of).ToArray();
        return expressions.Contains(null) ? null : [.. expressions.Select(e => e!)];
    }
}
