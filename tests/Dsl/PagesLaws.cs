using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Dsl.Diagnostics;
using Dsl.Editing;

namespace Tests.Dsl;

/// <summary>Every code has a page, and the pages tell the truth.</summary>
public partial class PagesLaws
{
    [GeneratedRegex("""(?:Error|Warn|new)\((?:Severity\.\w+, )?"([a-z]+(?:-[a-z]+)+|refused|bug|unused|unscaled)",|Code = "([a-z-]+)"|\? "([a-z]+(?:-[a-z]+)*)" : "([a-z]+-[a-z-]+)"\),""")]
    private static partial Regex Emission();

    public static TheoryData<string> Codes => [.. Pages.All.Select(p => p.Code)];

    public static TheoryData<string> Shown => [.. Pages.All.Where(p => p.Wrong is not null).Select(p => p.Code)];

    [Theory, MemberData(nameof(Shown))]
    public void The_wrong_example_yields_exactly_its_code(string code)
    {
        var page = Pages.Find(code)!;
        var said = Assert.Single(Explanation.Check(page.Wrong!, page.Setting).Diagnostics);
        Assert.Equal(code, said.Code);
    }

    [Theory, MemberData(nameof(Shown))]
    public void Nothing_is_said_of_the_right_example(string code)
    {
        var page = Pages.Find(code)!;
        var plan = Explanation.Check(page.Right!, page.Setting);
        Assert.All(plan.Diagnostics, d => Assert.Fail(DiagnosticText.Render(d, plan.Source, colour: false)));
    }

    [Theory, MemberData(nameof(Codes))]
    public void Pages_fit_eighty_columns(string code)
    {
        Assert.All(Explanation.Of(Pages.Find(code)!).Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.All(Explanation.Overview().Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.Matches(@"^(\p{Lu}|`)[^\n]*\.$", Pages.Find(code)!.Meaning);
    }

    [Fact]
    public void Every_code_that_can_be_emitted_has_a_page_and_no_page_is_idle()
    {
        var emitted = Sources().SelectMany(f => Emission().Matches(File.ReadAllText(f)))
            .SelectMany(m => m.Groups.Values.Skip(1).Where(g => g.Success).Select(g => g.Value))
            .Concat(["unknown-column", "unknown-points", "unknown-labeling"]).Distinct().Order(StringComparer.Ordinal);
        TextDifference.FailUnlessSame(emitted, Pages.All.Select(p => p.Code), "The pages are not those of the codes that can be emitted.",
            "Add to, or take from, `Dsl.Diagnostics.Pages`:");
    }

    static IEnumerable<string> Sources([CallerFilePath] string here = "")
    {
        var source = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src");
        string[][] folders = [["Dsl"], ["Runtime", "Operators"], ["Host", "CSharp"], ["Host", "Trust"]];
        return folders.SelectMany(f => Directory.EnumerateFiles(Path.Combine([source, .. f]), "*.cs", SearchOption.AllDirectories)).Where(f => Path.GetFileName(f) != "Pages.cs")
            .Append(Path.Combine(source, "Runtime", "Complaints.cs"));
    }
}
