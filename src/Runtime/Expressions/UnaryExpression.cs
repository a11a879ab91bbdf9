namespace Runtime.Expressions;

public enum UnaryOperation
{
    Negate,
    Not,
    IsMissing,
    IsPresent,
}

/// <summary><c>-x</c>, <c>not x</c>, <c>x is missing</c>, <c>x is not missing</c>.</summary>
public sealed record UnaryExpression(UnaryOperation Operation, Expression Operand) : Expression
{
    public override IReadOnlyList<Expression> Parts => [Operand];

    public override Expression Map(Func<Expression, Expression> replace) => this with { Operand = replace(Operand) };

    public override int Level => Operation switch
    {
        UnaryOperation.Negate => Levels.Sign,
        UnaryOperation.Not => Levels.Not,
        _ => Levels.Comparison,
    };

    protected override string Print() => Operation switch
    {
        // A minus right before a number is the sign of that number.
        UnaryOperation.Negate when Operand is NumberLiteral => $"-({Operand.Show()})",
        UnaryOperation.Negate when Operand is UnaryExpression { Operation: UnaryOperation.Negate } => $"- {Operand.Show()}",
        UnaryOperation.Negate => $"-{Operand.Show(Level)}",
        UnaryOperation.Not => $"not {Operand.Show(Level)}",
        UnaryOperation.IsMissing => $"{Operand.Show(Level)} is missing",
        _ => $"{Operand.Show(Level)} is not missing",
    };

    internal override ExpressionType? TypeIn(Typing typing) => Operation switch
    {
        UnaryOperation.Negate => typing.All(ExpressionType.Number, "-", Operand),
        UnaryOperation.Not => typing.All(ExpressionType.Truth, "not", Operand),
        _ => typing.Of(Operand) is null ? null : ExpressionType.Truth,
    };

    internal override NumberBlock Numbers(RowProgram program) => NumberKernels.Negate(Operand.Numbers(program));

    internal override TruthBlock Truths(RowProgram program)
    {
        if (Operation == UnaryOperation.Not) return TruthKernels.Not(Operand.Truths(program));
        var isMissing = Operation == UnaryOperation.IsMissing;
        return program.TypeOf(Operand) switch
        {
            ExpressionType.Text => TextKernels.Missing(Operand.Texts(program), isMissing),
            ExpressionType.Truth => TruthKernels.Missing(Operand.Truths(program), isMissing),
            _ => NumberKernels.Missing(Operand.Numbers(program), isMissing),
        };
    }
}
