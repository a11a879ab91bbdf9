using System.Text.RegularExpressions;
using Dsl.Editing;
using Host;

namespace Tests.Host;

/// <summary>What the README says is what the program is.</summary>
public class ReadmeTests
{
    [Fact]
    public void The_reference_of_operators_is_that_of_the_catalogue() => Assert.True(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "operators.md")).ReplaceLineEndings("\n").Trim() == Manual.Reference().ReplaceLineEndings("\n").Trim(),
        "docs/operators.md is stale: replace it by what `pipe help --reference` prints.");

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

    [Fact]
    public void The_table_of_operators_is_that_of_the_catalogue()
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md")).ReplaceLineEndings("\n");
        var table = readme.Split("<!-- operators -->")[1].Split("<!-- /operators -->")[0];
        Assert.True(table.Trim() == Manual.MarkdownTable().ReplaceLineEndings("\n").Trim(),
            "The table of operators in README.md is stale: replace it by what `pipe help --markdown` prints.");
    }

    [Fact]
    public void The_table_of_functions_is_that_of_the_catalogue()
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "language.md")).ReplaceLineEndings("\n");
        var table = page.Split("<!-- functions -->")[1].Split("<!-- /functions -->")[0];
        Assert.Equal(FunctionManual.MarkdownTable().Trim(), table.Trim());
    }
}
