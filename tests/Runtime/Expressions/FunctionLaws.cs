using Dsl.Editing;
using Dsl.Syntax;
using Runtime;
using Runtime.Expressions;
using Tests.Look;

namespace Tests.Runtime.Expressions;

/// <summary>What holds for every function of the catalogue, also for those to come.</summary>
public sealed class FunctionLaws
{
    static readonly Table Table = new(new NamedList<Column>(Ran.Numbers("energy", 0.2, 0.5, 0.8, double.NaN), Ran.Text("genre", "rock", "pop", null, "Rock"), new TimeColumn("when", [0, 1e15, double.NaN, 0], new TimeForm("yyyy-MM-dd"))), 4);

    public static TheoryData<string> Functions => [.. FunctionCatalog.Functions.Names];

    [Theory, MemberData(nameof(Functions))]
    public void Docs_are_one_sentence_and_names_are_words(string name)
    {
        var function = FunctionCatalog.Find(name)!;
        Assert.Matches(@"^\p{Lu}[^\n]*\.$", function.Doc);
        Assert.Matches("^[a-z][a-z0-9_]*$", name);
        Assert.DoesNotContain(name, Notation.Keywords);
        Assert.StartsWith($"{name}(", function.Usage);
    }

    [Theory, MemberData(nameof(Functions))]
    public void Examples_give_what_they_say(string name)
    {
        var function = FunctionCatalog.Find(name)!;
        Assert.Contains($"{name}(", function.Example);
        Assert.Equal(function.Gives, Evaluated(function.Example));
    }

    [Theory, MemberData(nameof(Functions))]
    public void Arguments_of_the_wrong_type_or_number_are_told_with_their_place(string name)
    {
        var function = FunctionCatalog.Find(name)!;
        if (function.Parameters.Length == 0)
        {
            Assert.Equal($"`{name}` does not take 1 value.", Complaints(new CallExpression(name, [new NumberLiteral(1)]))[^1]);
            return;
        }
        Expression wrong = function.Parameters[0].Type == ExpressionType.Number ? new TextLiteral("a") : new NumberLiteral(1);
        if (!function.Parameters[0].OfAny) Assert.Contains("takes", Complaints(new CallExpression(name, [.. function.Parameters.Select(_ => wrong)]))[0]);
        Assert.Equal($"`{name}` does not take 0 values.", Complaints(new CallExpression(name, []))[^1]);
    }

    [Theory, MemberData(nameof(Functions))]
    public void A_missing_value_gives_a_missing_one_unless_the_column_as_a_whole_is_meant(string name)
    {
        var function = FunctionCatalog.Find(name)!;
        if (function.OfColumn && name != "zscore") return;
        var arguments = function.Parameters.Where(p => !p.Optional).Select(p => p switch
        {
            { Constant: true, Type: ExpressionType.Text } => (Expression)new TextLiteral("a"),
            { Constant: true } => new NumberLiteral(1),
            { Type: ExpressionType.Number } => new NameExpression("energy"),
            { Type: ExpressionType.Time } => new NameExpression("when"),
            _ => new NameExpression("genre"),
        });
        var column = new RowProgram(Table, Work.Alone).Column("it", new CallExpression(name, [.. arguments]));
        Assert.Equal("", column.Show(function.Parameters[0].Type == ExpressionType.Number ? 3 : 2));
    }

    [Theory, MemberData(nameof(Functions))]
    public void Every_function_has_a_page_and_is_found_and_offered(string name)
    {
        var (function, page) = (FunctionCatalog.Find(name)!, FunctionManual.Of(FunctionCatalog.Find(name)!));
        Assert.All(page.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.All(function.Parameters.Select(p => p.Name).Append(function.Usage), part => Assert.Contains(part, page));
        Assert.Equal(name + "()", ManualSearch.Find(name, [])[0].Name);
        var step = $"derive it = {name[..2]}";
        Assert.Contains(Completion.At(step, step.Length, new LanguageOptions(), _ => []).Candidates, c => c.Text == name + "(" && c.Doc.EndsWith(function.Doc, StringComparison.Ordinal));
    }

    /// <summary>It counts values of any type; numbers were made of texts before, which counted none.</summary>
    [Theory]
    [InlineData("count(energy)", "3"), InlineData("count(genre)", "3"), InlineData("count(when)", "3"), InlineData("count(energy > 0.3)", "3"), InlineData("count(genre == \"rock\")", "3")]
    public void Values_of_any_type_are_counted(string text, string count) => Assert.Equal(count, Evaluated(text));

    [Fact]
    public void Names_are_no_operators() => Assert.Empty(FunctionCatalog.Functions.Names.Intersect(Catalog.Operators.Names));

    [Fact]
    public void Names_are_no_figures_of_a_study() =>
        Assert.Empty(FunctionCatalog.Functions.Names.Intersect(["clusters", "noise", "rows", "columns", .. global::Runtime.Numerics.Agreement.AgreementMetric.All.Names]));

    static string Evaluated(string text)
    {
        var expression = Reader.ReadValue(text)!;
        Assert.Empty(Complaints(expression));
        return new RowProgram(Table, Work.Alone).Column("it", expression).Show(0);
    }

    static string[] Complaints(Expression expression)
    {
        var check = new CheckContext();
        ColumnScope.TypeOf(expression, (Study.Empty with { Table = Table }).Shape, check, "it");
        return [.. check.Complaints.Select(c => c.Text)];
    }
}
