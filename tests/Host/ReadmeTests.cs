using System.Runtime.CompilerServices;
using Dsl.Editing;

namespace Tests.Host;

/// <summary>What the README says is what the program is.</summary>
public class ReadmeTests
{
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
        if (Environment.GetEnvironmentVariable("PIPE_ACCEPT") == "1") File.WriteAllText(Source(), page.Replace($"-->{table}<!-- /f", $"-->\n{FunctionManual.MarkdownTable()}<!-- /f"));
        else Assert.Equal(FunctionManual.MarkdownTable().Trim(), table.Trim());
    }

    static string Source([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "docs", "language.md");
}
