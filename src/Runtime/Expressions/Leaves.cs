namespace Runtime.Expressions;

public sealed record NumberLiteral(double Value) : Expression
{
    /// <summary>The sign of a negative one binds as that of any expression.</summary>
    public override int Level => double.IsNegative(Value) ? Levels.Sign : Levels.Single;

    protected override string Print() => Notation.Number(Value);

    internal override ExpressionType? TypeIn(Typing typing) => ExpressionType.Number;

    internal override NumberBlock Numbers(RowProgram program) => (_, into) => into.Fill(Value);
}

public sealed record TextLiteral(string Value) : Expression
{
    protected override string Print() => Notation.Text(Value);

    internal override ExpressionType? TypeIn(Typing typing) => ExpressionType.Text;

    internal override TextProgram Texts(RowProgram program) => new(1, _ => Value, (_, into) => into.Clear()) { Constant = true };

    /// <summary>It can be compared with dates.</summary>
    internal bool IsDate => TimeForm.ReadIso(Value) is not null;

    /// <summary>As a date.</summary>
    internal override NumberBlock Numbers(RowProgram program)
    {
        var time = TimeForm.ReadIso(Value)!.Value;
        return (_, into) => into.Fill(time);
    }
}

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed record TruthLiteral(bool Value) : Expression
{
    protected override string Print() => Value ? "true" : "false";

    internal override ExpressionType? TypeIn(Typing typing) => ExpressionType.Truth;

    internal override TruthBlock Truths(RowProgram program) => (_, into) => into.Fill(Truth.Of(Value));
}

/// <summary>A bare name: a column, or a word.</summary>
public sealed record NameExpression(string Name) : Expression
{
    /// <summary>Where it is about a whole study: what every study has, not the name of something in it.</summary>
    public bool IsOfStudy => Name is "rows" or "columns";

    protected override string Print() => Notation.Name(Name);

    internal override ExpressionType? TypeIn(Typing typing) => typing.OfName(this);

    internal override NumberBlock Numbers(RowProgram program) => program.Values(Name);

    internal override TruthBlock Truths(RowProgram program) => NumberKernels.Truths(program.Values(Name));

    internal override TextProgram Texts(RowProgram program) => program.Words(Name);
}
