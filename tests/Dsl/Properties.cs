using System.Text;
using CsCheck;
using Dsl;
using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime.Expressions;

namespace Tests.Dsl;

public class Properties
{
    static readonly string[] Pieces =
    [
        "load", "sample:nothing", "features", "pca", "variance", "=", "==", "0.9", "1..10", "..", ",", "(", ")", "as", "|", "||", "\n", "\n  ", "\r\n", "#", "## ", "\"", "`", "```", "$",
        "$k", "param k = 5\n", "param seed", "gmm", "search", "k", "-", "- ", "*", "/", "%", "20%", "not", "and", "or", "expect", "noise(dense)", "1e999", "é", "😀", "\t", "\0", "'", "x-y", "filter",
    ];

    static Gen<string> Words(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    static readonly Gen<string> Scrambled = Gen.OneOf(
        Words(Pieces).Array[0, 30].Select(pieces => string.Join(' ', pieces)),
        Words(Pieces).Array[0, 30].Select(string.Concat),
        Gen.String);

    /// <summary>Real scripts with a few characters taken out, put in, doubled or swapped.</summary>
    static readonly Gen<string> Mutated = Gen.Select(Words(Real()), Gen.Select(Gen.Int[0, 4], Gen.Int[0, 100_000], Words(Pieces)).Array[1, 6]).Select((script, changes) =>
    {
        foreach (var (kind, at, piece) in changes)
        {
            var (start, end) = (at % (script.Length + 1), Math.Min(script.Length, at % (script.Length + 1) + at % 7));
            script = kind switch
            {
                0 => script.Remove(start, end - start),
                1 => script.Insert(start, piece),
                2 => script.Insert(start, script[start..end]),
                3 => script[..start] + piece + script[end..],
                _ => script[..start],
            };
        }
        return script;
    });

    /// <summary>Any bytes, read as a file is read.</summary>
    static readonly Gen<string> Bytes = Gen.Byte.Array[0, 60].Select(Encoding.UTF8.GetString);

    /// <summary>How many texts the reader is given: `PIPE_TEXTS=1000000 dotnet test`.</summary>
    static readonly long Texts = long.TryParse(Environment.GetEnvironmentVariable("PIPE_TEXTS"), out var texts) ? texts : 6000;

    static string[] Real() => [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.pipe", SearchOption.AllDirectories)
        .Where(f => f.Contains("examples") || f.Contains("errors")).Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    static readonly Gen<Expression> Leaves = Gen.OneOf(
        Gen.Double[-1e6, 1e6].Select(n => (Expression)new NumberLiteral(n)),
        Gen.Int[-5, 1000].Select(n => (Expression)new NumberLiteral(n)),
        Gen.OneOf(Words("year", "black-metal", "x.csv", "a_b", "and", "as", "a b", "1", "`", "\\", "a\nb", "missing"), Gen.String[1, 5]).Select(w => (Expression)new NameExpression(w)),
        Gen.OneOf(Words("", "a\"b", "\\", "line\nline", "# |"), Gen.String).Select(t => (Expression)new TextLiteral(t)));

    internal static readonly Gen<Expression> Expressions = Gen.Recursive<Expression>((depth, inner) => depth > 4 ? Leaves : Gen.OneOf(
        Leaves,
        Gen.Select(Gen.Int[0, BinaryOperation.All.Count - 1], inner, inner, (op, left, right) => (Expression)new BinaryExpression(BinaryOperation.All[op], left, right)),
        Gen.Select(Gen.Enum<UnaryOperation>(), inner, (op, operand) => (Expression)new UnaryExpression(op, operand)),
        Gen.Select(Gen.Bool, inner, (not, operand) => (Expression)new NoiseExpression(operand, not)),
        Gen.Select(inner, inner.Array[1, 3], (operand, items) => (Expression)new InExpression(operand, [.. items])),
        Gen.Select(inner, inner, inner, (operand, low, high) => (Expression)new BetweenExpression(operand, low, high)),
        Gen.Select(inner, inner, inner, (condition, then, other) => (Expression)new ConditionalExpression(condition, then, other)),
        inner.Array[0, 3].Select(a => (Expression)new CallExpression("f", [.. a]))));

    [Fact]
    public void Any_text_gives_diagnostics_inside_it_and_never_an_exception() => Scrambled.Sample(text =>
    {
        var source = new SourceText("any.pipe", text);
        var plan = Language.Check(source, new LanguageOptions());
        foreach (var diagnostic in plan.Diagnostics)
        {
            Assert.NotEqual("bug", diagnostic.Code.Name);
            if (diagnostic.Span is { } span) Assert.True(span.Start >= 0 && span.Length > 0 && span.End <= text.Length + 1, $"{span} in {text.Length}");
            Assert.NotEmpty(DiagnosticText.Render(diagnostic, source, colour: true));
        }
        Assert.All(plan.Script.Steps, s => Assert.Equal(s.Text, text.Substring(s.Span.Start, s.Span.Length)));
    }, iter: 1500);

    [Fact]
    public void Any_bytes_and_any_change_of_a_script_are_read_to_diagnostics() => Gen.OneOf(Mutated, Bytes, Scrambled).Sample(text =>
    {
        var diagnostics = new List<Diagnostic>();
        var script = new Reader(new SourceText("any.pipe", text), diagnostics).Read();
        Assert.All(diagnostics, d => Assert.InRange(d.Span!.Start, 0, text.Length));
        Assert.All(script.Items, i => Assert.InRange(i.Span.End, 0, text.Length));
        Assert.All(script.Comments, c => Assert.Equal(c.Text, text.Substring(c.Span.Start, c.Span.Length)));
    }, iter: Texts);

    [Fact]
    public void Any_setting_is_read_without_an_exception() => Scrambled.Sample(text =>
    {
        var options = new LanguageOptions { Settings = new Dictionary<string, string> { ["k"] = text } };
        var plan = Language.Check(new SourceText("any.pipe", "param k = 5\nload $k\nfilter $k\nsample $k\nfeatures $k"), options);
        Assert.DoesNotContain(plan.Diagnostics, d => d.Code.Name == "bug");
    }, iter: 1000);

    [Fact]
    public void What_is_printed_reads_as_the_same_value() => Expressions.Sample(value => Assert.Equal(value, Reader.ReadValue(value.Show())), iter: 5000);

    [Theory]
    [InlineData("(", 20_000)]
    [InlineData("not ", 20_000)]
    [InlineData("-", 20_000)]
    [InlineData("a + ", 20_000)]
    [InlineData("a and ", 20_000)]
    [InlineData("f(", 20_000)]
    [InlineData("x,", 20_000)]
    [InlineData("x ", 20_000)]
    [InlineData("x=1 ", 20_000)]
    [InlineData("| ", 20_000)]
    public void Long_and_deep_texts_end_quickly(string piece, int times)
    {
        var plan = Language.Check(new SourceText("deep.pipe", "load x.csv\nfilter " + string.Concat(Enumerable.Repeat(piece, times))), new LanguageOptions());
        Assert.True(plan.HasErrors);
    }
}
