using Dsl.Diagnostics;
using Dsl.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Runtime;
using Tests.Laws;

namespace Tests.Dsl;

/// <summary>Every code is said somewhere, and its page tells the truth.</summary>
public class CodeLaws
{
    public static TheoryData<string> All => [.. Codes.All.Names];

    public static TheoryData<string> Shown => [.. Codes.All.Where(c => c.Wrong is not null).Select(c => c.Name)];

    [Theory, MemberData(nameof(Shown))]
    public void The_wrong_example_yields_exactly_its_code(string name)
    {
        var code = Codes.All.Find(name)!;
        var said = Assert.Single(Explanation.Check(code.Wrong!, code.Setting).Diagnostics);
        Assert.Same(code, said.Code);
    }

    [Theory, MemberData(nameof(Shown))]
    public void Nothing_is_said_of_the_right_example(string name)
    {
        var code = Codes.All.Find(name)!;
        var plan = Explanation.Check(code.Right!, code.Setting);
        Assert.All(plan.Diagnostics, d => Assert.Fail(DiagnosticText.Render(d, plan.Source, colour: false)));
    }

    [Theory, MemberData(nameof(All))]
    public void Pages_fit_eighty_columns(string name)
    {
        Assert.All(Explanation.Of(Codes.All.Find(name)!).Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.All(Explanation.Overview().Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.Matches(@"^(\p{Lu}|`)[^\n]*\.$", Codes.All.Find(name)!.Meaning);
    }

    [Fact]
    public void Codes_have_names_of_their_own_made_of_small_words()
    {
        Assert.Equal(Codes.All.Count, Codes.All.Names.Distinct().Count());
        Assert.All(Codes.All.Names, n => Assert.Matches("^[a-z]+(-[a-z]+)*$", n));
    }

    /// <summary>A declaration that nothing names would be a page of what is never said.</summary>
    [Fact]
    public void Every_code_is_said_somewhere()
    {
        var named = SourceTree.Files.SelectMany(f => f.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>()).Select(n => n.Identifier.Text).ToHashSet();
        var declared = SourceTree.Files.SelectMany(f => f.GetRoot().DescendantNodes().OfType<FieldDeclarationSyntax>())
            .Where(f => f.Declaration.Type.ToString() == nameof(DiagnosticCode)).SelectMany(f => f.Declaration.Variables).Select(v => v.Identifier.Text).ToArray();
        Assert.Equal(Codes.All.Count, declared.Length);
        Assert.Equal([], declared.Except(named));
    }
}
