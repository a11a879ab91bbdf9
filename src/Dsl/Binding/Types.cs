using Dsl.Syntax;
using Runtime;
using Runtime.Expressions;
using CodeBlock = Runtime.CodeBlock;

namespace Dsl.Binding;

/// <summary>The types that an argument can have: what a person calls them, and how a value becomes one.</summary>
/// <param name="Takes">To follow "takes": <c>a whole number</c>.</param>
/// <param name="Example">To follow "Write": <c>a whole number such as `5`</c>.</param>
/// <param name="Placeholder">What stands for a value in the manual: <c>NUMBER</c>.</param>
/// <param name="Convert">Null when the value is not of the type.</param>
sealed record Types(string Takes, string Example, string Placeholder, Func<Value, LanguageOptions, object?> Convert)
{
    static readonly Dictionary<Type, Types> Known = new()
    {
        [typeof(int)] = new("a whole number", "a whole number such as `5`", "N", (v, _) => Whole(v)) { Numeric = true },
        [typeof(Amount)] = new("a whole number or a share", "a number of rows such as `1000`, or a share such as `10%`", "N|X%", (v, _) => AmountOf(v)) { Numeric = true },
        [typeof(double)] = new("a number", "a number such as `0.5` or `20%`", "X", (v, _) => v is NumberValue number ? number.Number : null) { Numeric = true },
        [typeof(bool)] = new("`true` or `false`", "`true` or `false`", "true|false", (v, _) => v is WordValue { Word: "true" or "false" } word ? word.Word == "true" : null),
        [typeof(string)] = new("a word or a text", "a word, or text between double quotation marks", "TEXT", (v, _) => Text(v)),
        [typeof(Interval)] = new("a whole number or a range", "a range such as `1..10`", "FROM..TO", (v, _) => Range(v)) { Numeric = true },
        [typeof(ColumnRef)] = new("the name of a column", "the name of a column; put it between back-ticks if it has spaces", "COLUMN", (v, _) => Name(v) is { } name ? (object)new ColumnRef(name) : null),
        [typeof(PointsRef)] = new("the name of points", "the name of points that a step above makes", "POINTS", (v, _) => Name(v) is { } name ? (object)new PointsRef(name) : null),
        [typeof(LabelingRef)] = new("the name of a labeling", "the name of a labeling that a step above makes, or of a column of texts or whole numbers", "LABELING", (v, _) => Name(v) is { } name ? (object)new LabelingRef(name) : null),
        [typeof(PartRef)] = new("the name of points or of a table", "the name of points or of a table that a step above makes", "NAME", (v, _) => Name(v) is { } name ? (object)new PartRef(name) : null),
        [typeof(InputFile)] = new("the path of a file", "a path; put it between double quotation marks if it has spaces", "FILE", Paths.Input),
        [typeof(OutputFile)] = new("the path of a file", "a path; put it between double quotation marks if it has spaces", "FILE", (v, _) => Text(v) is { Length: > 0 } path ? (object)new OutputFile(path) : null),
        [typeof(CodeBlock)] = new("a block of code", "the code between two fences of three back-ticks", "```CODE```", (v, options) => Block(v, options)),
        [typeof(Expression)] = new("an expression", "an expression such as `year >= 2000`", "EXPRESSION", (v, _) => Formula.Of(v)),
    };

    /// <summary>Values that are numbers may be written as sums: <c>k=$n + 1</c>.</summary>
    public bool Numeric { get; private init; }

    /// <summary>Null when no value of the language can become one; a law says that this never is so.</summary>
    public static Types? Find(ParameterSignature parameter) => parameter.ValueType.IsEnum ? Choice(parameter) : Known.GetValueOrDefault(parameter.ValueType);

    public static Types Of(ParameterSignature parameter) => Find(parameter)
        ?? throw new InvalidOperationException($"The argument `{parameter.Name}` has the type {parameter.ValueType}, which the language does not know.");

    /// <summary>A word, text or number as text; a setting as it was typed.</summary>
    public static string? Text(Value value) => value switch
    {
        TextValue text => text.Text,
        { Setting: { } setting } => setting,
        WordValue word => word.Word,
        NumberValue number => number.Written,
        BlockValue block => block.Text,
        _ => null,
    };

    static Types Choice(ParameterSignature parameter)
    {
        var words = Wording.Names(parameter.Choices);
        return new($"one of {words}", $"one of {words}", string.Join('|', parameter.Choices), (v, _) =>
            v is WordValue word && parameter.Choices.ToList().IndexOf(word.Word) is >= 0 and var index ? Enum.GetValues(parameter.ValueType).GetValue(index) : null);
    }

    /// <summary>A block that a parameter holds stands elsewhere than where it is used.</summary>
    static CodeBlock? Block(Value value, LanguageOptions options) => value is BlockValue block
        ? new CodeBlock(block.Text, block.Line, block.Span.Length == block.Text.Length + 6 ? block.Span.Start + 3 : null, Path.GetFullPath(options.ScriptFolder))
        : null;

    static string? Name(Value value) => value is BlockValue ? null : Text(value) is { Length: > 0 } name ? name : null;

    static int? Whole(Value value) => value is NumberValue number && number.Number == Math.Floor(number.Number) && Math.Abs(number.Number) <= int.MaxValue ? (int)number.Number : null;

    /// <summary>With a percent sign, or below 1, it is a share.</summary>
    static Amount? AmountOf(Value value) => value switch
    {
        NumberValue { Number: >= 0 and <= 1 } number when number.Written.EndsWith('%') || number.Number < 1 => new Amount(number.Number, IsShare: true),
        NumberValue number when number.Written.EndsWith('%') => null,
        _ => Whole(value) is { } whole ? (Amount)whole : null,
    };

    static object? Range(Value value) => value switch
    {
        RangeValue range => Whole(range.First) is int first && Whole(range.Last) is int last && first <= last ? new Interval(first, last) : null,
        _ => Whole(value) is int only ? new Interval(only, only) : null,
    };
}
