using System.Diagnostics;
using System.Text.Json;
using Dsl.Diagnostics;
using Host;

namespace Tests.Host;

/// <summary>What helps to write scripts: form, findings, trials, search and completion.</summary>
public class ToolsTests
{
    const string Script = "load sample:blobs rows=5000\nfeatures x y\nscale standard\nkmeans k=3 as groups\nexpect clusters(groups) == 3\nexpect rows > 1000\nsave x.csv\n";

    [Fact]
    public void Formatting_writes_the_file_and_checking_only_tells()
    {
        using var sandbox = new Sandbox();
        sandbox.With("a.pipe", "load   x.csv").With("b.pipe", "load x.csv\n").With("c.pipe", "load   (");
        Assert.Equal(new ProgramResult(ExitCode.ScriptFailed, "a.pipe: not in its form; `pipe fmt a.pipe` puts it right.\n", ""), sandbox.Run("fmt", "--check", "a.pipe", "b.pipe"));
        Assert.Equal("load   x.csv", sandbox.Read("a.pipe"));
        Assert.Equal(new ProgramResult(ExitCode.Fine, "a.pipe: formatted.\n", ""), sandbox.Run("fmt", "a.pipe", "b.pipe"));
        Assert.Equal("load x.csv\n", sandbox.Read("a.pipe"));
        Assert.Equal(ExitCode.ScriptFailed, sandbox.Run("fmt", "c.pipe").Exit);
        Assert.Equal("load   (", sandbox.Read("c.pipe"));
    }

