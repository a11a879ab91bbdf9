using Runtime.Expressions;

namespace Dsl.Syntax;

/// <summary>What an argument may be given besides an expression. Its parts are expressions, so that one tree holds all.</summary>
public abstract record ArgumentForm : Expression;

/// <summary><c>$name</c>.</summary>
public sealed record ParameterForm(string Name) : ArgumentForm
{
    protected override string Print() => $"${Name}";
}

/// <summary>The text between two fences of three back-ticks.</summary>
/// <param name="Line">The line of the script that the text starts in, from 1.</param>
public sealed record BlockForm(string Text, int Line) : ArgumentForm
{
    protected override string Print() => $"```{Text}```";
}

/// <summary><c>1..10</c>, both ends included.</summary>
public sealed record RangeForm(Expression First, Expression Last) : ArgumentForm
{
    public override IReadOnlyList<Expression> Parts => [First, Last];

    public override Expression Map(Func<Expression, Expression> replace) => new RangeForm(replace(First), replace(Last));

    protected override string Print() =>
        First is NumberLiteral && Last is NumberLiteral or ParameterForm ? $"{First}..{Last}" : $"{First} .. {Last}";
}

/// <summary><c>full,tied</c>.</summary>
public sealed record ListForm(ValueList<Expression> Items) : ArgumentForm
{
    public override IReadOnlyList<Expression> Parts => Items;

    public override Expression Map(Func<Expression, Expression> replace) => new ListForm([.. Items.Select(replace)]);

    protected override string Print() => string.Join(",", Items.Select(i => i.Show()));
}
