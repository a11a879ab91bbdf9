namespace Runtime.Expressions;

/// <summary><c>year between 1990 and 1999</c>, both ends included.</summary>
public sealed record BetweenExpression(Expression Operand, Expression Low, Expression High) : Expression
{
    public override IReadOnlyList<Expression> Parts => [Operand, Low, High];

    public override Expression Map(Func<Expression, Expression> replace) =>
        this with { Operand = replace(Operand), Low = replace(Low), High = replace(High) };

    public override int Level => Levels.Comparison;

    protected override string Print() => $"{Operand.Show(Level)} between {Low.Show(Level + 1)} and {High.Show(Level + 1)}";

    internal override ExpressionType? TypeIn(Typing typing) => typing.Compared(this, Operand, Low, High);

    internal override TruthBlock Truths(RowProgram program) => Both(
        new BinaryExpression(BinaryOperation.GreaterOrEqual, Operand, Low),
        new BinaryExpression(BinaryOperation.LessOrEqual, Operand, High)).Truths(program);

    static BinaryExpression Both(Expression first, Expression second) => new(BinaryOperation.And, first, second);
}
