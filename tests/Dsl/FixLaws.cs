using Dsl;
using Dsl.Diagnostics;
using Dsl.Editing;
using Runtime;

namespace Tests.Dsl;

/// <summary>What is offered to put a thing right does so.</summary>
public class FixLaws
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Golden", "errors");

    public static TheoryData<string> Scripts =>
        [.. Directory.EnumerateFiles(Folder, "*.pipe").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Pages => [.. Codes.All.Where(c => c.Wrong is not null).Select(c => c.Name)];

    [Theory, MemberData(nameof(Scripts))]
    public void Every_fix_of_a_golden_script_does_what_it_says(string name) =>
        Hold(File.ReadAllText(Path.Combine(Folder, name)), new LanguageOptions { ScriptFolder = Folder });

    [Theory, MemberData(nameof(Pages))]
    public void Every_fix_of_a_wrong_example_does_what_it_says(string name) =>
        Hold(Codes.All.Find(name)!.Wrong!, new LanguageOptions());

    /// <summary>A name that is nearly another, a quotation mark, a turned range: what can be put right by one is.</summary>
    [Theory]
    [InlineData("unknown-operator"), InlineData("unknown-argument"), InlineData("unknown-choice"), InlineData("unknown-column")]
    [InlineData("unknown-points"), InlineData("unknown-labeling"), InlineData("repeated-argument")]
    [InlineData("repeated-parameter"), InlineData("nested-parameter"), InlineData("unfinished-text"), InlineData("unfinished-name")]
    [InlineData("unfinished-block"), InlineData("unknown-character"), InlineData("unexpected-token"), InlineData("backward-range")]
    [InlineData("value-out-of-range"), InlineData("unexpected-value"), InlineData("no-table"), InlineData("no-points")]
    [InlineData("name-taken"), InlineData("nothing-to-name"), InlineData("unused"), InlineData("unscaled"), InlineData("scaled-twice")]
    [InlineData("code-as-number"), InlineData("large-min-cluster"), InlineData("noise-counted"), InlineData("worth-a-look")]
    [InlineData("bad-parameter"), InlineData("missing-name"), InlineData("empty-step"), InlineData("not-numeric"), InlineData("not-categorical")]
    public void Those_that_can_be_put_right_carry_a_fix(string name) =>
        Assert.NotEmpty(Explanation.Check(Codes.All.Find(name)!.Wrong!, null).Diagnostics[0].Fixes);

    [Theory]
    [InlineData("name-taken", "groups")]
    [InlineData("repeated-parameter", "most")]
    public void A_name_that_is_given_twice_tells_where_it_was_given_first(string name, string given)
    {
        var text = Codes.All.Find(name)!.Wrong!;
        var related = Assert.Single(Explanation.Check(text, null).Diagnostics[0].Related);
        Assert.Equal((given, text.IndexOf(given, StringComparison.Ordinal)), (text.Substring(related.Span.Start, related.Span.Length), related.Span.Start));
    }

    static void Hold(string text, LanguageOptions options)
    {
        var before = Check(text, options);
        foreach (var said in before.Diagnostics)
        {
            foreach (var fix in said.Fixes)
            {
                Assert.Matches(@"^\p{Lu}[^\n]*\.$", fix.Title);
                var put = fix.In(text);
                var after = Check(put, options);
                Assert.True(Count(after, said) < Count(before, said), $"`{said.Text}` is still said after `{fix.Title}`:\n{put}");
                Assert.True(Unread(after) <= Unread(before), $"`{fix.Title}` cannot be read:\n{put}");
            }
        }
    }

    static int Count(Plan plan, Diagnostic said) => plan.Diagnostics.Count(d => d.Code == said.Code && d.Text == said.Text);

    static int Unread(Plan plan) => plan.Diagnostics.Count(d => DiagnosticCode.In(typeof(ReadingCodes)).Contains(d.Code));

    static Plan Check(string text, LanguageOptions options) => Language.Check(new SourceText("law.pipe", text), options);
}
