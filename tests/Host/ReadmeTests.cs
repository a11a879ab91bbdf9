using System.Text.RegularExpressions;
using Dsl.Editing;
using Host;
using Host.CommandLine;

namespace Tests.Host;

/// <summary>What the README says is what the program is.</summary>
public class ReadmeTests
{
    [Fact]
    public void The_reference_of_operators_is_that_of_the_catalogue() =>
        IsFresh(Page("docs/operators.md"), Manual.Reference(), "docs/operators.md", "pipe help --reference");

    [Fact]
    public void The_table_of_operators_is_that_of_the_catalogue() =>
        IsFresh(Part("README.md", "operators"), Manual.MarkdownTable(), "The table of operators in README.md", "pipe help --markdown");

    [Fact]
    public void The_table_of_formats_is_that_of_the_registry() =>
        IsFresh(Part("README.md", "formats"), FormatManual.MarkdownTable(), "The table of formats in README.md", "pipe help --formats");

    [Fact]
    public void The_table_of_functions_is_that_of_the_catalogue() =>
        IsFresh(Part("docs/language.md", "functions"), FunctionManual.MarkdownTable(), "The table of functions in docs/language.md", "pipe help --functions");

    [Fact]
    public void The_readme_names_every_command()
    {
        var readme = Page("README.md");
        var commands = ProgramCommand.All().Where(c => c is not CompleteCommand).Select(c => $"pipe {(c.Under is { } above ? above + " " : "")}{c.Name}");
        Assert.All(commands, c => Assert.True(readme.Contains(c, StringComparison.Ordinal), $"README.md does not say what `{c}` is for: add it to \"Use\"."));
    }

    static string Page(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name)).ReplaceLineEndings("\n");

    static string Part(string page, string name) => Page(page).Split($"<!-- {name} -->")[1].Split($"<!-- /{name} -->")[0];

    static void IsFresh(string written, string now, string what, string command) =>
        TextDifference.FailUnless(written.Trim(), now.ReplaceLineEndings("\n").Trim(), $"{what} is stale.", $"Replace it by what `{command}` prints:");

    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "docs"), "*.md").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Pages))]
    public void Scripts_in_the_docs_are_in_their_form_and_run_without_a_word(string page)
    {
        using var sandbox = new Sandbox();
        var number = 0;
        foreach (Match block in Regex.Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", page)).ReplaceLineEndings("\n"), "^```pipe\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline))
        {
            var file = $"{++number}.pipe";
            sandbox.With(file, block.Groups[1].Value);
            Assert.Equal(new ProgramResult(ExitCode.Fine, "", ""), sandbox.Run("fmt", "--check", file));
            Assert.EndsWith("nothing wrong.\n", sandbox.Run("check", "--strict", file).Output);
            var said = sandbox.Run("test", file, "--rows", "2000");
            Assert.True(said.Exit == ExitCode.Fine, said.Output + said.Error);
        }
    }
}
