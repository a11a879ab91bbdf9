using Dsl.Editing;

namespace Tests.Laws;

public sealed class ReadmeTests
{
    [Fact]
    public void The_table_of_operators_is_the_catalogue()
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md")).ReplaceLineEndings("\n");
        var table = readme.Split("<!-- operators -->\n")[1].Split("<!-- /operators -->")[0];
        Assert.True(Manual.MarkdownTable().ReplaceLineEndings("\n").Trim() == table.Trim(), "The table in README.md is stale: `pipe help --markdown` prints the new one.");
    }
}
