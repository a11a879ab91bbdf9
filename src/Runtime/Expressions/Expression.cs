namespace Runtime.Expressions;

/// <summary>An expression as data: Dsl parses text into it, C# may build it, operators evaluate it.</summary>
public abstract record Expression
{
    /// <summary>Where it was written, when it was: an offset and a length in the script.</summary>
    public (int Start, int Length)? At { get; init; }
}

public sealed record NumberLiteral(double Value) : Expression;

public sealed record TextLiteral(string Value) : Expression;

/// <summary>A bare name: a column, or a word.</summary>
public sealed record NameExpression(string Name) : Expression;

/// <summary><c>noise(dense)</c>.</summary>
public sealed record CallExpression(string Function, ValueList<Expression> Arguments) : Expression;

public sealed record UnaryExpression(UnaryOperation Operation, Expression Operand) : Expression;

public sealed record BinaryExpression(BinaryOperation Operation, Expression Left, Expression Right) : Expression;

public enum UnaryOperation
{
    Negate,
    Not,
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
