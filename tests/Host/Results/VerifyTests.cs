using Host;

namespace Tests.Host.Results;

/// <summary>A build server compares what scripts find with what is recorded, and writes nothing.</summary>
public sealed class VerifyTests
{
    const string Script = "load d.csv\nfeatures x y\nkmeans k=2 as groups\nmeans of=features by=groups\n";

    static string Data(int shift = 0) =>
        "x,y\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{i % 10 + (i < 30 ? 0 : 40 + shift)},{i * 7 % 11}.25\n"));

    static Sandbox Recorded()
    {
        var sandbox = new Sandbox().With("d.csv", Data()).With("study.pipe", Script);
        Assert.Equal(0, sandbox.Run("run", "study.pipe", "--record", "--quiet").Exit);
        return sandbox;
    }

    [Fact]
    public void A_record_holds_and_nothing_is_written()
    {
        using var sandbox = Recorded();
        string[] before = [.. sandbox.Files(".")];
        var said = sandbox.Run("verify", "study.pipe");
        Assert.Equal((ExitCode.Fine, ""), (said.Exit, said.Error));
        Assert.StartsWith("holds    study.pipe: ", said.Output);
        Assert.Equal(ExitCode.Fine, sandbox.Run("verify", ".", "--no-run").Exit);
        Assert.Equal(before, sandbox.Files("."));
    }

    [Fact]
    public void Other_data_are_named_before_what_they_led_to()
    {
        using var sandbox = Recorded();
        sandbox.With("d.csv", Data(shift: 3));
        var said = sandbox.Run("verify", "study.pipe");
        Assert.Equal(ExitCode.ScriptFailed, said.Exit);
        Assert.Contains("data d.csv", said.Output);
        Assert.True(said.Output.IndexOf("data d.csv", StringComparison.Ordinal) < said.Output.IndexOf("because of that", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Fine, sandbox.Run("verify", "study.pipe", "--no-run").Exit);
    }

    [Theory]
    [InlineData("missing", "there is no record")]
    [InlineData("edited", "has changed since it was recorded")]
    [InlineData("damaged", "is damaged")]
    [InlineData("set", "the record was made with no `--set`")]
    [InlineData("wrong", "has mistakes")]
    public void Without_a_record_of_it_a_script_fails(string way, string saidOfIt)
    {
        using var sandbox = Recorded();
        if (way == "missing") File.Delete(sandbox.PathOf("study.results"));
        if (way == "edited") sandbox.With("study.pipe", Script.Replace("k=2", "k=3"));
        if (way == "wrong") sandbox.With("study.pipe", Script.Replace("k=2", "k=two"));
        if (way == "damaged") sandbox.With("study.results", sandbox.Read("study.results").Replace("\nlabels ", "\nlebals "));
        if (way == "set") sandbox.With("study.pipe", "param k = 2\n" + Script.Replace("k=2", "k=$k"));
        var said = sandbox.Run(["verify", "study.pipe", .. way == "set" ? ["--set", "k=2"] : Array.Empty<string>()]);
        Assert.Equal(ExitCode.ScriptFailed, said.Exit);
        Assert.Contains(saidOfIt, said.Output);
        if (way == "edited") Assert.Contains("kmeans k", said.Output);
    }

    [Fact]
    public void A_unit_of_the_last_digit_is_the_same_and_a_count_is_exact()
    {
        using var sandbox = Recorded();
        var text = sandbox.Read("study.results");
        var line = text.Split('\n').Single(l => l.StartsWith("  inertia", StringComparison.Ordinal));
        var digit = line[^1];
        Assert.Equal(ExitCode.Fine, With(line, line[..^1] + (digit == '9' ? '8' : (char)(digit + 1))));
        Assert.Equal(ExitCode.ScriptFailed, With(line, line[..^1] + (digit > '4' ? (char)(digit - 2) : (char)(digit + 2))));
        var count = text.Split('\n').Single(l => l.StartsWith("  rows", StringComparison.Ordinal));
        Assert.Equal(ExitCode.ScriptFailed, With(count, count.Replace("60", "61")));

        int With(string old, string now) => sandbox.With("study.results", text.Replace(old, now)).Run("verify", "study.pipe").Exit;
    }

    [Fact]
    public void What_was_set_must_be_set_again()
    {
        using var sandbox = new Sandbox().With("d.csv", Data()).With("study.pipe", "param k = 2\n" + Script.Replace("k=2", "k=$k"));
        Assert.Equal(0, sandbox.Run("run", "study.pipe", "--record", "--quiet", "--set", "k=3").Exit);
        Assert.Contains("pipe verify study.pipe --set k=3", sandbox.Run("verify", "study.pipe").Output);
        Assert.Equal(ExitCode.Fine, sandbox.Run("verify", "study.pipe", "--set", "k=3").Exit);
    }

    [Fact]
    public void A_page_is_markdown_in_which_nothing_of_a_record_is_more_than_text()
    {
        using var sandbox = Recorded();
        sandbox.With("study.results", sandbox.Read("study.results").Replace("  iterations", "  <img/onerror>|[x](y)"));
        var said = sandbox.Run("verify", ".", "--md");
        Assert.Equal(ExitCode.ScriptFailed, said.Exit);
        Assert.Contains("**DIFFERS** study.pipe", said.Output);
        Assert.Contains("| &lt;img/onerror&gt;\\|\\[x\\](y) |", said.Output);
        Assert.DoesNotContain("<img", said.Output);
    }
}
