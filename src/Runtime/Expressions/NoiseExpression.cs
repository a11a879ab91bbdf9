namespace Runtime.Expressions;

/// <summary><c>dense is noise</c>: in no cluster of a labeling. What was not judged at all is neither noise nor not.</summary>
public sealed record NoiseExpression(Expression Operand, bool IsNot = false) : Expression
{
    public override IReadOnlyList<Expression> Parts => [Operand];

    public override Expression Map(Func<Expression, Expression> replace) => this with { Operand = replace(Operand) };

    public override int Level => Levels.Comparison;

    protected override string Print() => $"{Operand.Show(Level)} is {(IsNot ? "not " : "")}noise";

    internal override ExpressionType? TypeIn(Typing typing)
    {
        if (Operand is not NameExpression name)
            return typing.Complain(Operand, $"`{Operand.Show()}` is no labeling, and only a labeling has noise.", "Write `NAME is noise`.");
        if (typing.ColumnOf(name) is not { } column) return null;
        return column == ColumnType.Label ? ExpressionType.Truth : typing.Complain(name,
            $"`{name.Name}` is {Typing.Noun(Typing.Of(column))}, and only a labeling has noise.",
            "Name a labeling, or write `is missing` for what has no value.");
    }

    internal override TruthBlock Truths(RowProgram program)
    {
        var labels = program.Labels(((NameExpression)Operand).Name);
        return (start, into) =>
        {
            var from = labels.Labels.Slice(start, into.Length);
            for (var i = 0; i < into.Length; i++)
                into[i] = from[i] == LabelColumn.Absent ? Truth.Unknown : Truth.Of((from[i] == LabelColumn.Noise) != IsNot);
        };
    }
}
