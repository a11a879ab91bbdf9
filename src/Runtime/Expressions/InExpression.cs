namespace Runtime.Expressions;

/// <summary><c>genre in ("rock", "pop")</c>.</summary>
public sealed record InExpression(Expression Operand, ValueList<Expression> Items) : Expression
{
    public override IReadOnlyList<Expression> Parts => [Operand, .. Items];

    public override Expression Map(Func<Expression, Expression> replace) =>
        this with { Operand = replace(Operand), Items = [.. Items.Select(replace)] };

    public override int Level => Levels.Comparison;

    protected override string Print() => $"{Operand.Show(Level)} in ({List(Items)})";

    internal override ExpressionType? TypeIn(Typing typing) => typing.Compared(this, Operand, [.. Items]);

    internal override TruthBlock Truths(RowProgram program) => program.AreTexts(Operand, Items[0])
        ? TextKernels.In(Operand.Texts(program), [.. Items.Select(i => i.Texts(program))], program.Work)
        : NumberKernels.In(Operand.Numbers(program), [.. Items.Select(i => i.Numbers(program))]);
}
