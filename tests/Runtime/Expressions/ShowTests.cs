using Runtime.Expressions;
using static Runtime.Expressions.BinaryOperation;

namespace Tests.Runtime.Expressions;

public sealed class ShowTests
{
    static readonly Expression A = new NameExpression("a"), B = new NameExpression("b"), C = new NameExpression("c");

    public static TheoryData<string, Expression> Cases => new()
    {
        { "a - (b - c)", new BinaryExpression(Subtract, A, new BinaryExpression(Subtract, B, C)) },
        { "a - b - c", new BinaryExpression(Subtract, new BinaryExpression(Subtract, A, B), C) },
        { "(a + b) * c", new BinaryExpression(Multiply, new BinaryExpression(Add, A, B), C) },
        { "a > 1 and (b > 2 or c > 3)", new BinaryExpression(And, Above(A, 1), new BinaryExpression(Or, Above(B, 2), Above(C, 3))) },
        { "not a > 1", new UnaryExpression(UnaryOperation.Not, Above(A, 1)) },
        { "not (a > 1 and b > 2)", new UnaryExpression(UnaryOperation.Not, new BinaryExpression(And, Above(A, 1), Above(B, 2))) },
        { "a between (b between 1 and 2) and (a > 1)", new BetweenExpression(A, new BetweenExpression(B, new NumberLiteral(1), new NumberLiteral(2)), Above(A, 1)) },
        { "a ^ b ^ c", new BinaryExpression(Power, A, new BinaryExpression(Power, B, C)) },
        { "(a ^ b) ^ c", new BinaryExpression(Power, new BinaryExpression(Power, A, B), C) },
        { "(-2) ^ -a", new BinaryExpression(Power, new NumberLiteral(-2), new UnaryExpression(UnaryOperation.Negate, A)) },
        { "-(2)", new UnaryExpression(UnaryOperation.Negate, new NumberLiteral(2)) },
        { "`in` + `a \\` b`", new BinaryExpression(Add, new NameExpression("in"), new NameExpression("a ` b")) },
        { "ami(a, b) >= 0.5", new BinaryExpression(GreaterOrEqual, new CallExpression("ami", [A, B]), new NumberLiteral(0.5)) },
        { "a == \"say \\\"hi\\\"\"", new BinaryExpression(Equal, A, new TextLiteral("say \"hi\"")) },
    };

    [Theory, MemberData(nameof(Cases))]
    public void An_expression_is_written_with_the_parentheses_it_needs(string text, Expression expression) =>
        Assert.Equal(text, expression.Show());

    static BinaryExpression Above(Expression left, double value) => new(Greater, left, new NumberLiteral(value));
}
