namespace Runtime.Expressions;

/// <summary><c>if loudness > -5 then "loud" else "quiet"</c>; without a value where the condition is unknown.</summary>
public sealed record ConditionalExpression(Expression Condition, Expression Then, Expression Else) : Expression
{
    public override IReadOnlyList<Expression> Parts => [Condition, Then, Else];

    public override Expression Map(Func<Expression, Expression> replace) =>
        this with { Condition = replace(Condition), Then = replace(Then), Else = replace(Else) };

    public override int Level => Levels.Choice;

    protected override string Print() => $"if {Condition.Show()} then {Then.Show()} else {Else.Show()}";

    internal override ExpressionType? TypeIn(Typing typing)
    {
        var fine = typing.Is(Condition, ExpressionType.Truth, "`if` asks for something that is true or false", Typing.HowToTest);
        var (then, other) = (typing.Of(Then), typing.Of(Else));
        if (then is null || other is null || !fine) return null;
        if (then == other) return then;
        return typing.Complain(Else,
            $"`{Else.Show()}` is {Typing.Noun(other.Value)}, but what stands after `then` is {Typing.Noun(then.Value)}.",
            "Give both the same type.");
    }

    internal override NumberBlock Numbers(RowProgram program) =>
        Choices.Numbers(Condition.Truths(program), Then.Numbers(program), Else.Numbers(program));

    internal override TruthBlock Truths(RowProgram program) =>
        Choices.Truths(Condition.Truths(program), Then.Truths(program), Else.Truths(program));

    internal override TextProgram Texts(RowProgram program) =>
        Choices.Texts(Condition.Truths(program), Then.Texts(program), Else.Texts(program));
}
