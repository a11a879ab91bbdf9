using System.Runtime.CompilerServices;
using System.Text;
using Dsl;
using Dsl.Diagnostics;

namespace Tests.Dsl;

/// <summary>
/// A script and what is said about it, together as a person sees them. <c>PIPE_ACCEPT=1 dotnet test</c> rewrites the
/// files; read the difference before committing it.
/// </summary>
public class Goldens
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Golden", "errors");

    public static TheoryData<string> Scripts =>
        [.. Directory.EnumerateFiles(Folder, "*.pipe").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Scripts))]
    public void Messages_read_as_they_were_accepted(string name)
    {
        var path = Path.Combine(Folder, name);
        var shown = Show(new SourceText(name, File.ReadAllText(path)));
        var golden = Path.ChangeExtension(name, ".golden");
        if (Environment.GetEnvironmentVariable("PIPE_ACCEPT") == "1") File.WriteAllText(Path.Combine(SourceFolder(), golden), shown);
        else
            TextDifference.FailUnless(File.ReadAllText(Path.Combine(Folder, golden)).ReplaceLineEndings("\n"), shown,
                $"tests/Golden/errors/{golden} is another.", "`PIPE_ACCEPT=1 dotnet test` accepts what is there now:");
    }

    /// <summary>Scripts with one mistake; the others, without a mark in their name, hold several.</summary>
    public static TheoryData<string> Single => [.. SingleNames];

    static IEnumerable<string> SingleNames => Directory.EnumerateFiles(Folder, "*.pipe").Select(f => Path.GetFileName(f))
        .Where(f => Marks.Any(m => f.StartsWith(m, StringComparison.Ordinal))).Order(StringComparer.Ordinal);

    static readonly string[] Marks = ["read_", "param_", "bind_", "walk_", "warn_"];

    [Theory, MemberData(nameof(Single))]
    public void One_mistake_is_one_message(string name) => Assert.Single(Check(name));

    [Fact]
    public void Every_code_that_checking_can_emit_is_shown()
    {
        var shown = SingleNames.SelectMany(Check).Select(d => d.Code.Name).Append("unknown-setting").Distinct().Order(StringComparer.Ordinal);
        TextDifference.FailUnlessSame(Codes.All.Where(c => c.Wrong is not null).Select(c => c.Name), shown,
            "The scripts of tests/Golden/errors do not show every code.", "Add one that has that mistake alone:");
    }

    static IReadOnlyList<Diagnostic> Check(string name) =>
        Language.Check(new SourceText(name, File.ReadAllText(Path.Combine(Folder, name))), new LanguageOptions { ScriptFolder = Folder }).Diagnostics;

    static string Show(SourceText source)
    {
        var plan = Language.Check(source, new LanguageOptions { ScriptFolder = Folder });
        var text = new StringBuilder(source.Text.ReplaceLineEndings("\n")).Append("\n────────\n");
        foreach (var diagnostic in plan.Diagnostics) text.Append(DiagnosticText.Render(diagnostic, source, colour: false)).Append("\n\n");
        return text.Append(plan.Diagnostics.Count).Append(" found\n").ToString();
    }

    static string SourceFolder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "Golden", "errors");
}
