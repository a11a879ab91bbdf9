namespace Runtime.Expressions;

/// <summary>An expression as data: Dsl parses text into it, C# may build it, operators evaluate it.</summary>
public abstract record Expression
{
    /// <summary>Where it was written, when it was: an offset and a length in the script.</summary>
    public (int Start, int Length)? At { get; init; }

    /// <summary>The expressions it is made of, in the order they are written.</summary>
    public virtual IReadOnlyList<Expression> Parts => [];

    /// <summary>The same expression with each of its parts replaced.</summary>
    public virtual Expression Map(Func<Expression, Expression> replace) => this;

    /// <summary>The expression and everything in it.</summary>
    public IEnumerable<Expression> All()
    {
        var open = new Stack<Expression>([this]);
        while (open.TryPop(out var next))
        {
            yield return next;
            foreach (var part in next.Parts) open.Push(part);
        }
    }
}

public sealed record NumberLiteral(double Value) : Expression;

public sealed record TextLiteral(string Value) : Expression;

/// <summary>A bare name: a column, or a word.</summary>
public sealed record NameExpression(string Name) : Expression;

/// <summary><c>noise(dense)</c>.</summary>
public sealed record CallExpression(string Function, ValueList<Expression> Arguments) : Expression
{
    public override IReadOnlyList<Expression> Parts => Arguments;

    public override Expression Map(Func<Expression, Expression> replace) => this with { Arguments = [.. Arguments.Select(replace)] };
}

public sealed record UnaryExpression(UnaryOperation Operation, Expression Operand) : Expression
{
    public override IReadOnlyList<Expression> Parts => [Operand];

    public override Expression Map(Func<Expression, Expression> replace) => this with { Operand = replace(Operand) };
}

public sealed record BinaryExpression(BinaryOperation Operation, Expression Left, Expression Right) : Expression
{
    public override IReadOnlyList<Expression> Parts => [Left, Right];

    public override Expression Map(Func<Expression, Expression> replace) => this with { Left = replace(Left), Right = replace(Right) };
}

/// <summary><c>genre in ("rock", "pop")</c>.</summary>
public sealed record InExpression(Expression Operand, ValueList<Expression> Items) : Expression
{
    public override IReadOnlyList<Expression> Parts => [Operand, .. Items];

    public override Expression Map(Func<Expression, Expression> replace) =>
        this with { Operand = replace(Operand), Items = [.. Items.Select(replace)] };
}

/// <summary><c>year between 1990 and 1999</c>, both ends included.</summary>
public sealed record BetweenExpression(Expression Operand, Expression Low, Expression High) : Expression
{
    public override IReadOnlyList<Expression> Parts => [Operand, Low, High];

    public override Expression Map(Func<Expression, Expression> replace) =>
        this with { Operand = replace(Operand), Low = replace(Low), High = replace(High) };
}

/// <summary><c>if loudness > -5 then "loud" else "quiet"</c>; without a value where the condition is unknown.</summary>
public sealed record ConditionalExpression(Expression Condition, Expression Then, Expression Else) : Expression
{
    public override IReadOnlyList<Expression> Parts => [Condition, Then, Else];

    public override Expression Map(Func<Expression, Expression> replace) =>
        this with { Condition = replace(Condition), Then = replace(Then), Else = replace(Else) };
}

public enum UnaryOperation
{
    Negate,
    Not,
    IsMissing,
    IsPresent,
}

public enum BinaryOperation
{
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}
