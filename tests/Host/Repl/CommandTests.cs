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
    [InlineData(":undo 2", "There is nothing to undo.")]
    [InlineData(":undo x", "`x` is no number of steps.")]
    [InlineData(":help edit", ":edit N           Change step N")]
    [InlineData(":help :run", ":run FILE")]
    [InlineData("run a.pipe", "What is asked of the session starts with a colon: `:run a.pipe`.")]
    [InlineData(":help principal components", "pca")]
    [InlineData(":help nothing like this", "There is no operator `nothing like this`.")]
    [InlineData(":nothing", "  There are `undo`, `redo`, `edit`, `study`, `columns`, `time`, `plot`, `more`,\n  `save`")]
    public void What_is_likely_to_be_typed_is_helped(string typed, string answer)
    {
        using var sandbox = new Sandbox();
        Assert.Contains(answer, SessionTests.Type(sandbox, typed + "{Enter}:exit{Enter}"));
    }

    [Fact]
    public void Leaving_tells_once_of_what_would_be_lost()
    {
        using var sandbox = new Sandbox();
        var said = SessionTests.Type(sandbox, "load sample:moons rows=9{Enter}{Ctrl-D}head{Enter}exit{Enter}quit{Enter}describe{Enter}");
        Assert.Contains("1 step not saved. `:save FILE` writes a script; leave again to drop them.", said);
        Assert.Equal(2, said.Split("not saved").Length - 1);
        Assert.DoesNotContain("describe", said);
        Assert.DoesNotContain("leave again", SessionTests.Type(sandbox, "load sample:moons rows=9{Enter}:save a{Enter}{Ctrl-D}"));
    }

    [Fact]
    public void Several_steps_are_taken_back_at_once()
    {
        using var sandbox = new Sandbox();
        SessionTests.Type(sandbox, "load sample:moons rows=9{Enter}features x y{Enter}describe{Enter}:undo 2{Enter}:save a{Enter}");
        Assert.Equal("load sample:moons rows=9\n", sandbox.Read("a.pipe"));
    }

    [Fact]
    public void A_parameter_can_be_given_another_value_and_what_names_it_runs_again()
    {
        using var sandbox = new Sandbox();
        var said = SessionTests.Type(sandbox,
            "{Paste param k = 2\nload sample:moons rows=50\nfeatures x y\nkmeans k=$k as km\ndescribe x}{Enter}param k = 4{Enter}:save a{Enter}", 200);
        var after = said[said.IndexOf("param k = 4", StringComparison.Ordinal)..];
        Assert.Contains("kmeans k=$k as km", after);
        Assert.DoesNotContain("describe x", after);
        Assert.StartsWith("param k = 4\nload sample:moons", sandbox.Read("a.pipe"));
    }

    [Fact]
    public void A_name_that_is_taken_leads_to_the_step_that_has_it()
    {
        using var sandbox = new Sandbox();
        var said = SessionTests.Type(sandbox, "load sample:moons rows=50{Enter}features x y{Enter}kmeans k=2 as km{Enter}kmeans k=3 as km{Enter}", 100);
        Assert.Contains("`:edit 3` does step 3 another way; or choose another name.", said);
    }
}
