using Runtime.Expressions;

namespace Dsl.Syntax;

/// <summary>What an argument is given. One tree for words, numbers, ranges, lists and expressions.</summary>
public abstract record Value(Span Span);

/// <param name="Written">As it stands in the script: <c>20%</c> for 0.2.</param>
public sealed record NumberValue(double Number, string Written, Span Span) : Value(Span);

/// <summary>Text between quotation marks.</summary>
public sealed record TextValue(string Text, Span Span) : Value(Span);

/// <summary>A bare word, or any name between back-ticks.</summary>
public sealed record WordValue(string Word, Span Span) : Value(Span)
{
    /// <summary>Stands between back-ticks.</summary>
    public bool Quoted { get; init; }
}

/// <summary><c>$name</c>.</summary>
public sealed record ParameterValue(string Name, Span Span) : Value(Span);

/// <summary>The text between two fences of three back-ticks.</summary>
/// <param name="Line">The line of the script that the text starts in, from 1.</param>
public sealed record BlockValue(string Text, int Line, Span Span) : Value(Span);

/// <summary><c>1..10</c>, both ends included.</summary>
public sealed record RangeValue(Value First, Value Last, Span Span) : Value(Span);

/// <summary><c>full,tied</c>.</summary>
public sealed record ListValue(IReadOnlyList<Value> Items, Span Span) : Value(Span);

/// <summary><c>noise(dense)</c>.</summary>
public sealed record CallValue(Name Function, IReadOnlyList<Value> Arguments, Span Span) : Value(Span);

public sealed record UnaryValue(UnaryOperation Operation, Value Operand, Span Span) : Value(Span);

public sealed record BinaryValue(BinaryOperation Operation, Value Left, Value Right, Span Span) : Value(Span);
