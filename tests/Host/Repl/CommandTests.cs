namespace Tests.Host.Repl;

/// <summary>What is asked of the session itself, and what is likely to be typed instead.</summary>
public class CommandTests
{
    [Fact]
    public void A_script_that_is_there_is_not_replaced_unasked()
    {
        using var sandbox = new Sandbox().With("mine.pipe", "load mine.csv\n");
        var said = SessionTests.Type(sandbox, "load sample:moons rows=9{Enter}:save mine{Enter}{Ctrl-D}");
        Assert.Contains("is there already", said);
        Assert.Equal("load mine.csv\n", sandbox.Read("mine.pipe"));
        SessionTests.Type(sandbox, "load sample:moons rows=9{Enter}:save mine over{Enter}:save mine{Enter}{Ctrl-D}");
        Assert.Equal("load sample:moons rows=9\n", sandbox.Read("mine.pipe"));
    }

    [Fact]
    public void Every_command_is_listed_and_a_slip_is_helped()
    {
        using var sandbox = new Sandbox();
        var said = SessionTests.Type(sandbox, ":hlp{Enter}:help{Enter}:more{Enter}:help pca{Enter}:columns{Enter}:time{Enter}:run nothing.pipe{Enter}:quit{Enter}", 100);
        Assert.Contains("Did you mean `help`?", said);
        Assert.Contains(":edit N", said);
        Assert.Contains("There is no table yet.", said);
    }

    [Theory]
    [InlineData("undo", "What is asked of the session starts with a colon: `:undo`.")]
    [InlineData("exit", "What is asked of the session starts with a colon: `:quit`.")]
    [InlineData("run a.pipe", "What is asked of the session starts with a colon: `:run`.")]
    [InlineData(":help principal components", "pca")]
    [InlineData(":help nothing like this", "There is no operator `nothing like this`.")]
    [InlineData(":nothing", "  There are `undo`, `redo`, `edit`, `study`, `columns`, `time`, `plot`, `more`,\n  `save`")]
    public void What_is_likely_to_be_typed_is_helped(string typed, string answer)
    {
        using var sandbox = new Sandbox();
        Assert.Contains(answer, SessionTests.Type(sandbox, typed + "{Enter}:exit{Enter}"));
    }
}
