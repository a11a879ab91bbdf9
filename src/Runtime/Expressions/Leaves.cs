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
}

/// <summary>A bare name: a column, or a word.</summary>
public sealed record NameExpression(string Name) : Expression
{
    /// <summary>Where it is about a whole study: what every study has, not the name of something in it.</summary>
    public bool IsOfStudy => Name is "rows" or "columns";

    protected override string Print() => Notation.Name(Name);

    internal override ExpressionType? TypeIn(Typing typing) => typing.OfName(this);

    internal override NumberBlock Numbers(RowProgram program) => program.Values(Name);

    internal override TextProgram Texts(RowProgram program) => program.Words(Name);
}
