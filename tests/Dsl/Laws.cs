using Dsl;
using Dsl.Diagnostics;
using Dsl.Editing;
using Runtime;

namespace Tests.Dsl;

/// <summary>What must hold for every operator, also for those to come.</summary>
public class Laws
{
    public static TheoryData<string> Operators => [.. Catalog.Operators.Names];

    public static TheoryData<string, string, string> Examples
    {
        get
        {
            var examples = new TheoryData<string, string, string>();
            foreach (var op in Catalog.Operators)
                foreach (var example in op.Examples) examples.Add(op.Name, example.After, example.Script);
            return examples;
        }
    }

    [Theory, MemberData(nameof(Operators))]
    public void Docs_are_one_sentence(string name)
    {
        var signature = Catalog.Find(name)!;
        foreach (var doc in signature.Parameters.Select(p => p.Doc).Prepend(signature.Doc))
            Assert.Matches(@"^(\p{Lu}|\d|`)[^\n]*\.$", doc);
    }

    [Theory, MemberData(nameof(Operators))]
    public void Names_are_words_of_the_language(string name)
    {
        var signature = Catalog.Find(name)!;
        Assert.InRange(name.Split(' ').Length, 1, 2);
        Assert.All(name.Split(' '), word => Assert.Matches("^[a-z][a-z0-9_]*$", word));
        Assert.All(signature.Parameters, p => Assert.Matches("^[a-z][a-z0-9_]*$", p.Name));
        Assert.Equal(signature.Parameters.Count, signature.Parameters.Select(p => p.Name).Distinct().Count());
    }

    [Fact]
    public void Operators_have_names_of_their_own() => Assert.Equal(Catalog.Operators.Count, Catalog.Operators.Names.Distinct().Count());

    [Theory, MemberData(nameof(Operators))]
    public void The_language_knows_the_type_of_every_argument(string name) =>
        Assert.All(Catalog.Find(name)!.Parameters, p => Assert.True(ArgumentTypes.Find(p) is not null, $"`{p.Name}` is a {p.ValueType}"));

    [Theory, MemberData(nameof(Operators))]
    public void Optional_arguments_of_a_position_follow_the_required_and_a_list_is_last(string name)
    {
        var positional = Catalog.Find(name)!.Parameters.Where(p => p.Positional).ToArray();
        Assert.Equal(positional.OrderBy(p => !p.Required).ThenBy(p => p.IsList), positional);
        Assert.True(positional.Count(p => p.IsList) <= 1);
    }

    [Theory, MemberData(nameof(Operators))]
    public void Every_broken_rule_says_its_sentence(string name)
    {
        foreach (var parameter in Catalog.Find(name)!.Parameters)
        {
            foreach (var (rule, bad) in parameter.Rules.SelectMany(r => r.BadValues.Select(b => (r, b))))
            {
                var found = Check($"{name} {parameter.Name}={bad.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
                Assert.Contains(found, d => d.Code.Name == "value-out-of-range" && d.Text.Contains($"`{parameter.Name}` must be {rule.Must}"));
            }
        }
    }

    [Theory, MemberData(nameof(Operators))]
    public void The_manual_fits_eighty_columns(string name)
    {
        var manual = Manual.Of(Catalog.Find(name)!);
        Assert.All(manual.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.All(Catalog.Find(name)!.Parameters, p => Assert.Contains(p.Name, manual));
    }

    [Fact]
    public void The_overview_names_every_operator_within_eighty_columns()
    {
        var overview = Manual.Overview(Catalog.Operators);
        Assert.All(Catalog.Operators, o => Assert.Contains($"  {o.Name} ", overview));
        Assert.All(overview.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.Equal(Catalog.Operators.Count, Manual.MarkdownTable().Split('\n').Count(l => l.StartsWith("| `", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Operators))]
    public void Every_operator_has_an_example(string name) => Assert.NotEmpty(Catalog.Find(name)!.Examples);

    [Theory, MemberData(nameof(Examples))]
    public void Examples_check_and_run(string name, string after, string script)
    {
        // An example that loads starts a script; behind other steps it would warn of dropping what they made.
        string[] before = name == "load" ? [] : ["load sample:spotify rows=2000", "features danceability energy valence acousticness"];
        string[] steps = [.. before, after, script];
        var source = new SourceText("example.pipe", string.Join('\n', steps.Where(s => s.Length > 0)));
        var plan = Language.Check(source, new LanguageOptions { RowLimit = 2000 });
        Assert.All(plan.Diagnostics.Where(d => d.IsError), d => Assert.Fail(DiagnosticText.Render(d, plan.Source, colour: false)));
        Assert.Equal(name, plan.Steps[^1].Signature!.Name);
        var folder = Directory.CreateTempSubdirectory("pipe-tests-").FullName;
        try
        {
            var ending = new Runner(plan, new RunSettings { OutputFolder = folder, RowLimit = 2000 }).Run();
            if (ending is Ending.Failed { Diagnostic: var failure }) Assert.Fail(DiagnosticText.Render(failure, plan.Source, colour: false));
            Assert.Equal(new Ending.Finished(), ending);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static IReadOnlyList<Diagnostic> Check(string script) => Language.Check(new SourceText("law.pipe", script), new LanguageOptions()).Diagnostics;
}