    [Fact]
    public void Findings_are_json_and_sarif()
    {
        using var sandbox = new Sandbox();
        sandbox.With("a.pipe", Script.Replace("rows > 1000", "rowz > 1000")).With("b c.pipe", Script.Replace("scale standard\n", ""));
        var said = sandbox.Run("check", "--json", "a.pipe", "b c.pipe");
        Assert.Equal(ExitCode.ScriptFailed, said.Exit);
        var found = JsonDocument.Parse(said.Output).RootElement.EnumerateArray().ToList();
        Assert.Equal(["unknown-figure", "unscaled"], found.Select(f => f.GetProperty("code").GetString()));
        Assert.Equal((6, 8, 12), (found[0].GetProperty("line").GetInt32(), found[0].GetProperty("column").GetInt32(), found[0].GetProperty("end").GetProperty("column").GetInt32()));
        var sarif = JsonDocument.Parse(sandbox.Run("check", "--sarif", "b c.pipe").Output).RootElement;
        Assert.Equal("2.1.0", sarif.GetProperty("version").GetString());
        var result = sarif.GetProperty("runs")[0].GetProperty("results")[0];
        Assert.Equal(("unscaled", "warning"), (result.GetProperty("ruleId").GetString(), result.GetProperty("level").GetString()));
        Assert.Equal("b%20c.pipe", result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(ExitCode.Fine, sandbox.Run("check", "b c.pipe").Exit);
        Assert.Equal(ExitCode.ScriptFailed, sandbox.Run("check", "--strict", "b c.pipe").Exit);
    }

    [Fact]
    public void Sarif_carries_what_puts_a_finding_right_and_the_places_it_has_to_do_with()
    {
        using var sandbox = new Sandbox();
        sandbox.With("a.pipe", "param k = 1\nparam k = 2\nload sample:penguins\ndescrib\nsave $k.csv\n");
        var results = JsonDocument.Parse(sandbox.Run("check", "--sarif", "a.pipe").Output).RootElement.GetProperty("runs")[0].GetProperty("results");
        var twice = results[0];
        Assert.Equal(1, twice.GetProperty("relatedLocations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32());
        var replaced = results[1].GetProperty("fixes")[0].GetProperty("artifactChanges")[0].GetProperty("replacements")[0];
        Assert.Equal("describe", replaced.GetProperty("insertedContent").GetProperty("text").GetString());
        Assert.Equal((4, 1, 8), (Number("startLine"), Number("startColumn"), Number("endColumn")));

        int Number(string name) => replaced.GetProperty("deletedRegion").GetProperty(name).GetInt32();
    }

    [Fact]
    public void A_trial_runs_on_few_rows_checks_every_expectation_and_leaves_nothing()
    {
        using var sandbox = new Sandbox();
        sandbox.With("good.pipe", Script).With("bad.pipe", Script);
        Assert.Equal(new ProgramResult(ExitCode.Fine, "passed  good.pipe: 7 of 7 steps, 2 of 2 expectations hold, 0.0 s\n", ""), sandbox.Run("test", "good.pipe"));
        var said = sandbox.Run("test", "good.pipe", "bad.pipe", "--rows", "500");
        Assert.Equal(ExitCode.ScriptFailed, said.Exit);
        Assert.Contains("FAILED  bad.pipe: 7 of 7 steps, 1 of 2 expectations hold", said.Output);
        Assert.Contains("`rows` is 500", said.Error);
        Assert.Equal(["bad.pipe", "good.pipe"], sandbox.Files("."));
    }

    [Fact]
    public void A_parameter_says_what_it_is_in_a_trial()
    {
        using var sandbox = new Sandbox();
        sandbox.With("a.pipe", "param least = 1000  # test: 10\n" + Script.Replace("> 1000", "> $least"));
        Assert.Equal(ExitCode.Fine, sandbox.Run("test", "a.pipe", "--rows", "500").Exit);
        Assert.Equal(ExitCode.ScriptFailed, sandbox.Run("test", "a.pipe", "--rows", "500", "--set", "least=700").Exit);
    }

    [Fact]
    public void Every_page_is_explained()
    {
        using var sandbox = new Sandbox();
        foreach (var code in Codes.All.Names) Assert.StartsWith(code, sandbox.Run("explain", code).Output);
        Assert.Contains("unscaled", sandbox.Run("explain").Output);
        Assert.Contains("Did you mean `unscaled`?", sandbox.Run("explain", "unscald").Error);
    }

    [Theory]
    [InlineData("noise", "noise")]
    [InlineData("kmeans", "kmeans")]
    [InlineData("reduce dimension", "pca")]
    [InlineData("where rows", "filter")]
    public void Search_finds_first(string words, string first)
    {
        using var sandbox = new Sandbox();
        Assert.StartsWith($"  {first} ", sandbox.Run("help", "--search", words).Output);
        Assert.Equal(ExitCode.WrongCommandLine, sandbox.Run("help", "--search", "xyzzy").Exit);
    }

    [Theory]
    [InlineData("", "cache check completion diff explain fmt help init new plan repl run sample test trust verify watch why")]
    [InlineData("he", "help")]
    [InlineData("help hdb", "hdbscan")]
    [InlineData("help gmm ", "search")]
    [InlineData("explain unsc", "unscaled")]
    [InlineData("sample pen", "penguins")]
    [InlineData("completion f", "fish")]
    [InlineData("run a", "a.pipe")]
    [InlineData("run sub/", "sub/b.pipe")]
    [InlineData("check --st", "--strict")]
    public void Words_are_completed(string line, string words)
    {
        using var sandbox = new Sandbox();
        sandbox.With("a.pipe", "").With("sub/b.pipe", "").With("notes.txt", "");
        Assert.Equal(words, string.Join(' ', sandbox.Run(["complete", "--", .. line.Split(' ')]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Theory]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("powershell")]
    public void Every_shell_has_its_script(string shell)
    {
        using var sandbox = new Sandbox();
        Assert.Contains("complete --", sandbox.Run("completion", shell).Output);
    }

    /// <summary>The script in a real bash, when there is one, with a stand-in for the program that says what it was asked.</summary>
    [Fact]
    public void The_script_for_bash_completes_in_bash()
    {
        if (!File.Exists("/bin/bash")) return;
        using var sandbox = new Sandbox();
        sandbox.With("c.sh", sandbox.Run("completion", "bash").Output + """

            pipe() { local IFS=' '; printf '%s\n' "${@: -1}scan" "[${*}]"; }
            COMP_WORDS=(pipe help hdb) COMP_CWORD=2
            _pipe
            printf '%s\n' "${COMPREPLY[@]}"
            """);
        using var bash = Process.Start(new ProcessStartInfo("/bin/bash", [sandbox.PathOf("c.sh")]) { RedirectStandardOutput = true })!;
        Assert.Equal("hdbscan\n[complete -- help hdb]\n", bash.StandardOutput.ReadToEnd());
    }
}
