using Runtime.Expressions;

namespace Dsl.Syntax;

/// <summary>What an argument is given. One tree for words, numbers, ranges, lists and expressions; its text can be parsed again.</summary>
public abstract record Value(Span Span)
{
    /// <summary>The text of the setting it came from (<c>--set</c>), if it did.</summary>
    public string? Setting { get; init; }

    /// <summary>The same value with some parts replaced; <paramref name="replace"/> gives null where nothing changes.</summary>
    public Value Replace(Func<Value, Value?> replace)
    {
        Value[] All(IEnumerable<Value> values) => [.. values.Select(v => v.Replace(replace))];
        return replace(this) ?? this switch
        {
            RangeValue range => range with { First = range.First.Replace(replace), Last = range.Last.Replace(replace) },
            ListValue list => list with { Items = All(list.Items) },
            CallValue call => call with { Arguments = All(call.Arguments) },
            UnaryValue unary => unary with { Operand = unary.Operand.Replace(replace) },
            BinaryValue binary => binary with { Left = binary.Left.Replace(replace), Right = binary.Right.Replace(replace) },
            InValue member => member with { Operand = member.Operand.Replace(replace), Items = All(member.Items) },
            BetweenValue between => between with { Operand = between.Operand.Replace(replace), Low = between.Low.Replace(replace), High = between.High.Replace(replace) },
            ChoiceValue choice => choice with { Condition = choice.Condition.Replace(replace), Then = choice.Then.Replace(replace), Else = choice.Else.Replace(replace) },
            _ => this,
        };
    }

    /// <summary>The value and all its parts.</summary>
    public IEnumerable<Value> Parts()
    {
        var parts = new List<Value>();
        Replace(part =>
        {
            parts.Add(part);
            return null;
        });
        return parts;
    }

    /// <summary>As it would be written inside a larger value.</summary>
    private protected static string Inside(Value value) => value is BinaryValue or UnaryValue or InValue or BetweenValue or ChoiceValue ? $"({value})" : $"{value}";

    public sealed override string ToString() => Print();

    private protected abstract string Print();
}

/// <param name="Written">As it stands in the script: <c>20%</c> for 0.2.</param>
public sealed record NumberValue(double Number, string Written, Span Span) : Value(Span)
{
    private protected override string Print() => Written;
}

/// <summary>Text between quotation marks.</summary>
public sealed record TextValue(string Text, Span Span) : Value(Span)
{
    private protected override string Print() => $"\"{Text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n")}\"";
}

/// <summary>A bare word, or any name between back-ticks.</summary>
public sealed record WordValue(string Word, Span Span) : Value(Span)
{
    /// <summary>Stands between back-ticks.</summary>
    public bool Quoted { get; init; }

    private protected override string Print() => Quoted ? $"`{Word}`" : Word;
}

/// <summary><c>$name</c>.</summary>
public sealed record ParameterValue(string Name, Span Span) : Value(Span)
{
    private protected override string Print() => $"${Name}";
}

/// <summary>The text between two fences of three back-ticks.</summary>
/// <param name="Line">The line of the script that the text starts in, from 1.</param>
public sealed record BlockValue(string Text, int Line, Span Span) : Value(Span)
{
    private protected override string Print() => $"```{Text}```";
}

/// <summary><c>1..10</c>, both ends included.</summary>
public sealed record RangeValue(Value First, Value Last, Span Span) : Value(Span)
{
    private protected override string Print() =>
        First is NumberValue && Last is NumberValue or ParameterValue ? $"{First}..{Last}" : $"{Inside(First)} .. {Inside(Last)}";
}

/// <summary><c>full,tied</c>.</summary>
public sealed record ListValue(IReadOnlyList<Value> Items, Span Span) : Value(Span)
{
    private protected override string Print() => string.Join(",", Items);
}

/// <summary><c>noise(dense)</c>.</summary>
public sealed record CallValue(Name Function, IReadOnlyList<Value> Arguments, Span Span) : Value(Span)
{
    private protected override string Print() => $"{Function.Text}({string.Join(", ", Arguments)})";
}

public sealed record UnaryValue(UnaryOperation Operation, Value Operand, Span Span) : Value(Span)
{
    private protected override string Print() => Operation switch
    {
        UnaryOperation.Not => $"not {Inside(Operand)}",
        UnaryOperation.Negate => $"-{Inside(Operand)}",
        UnaryOperation.IsMissing => $"{Inside(Operand)} is missing",
        _ => $"{Inside(Operand)} is not missing",
    };
}

public sealed record BinaryValue(BinaryOperation Operation, Value Left, Value Right, Span Span) : Value(Span)
{
    private protected override string Print() => $"{Inside(Left)} {Symbols.Of(Operation)} {Inside(Right)}";
}

/// <summary><c>genre in ("rock", "pop")</c>, or <c>genre in $genres</c>.</summary>
public sealed record InValue(Value Operand, IReadOnlyList<Value> Items, Span Span) : Value(Span)
{
    private protected override string Print() => $"{Inside(Operand)} in ({string.Join(", ", Items)})";
}

/// <summary><c>year between 1990 and 1999</c>.</summary>
public sealed record BetweenValue(Value Operand, Value Low, Value High, Span Span) : Value(Span)
{
    private protected override string Print() => $"{Inside(Operand)} between {Inside(Low)} and {Inside(High)}";
}

/// <summary><c>if … then … else …</c>.</summary>
public sealed record ChoiceValue(Value Condition, Value Then, Value Else, Span Span) : Value(Span)
{
    private protected override string Print() => $"if {Condition} then {Then} else {Else}";
}
