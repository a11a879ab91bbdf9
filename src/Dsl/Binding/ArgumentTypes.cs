using System.Text.RegularExpressions;
using Dsl.Syntax;
using Runtime;
using Runtime.Expressions;

namespace Dsl.Binding;

/// <summary>The types that an argument can have: what a person calls them, and how a value becomes one.</summary>
/// <param name="Takes">To follow "takes": <c>a whole number</c>.</param>
/// <param name="Example">To follow "Write": <c>a whole number such as `5`</c>.</param>
/// <param name="Placeholder">What stands for a value in the manual: <c>NUMBER</c>.</param>
/// <param name="Convert">Null when the value is not of the type.</param>
sealed partial record ArgumentTypes(string Takes, string Example, string Placeholder, Func<Expression, LanguageOptions, object?> Convert)
{
    static readonly Dictionary<Type, ArgumentTypes> Known = new()
    {
        [typeof(int)] = new("a whole number", "a whole number such as `5`", "N", (v, _) => Whole(v)) { Numeric = true },
        [typeof(CountOrShare)] =
            new("a whole number or a share", "a number of rows such as `1000`, or a share such as `10%`", "N|X%",
                (v, _) => CountOrShareOf(v))
            { Numeric = true },
        [typeof(double)] = new("a number", "a number such as `0.5` or `20%`", "X",
            (v, _) => v is NumberLiteral number ? number.Value : null)
        { Numeric = true },
        [typeof(bool)] = new("`true` or `false`", "`true` or `false`", "true|false",
            (v, _) => v is TruthLiteral truth ? truth.Value : null)
        { Meant = word => Misnamed.Truth(word) is { } truth ? (truth ? "true" : "false") : null },
        [typeof(string)] = new("a word or a text", "a word, or text between double quotation marks", "TEXT", (v, _) => Text(v)),
        [typeof(Interval)] = new("a whole number or a range", "a range such as `1..10`", "FROM..TO", (v, _) => Range(v)) { Numeric = true },
        [typeof(ColumnRef)] =
            new("the name of a column", "the name of a column; put it between back-ticks if it has spaces", "COLUMN",
                (v, _) => Column(v)),
        [typeof(PointsRef)] =
            new("the name of points", "the name of points that a step above makes", "POINTS",
                (v, _) => Name(v) is { } name ? (object)new PointsRef(name) : null),
        [typeof(LabelingRef)] =
            new("the name of a labeling", "the name of a labeling that a step above makes, or of a column of texts or whole numbers",
                "LABELING", (v, _) => Name(v) is { } name ? (object)new LabelingRef(name) : null),
        [typeof(PartRef)] = new("the name of points or of a table", "the name of points or of a table that a step above makes", "NAME",
            (v, _) => Name(v) is { } name ? (object)new PartRef(name) : null),
        [typeof(InputFile)] =
            new("the path of a file", "a path; put it between double quotation marks if it has spaces", "FILE", Paths.Input),
        [typeof(OutputFile)] =
            new("the path of a file", "a path; put it between double quotation marks if it has spaces", "FILE",
                (v, _) => Text(v) is { Length: > 0 } path ? (object)new OutputFile(path) : null),
        [typeof(CodeBlock)] =
            new("a block of code", "the code between two fences of three back-ticks", "```CODE```", (v, options) => Block(v, options)),
        [typeof(Expression)] =
            new("an expression", "an expression such as `year >= 2000`", "EXPRESSION",
                (v, _) => v.All().Any(p => p is ArgumentForm) ? null : v),
    };

    static readonly ArgumentTypes MatchedColumns = new("the name of a column, or of two with `==` between them",
        "the name of a column, or `HERE == THERE` where it has another name in the other table", "COLUMN",
        (v, _) => v is BinaryExpression { Left: NameExpression here, Right: NameExpression there } both
            && both.Operation == BinaryOperation.Equal ? new MatchedColumn(here.Name, there.Name) : Column(v));

    /// <summary>Values that are numbers may be written as sums: <c>k=$n + 1</c>.</summary>
    public bool Numeric { get; private init; }

