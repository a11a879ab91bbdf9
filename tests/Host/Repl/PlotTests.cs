using Host;

namespace Tests.Host.Repl;

/// <summary>Figures in a session: as text, as files, and before the eyes.</summary>
public class PlotTests
{
    [Fact]
    public void Figures_stand_as_text_where_they_can_and_are_drawn_on_demand()
    {
        using var sandbox = new Sandbox();
        var said = SessionTests.Type(sandbox, "{Paste load sample:penguins rows=100\ntop species\ncorrelate}{Enter}:plot{Enter}:plot a.svg{Enter}:plot{Enter}{Ctrl-D}");
        Assert.Contains("█", said);
        Assert.Contains(sandbox.Files("pipe.out/figures"), f => f.EndsWith(".png", StringComparison.Ordinal));
        Assert.StartsWith("<", sandbox.Read("a.svg"));
    }

    const string TwoFigures = "{Paste load sample:penguins rows=100\ntop species\ndescribe\ncorrelate}{Enter}";

    [Fact]
    public void Figures_of_earlier_steps_are_shown_by_their_number()
    {
        using var sandbox = new Sandbox();
        var said = SessionTests.Type(sandbox, TwoFigures + ":plot 2{Enter}:plot 2 a{Enter}:plot 3{Enter}:plot 9{Enter}:plot a.jpg{Enter}{Ctrl-D}");
        Assert.Contains("Step 3 has drawn no figure.", said);
        Assert.Contains("Steps with figures: 2, 4.", said);
        Assert.Contains("There is no step `9`.", said);
        Assert.Contains("`a.jpg` is no picture", said);
        Assert.StartsWith("02_", Assert.Single(sandbox.Files("pipe.out/figures")));
        Assert.True(File.Exists(sandbox.PathOf("a.png")));
    }

    [Theory]
    [InlineData("Viewer", true)]
    [InlineData("Viewer", false)]
    [InlineData("Kitty", true)]
    [InlineData("File", true)]
    public void A_figure_is_shown_in_the_terminal_or_a_viewer_where_there_is_one(string way, bool opens)
    {
        using var sandbox = new Sandbox();
        var opened = new List<string>();
        var said = SessionTests.Type(sandbox, TwoFigures + ":plot{Enter}{Ctrl-D}", way: Enum.Parse<PictureWay>(way), opened: file =>
        {
            opened.Add(file);
            return opens;
        });
        var file = Assert.Single(sandbox.Files("pipe.out/figures"));
        Assert.Equal(way == "Viewer" ? [sandbox.PathOf("pipe.out/figures/" + file)] : [], opened);
        Assert.Equal(!opens, said.Contains("No viewer could be opened"));
        Assert.Equal(way == "Kitty", said.Contains("[picture]"));
        Assert.Contains($"pipe.out/figures/{file}", said);
    }
}
