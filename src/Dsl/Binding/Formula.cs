using Dsl.Syntax;
using Runtime;
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
            UnaryValue unary when Of(unary.Operand) is { } operand => new UnaryExpression(unary.Operation, operand),
            BinaryValue binary when Of(binary.Left) is { } left && Of(binary.Right) is { } right => new BinaryExpression(binary.Operation, left, right),
            CallValue call => Call(call),
            _ => null,
        };
        return expression is null ? null : expression with { At = (value.Span.Start, value.Span.Length) };
    }

    static CallExpression? Call(CallValue call)
    {
        var arguments = call.Arguments.Select(Of).ToArray();
        return arguments.Contains(null) ? null : new CallExpression(call.Function.Text, new ValueList<Expression>(arguments!));
    }
}