    /// <summary>What a value that is not of the type was most likely meant for, as one would write it.</summary>
    public Func<string, string?>? Meant { get; private init; }

    /// <summary>Null when no value of the language can become one; a law says that this never is so.</summary>
    public static ArgumentTypes? Find(ParameterSignature parameter) =>
        parameter.IsChoice ? Choice(parameter) : parameter.Matched ? MatchedColumns : Known.GetValueOrDefault(parameter.ValueType);

    public static ArgumentTypes Of(ParameterSignature parameter) => Find(parameter)
        ?? throw new InvalidOperationException(
            $"The argument `{parameter.Name}` has the type {parameter.ValueType}, which the language does not know.");

    /// <summary>A word, text or number as text; a setting as it was typed.</summary>
    public static string? Text(Expression value) => value switch
    {
        TextLiteral text => text.Value,
        _ when value.Origin().Setting is { } setting => setting,
        // A word in brackets is that word, brackets and all: tables say (blank).
        NameExpression when value.Written().StartsWith('(') => value.Written(),
        NameExpression word => word.Name,
        TruthLiteral truth => truth.Show(),
        NumberLiteral number => number.Written().Replace(" ", ""),
        BlockForm block => block.Text,
        _ => null,
    };

    static ArgumentTypes Choice(ParameterSignature parameter)
    {
        var words = Wording.Choices(parameter.Choices);
        return new($"one of {words}", $"one of {words}", string.Join('|', parameter.Choices), (v, _) =>
            v is NameExpression word && parameter.Choices.ToList().IndexOf(word.Name) is >= 0 and var index
                ? parameter.Options[index] : null);
    }

    /// <summary>A block that a parameter holds stands elsewhere than where it is used.</summary>
    static CodeBlock? Block(Expression value, LanguageOptions options) => value is BlockForm block
        ? new CodeBlock(Fenced().Replace(block.Text, m => new string(' ', m.Length)), block.Line,
            IsWrittenThere(block) ? block.Span().Start + 3 : null, Path.GetFullPath(options.ScriptFolder))
        { Confined = options.Confined }
        : null;

    /// <summary>The name of the language behind the fence, as Markdown has it.</summary>
    [GeneratedRegex(@"\A(csharp|cs|c#)(?=[ \t]*\r?\n)", RegexOptions.IgnoreCase)]
    private static partial Regex Fenced();

    static bool IsWrittenThere(BlockForm block) => block.Span().Length == block.Text.Length + 6;

    /// <summary>Between back-ticks a name is nothing but itself; otherwise it may be a choice of columns.</summary>
    static ColumnRef? Column(Expression value) => value switch
    {
        RangeForm range => Name(range.First) is { } first && Name(range.Last) is { } last ? ColumnChoice.Range(first, last) : null,
        NameExpression { Name: { Length: > 0 } name } when value.Written().StartsWith('`') => new ColumnRef(name),
        _ => Name(value) is { } written ? ColumnChoice.Read(written) : null,
    };

    static string? Name(Expression value) => value is BlockForm ? null : Text(value) is { Length: > 0 } name ? name : null;

    static int? Whole(Expression value) =>
        value is NumberLiteral { Value: var number } && number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue
            ? (int)number : null;

    /// <summary>With a percent sign, or below 1, it is a share.</summary>
    static CountOrShare? CountOrShareOf(Expression value) => value switch
    {
        NumberLiteral { Value: >= 0 and <= 1 } number when number.Written().EndsWith('%') || number.Value < 1 =>
            new CountOrShare(number.Value, IsShare: true),
        NumberLiteral number when number.Written().EndsWith('%') => null,
        _ => Whole(value) is { } whole ? (CountOrShare)whole : null,
    };

    static object? Range(Expression value) => value switch
    {
        RangeForm range => Whole(range.First) is int first && Whole(range.Last) is int last && first <= last
            ? new Interval(first, last) : null,
        _ => Whole(value) is int only ? new Interval(only, only) : null,
    };
}
