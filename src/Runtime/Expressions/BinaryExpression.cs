namespace Runtime.Expressions;

/// <summary>
/// Two expressions and what stands between them: all that is particular to a sign stands in <see cref="BinaryOperation"/>.
/// </summary>
public sealed record BinaryExpression(BinaryOperation Operation, Expression Left, Expression Right) : Expression
{
    public override IReadOnlyList<Expression> Parts => [Left, Right];

    public override Expression Map(Func<Expression, Expression> replace) => this with { Left = replace(Left), Right = replace(Right) };

    public override int Level => Operation.Level;

    protected override string Print() => Operation.FromTheRight
        ? $"{Left.Show(Level + 1)} {Operation.Symbol} {Right.Show(Levels.Sign)}"
        : $"{Left.Show(Level)} {Operation.Symbol} {Right.Show(Level + 1)}";

    internal override ExpressionType? TypeIn(Typing typing) => Operation.TypeIn(typing, this);

    /// <summary>Whether something is true is asked of a column or with a word: <c>active == true</c>.</summary>
    internal bool ComparesTruths => (Operation == BinaryOperation.Equal || Operation == BinaryOperation.NotEqual)
        && Left is NameExpression or TruthLiteral && Right is NameExpression or TruthLiteral;

    internal override NumberBlock Numbers(RowProgram program) => ((Arithmetic)Operation).Of(Left, Right, program);

    internal override TextProgram Texts(RowProgram program) =>
        TextProgram.Joined(Left.Texts(program), Right.Texts(program), program.Rows);

    internal override TruthBlock Truths(RowProgram program) => Operation is Logic logic
        ? logic.Of(Left.Truths(program), Right.Truths(program))
        : ((Comparison)Operation).Of(Left, Right, program);
}
