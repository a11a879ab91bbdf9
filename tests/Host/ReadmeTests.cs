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
}
