using Host;
using Host.Trust;

namespace Tests.Host.CSharp;

/// <summary>What a script may do before a person has trusted it.</summary>
public sealed class TrustTests
{
    const string Load = "load sample:blobs rows=40\n";

    /// <summary>Leaves a file behind, so that one sees whether it ran.</summary>
    const string Script = Load + "csharp ```File.WriteAllText(Param(\"trace\"), \"ran\");```\n";

    /// <summary>An operator that leaves a file behind as soon as one of it is made.</summary>
    const string Operator = """
        [Operator("mark", "Leave a trace.")]
        public sealed record Mark : Operator
        {
            public Mark() => File.WriteAllText("TRACE", "made");

            [Arg("How often."), AtLeast(1)]
            public int Times { get; init; } = 1;

            protected override Shape Check(Shape before, CheckContext check) => before;

            protected override Study Run(Study study, RunContext run)
            {
                run.Say($"marked {Times} times");
                return study;
            }
        }
        """;

    static Sandbox Prepared(Sandbox sandbox) => sandbox.With("study.pipe", $"param trace = \"{sandbox.PathOf("trace").Replace('\\', '/')}\"\n{Script}");

    static bool Ran(Sandbox sandbox) => File.Exists(sandbox.PathOf("trace"));

    [Fact]
    public void Check_compiles_and_runs_nothing()
    {
        using var sandbox = Prepared(new Sandbox());
        Assert.Equal(new ProgramResult(ExitCode.Fine, "study.pipe: 2 steps, nothing wrong.\n", ""), sandbox.Run("check", "study.pipe"));
        sandbox.With("wrong.pipe", Load + "csharp ```nonsense;```\n");
        Assert.Contains("`nonsense`", sandbox.Run("check", "wrong.pipe").Error);
        Assert.False(Ran(sandbox));
    }

    [Fact]
    public void A_run_that_cannot_ask_needs_trust()
    {
        using var sandbox = Prepared(new Sandbox());
        var said = sandbox.Run("run", "study.pipe", "--quiet");
        Assert.Equal(ExitCode.ScriptFailed, said.Exit);
        Assert.Equal("error: `study.pipe` has C# that is not trusted on this machine.\n  Read it and write `pipe trust study.pipe`, or add `--trust` for this run.\n", said.Error);
        Assert.False(Ran(sandbox));
        Assert.False(Directory.Exists(sandbox.PathOf("study.out")));
    }

    [Fact]
    public void What_was_trusted_is_what_runs_though_its_files_change_meanwhile()
    {
        using var sandbox = new Sandbox().With("helpers.csx", "int Answer() => 42;");
        var helper = sandbox.PathOf("helpers.csx").Replace('\\', '/');
        sandbox.With("study.pipe", $$"""
            {{Load}}csharp ```File.WriteAllText("{{helper}}", "int Answer() => 13;");```
            csharp ```
            #load "helpers.csx"
            Show($"the answer is {Answer()}");
            ```
            """);
        Assert.Equal(ExitCode.Fine, sandbox.Run("trust", "study.pipe").Exit);
        Assert.Contains("the answer is 42", sandbox.Run("run", "study.pipe").Output);
        Assert.Contains("not trusted", sandbox.Run("run", "study.pipe").Error);
    }

    [Fact]
    public void Code_is_the_same_when_its_programs_are()
    {
        var code = new ScriptCode([new CodePart("block", "the block at line 1", "1"), new CodePart("helper", "x.csx", "2")]);
        Assert.True(code.IsAs(new ScriptCode([.. code.Parts])));
        Assert.False(code.IsAs(new ScriptCode([code.Parts[0], code.Parts[1] with { Text = "3" }])));
        Assert.False(code.IsAs(new ScriptCode([code.Parts[0]])));
    }

    [Fact]
    public void Trust_for_one_run_is_not_kept()
    {
        using var sandbox = Prepared(new Sandbox());
        Assert.Equal(ExitCode.Fine, sandbox.Run("run", "study.pipe", "--quiet", "--trust").Exit);
        Assert.True(Ran(sandbox));
        Assert.Equal(ExitCode.ScriptFailed, sandbox.Run("run", "study.pipe", "--quiet").Exit);
    }

    [Fact]
    public void Trusted_code_runs_until_it_changes()
    {
        using var sandbox = Prepared(new Sandbox());
        Assert.Equal("Trusted in study.pipe:\n  the block at line 3\n", sandbox.Run("trust", "study.pipe").Output);
        Assert.False(Ran(sandbox));
        Assert.Equal(ExitCode.Fine, sandbox.Run("run", "study.pipe", "--quiet").Exit);
        sandbox.With("study.pipe", "# a line more moves the block\n" + sandbox.Read("study.pipe"));
        Assert.Equal(ExitCode.Fine, sandbox.Run("run", "study.pipe", "--quiet").Exit);
        sandbox.With("study.pipe", sandbox.Read("study.pipe").Replace("\"ran\"", "\"changed\""));
        Assert.Contains("not trusted", sandbox.Run("run", "study.pipe", "--quiet").Error);
        Assert.Equal("ran", sandbox.Read("trace"));
    }

    [Fact]
    public void A_helper_that_changes_is_changed_code()
    {
        using var sandbox = new Sandbox().With("helpers.csx", "int Answer() => 42;").With("study.pipe", Load + "csharp ```\n#load \"helpers.csx\"\nShow(Answer());\n```\n");
        Assert.Contains("helper helpers.csx", sandbox.Run("trust", "study.pipe").Output);
        Assert.Contains("42", sandbox.Run("run", "study.pipe").Output);
        sandbox.With("helpers.csx", "int Answer() => 43;");
        Assert.Contains("not trusted", sandbox.Run("run", "study.pipe").Error);
    }

    [Theory]
    [InlineData("y\n", ExitCode.Fine)]
    [InlineData("n\n", ExitCode.ScriptFailed)]
    [InlineData("", ExitCode.ScriptFailed)]
    public void A_person_is_shown_the_code_and_asked_once(string answer, int exit)
    {
        using var sandbox = Prepared(new Sandbox { Input = answer, CanAsk = true });
        var said = sandbox.Run("run", "study.pipe", "--quiet");
        Assert.Equal(exit, said.Exit);
        Assert.Contains("  │ File.WriteAllText(Param(\"trace\"), \"ran\");\n", said.Error);
        Assert.Equal(exit == ExitCode.Fine, Ran(sandbox));
        Assert.Equal(exit != ExitCode.Fine, sandbox.Run("run", "study.pipe", "--quiet").Error.Contains("[y/N]"));
    }

    [Fact]
    public void What_was_trusted_before_is_named_and_not_shown_again()
    {
        using var sandbox = new Sandbox { Input = "y\n", CanAsk = true };
        sandbox.With("study.pipe", Load + "csharp ```Show(\"one\");```\n");
        Assert.Contains("│ Show(\"one\");", sandbox.Run("run", "study.pipe").Error);
        sandbox.With("study.pipe", Load + "csharp ```Show(\"one\");```\ncsharp ```Show(\"two\");```\n");
        var asked = sandbox.Run("run", "study.pipe").Error;
        Assert.Contains("Trusted before and unchanged: the block at line 2.", asked);
        Assert.DoesNotContain("│ Show(\"one\");", asked);
        Assert.Contains("│ Show(\"two\");", asked);
        sandbox.With("other.pipe", Load + "csharp ```Show(\"two\");```\n");
        Assert.Contains("[y/N]", sandbox.Run("run", "other.pipe").Error);
    }

    [Fact]
    public void Code_cannot_hide_behind_what_a_terminal_obeys()
    {
        using var sandbox = new Sandbox { Input = "n\n", CanAsk = true }.With("study.pipe", Load + "csharp ```\n// \u001b[2K\u202e harmless\n```\n");
        Assert.Contains("// \\u{1b}[2K\\u{202e} harmless", sandbox.Run("run", "study.pipe").Error);
    }

    [Fact]
    public void No_code_refuses_even_what_is_trusted()
    {
        using var sandbox = Prepared(new Sandbox());
        sandbox.Run("trust", "study.pipe");
        Assert.Contains("`--no-code` refuses", sandbox.Run("run", "study.pipe", "--no-code").Error);
        sandbox.With("plain.pipe", Load);
        Assert.Equal(ExitCode.Fine, sandbox.Run("run", "plain.pipe", "--no-code", "--quiet").Exit);
        Assert.False(Ran(sandbox));
    }

    [Fact]
    public void Own_operators_are_not_even_made_before_they_are_trusted()
    {
        using var sandbox = new Sandbox();
        sandbox.With("operators/mark.cs", Operator.Replace("TRACE", sandbox.PathOf("trace").Replace("\\", "\\\\"))).With("study.pipe", Load + "mark times=0\n");
        var check = sandbox.Run("check", "study.pipe");
        Assert.Equal(ExitCode.Fine, check.Exit);
        Assert.Contains("were not checked", check.Error);
        Assert.Contains("not trusted", sandbox.Run("run", "study.pipe").Error);
        Assert.False(Ran(sandbox));

        Assert.Equal("Trusted in study.pipe:\n  operator operators/mark.cs\n", sandbox.Run("trust", "study.pipe").Output);
        Assert.False(Ran(sandbox));
        Assert.Contains("`times` must be at least 1", sandbox.Run("check", "study.pipe").Error);
        sandbox.With("study.pipe", Load + "mark times=3\n");
        Assert.Contains("marked 3 times", sandbox.Run("run", "study.pipe").Output);
    }

    [Theory]
    [InlineData("load ../elsewhere/data.csv\n")]
    [InlineData("param data = ../elsewhere/data.csv\nload $data\n")]
    [InlineData("param data = none.csv  # test: ../elsewhere/data.csv\nload $data\n")]
    [InlineData("load link/data.csv\n")]
    public void Data_may_lie_anywhere(string script)
    {
        using var sandbox = new Sandbox { WorkingFolder = "work" };
        sandbox.With("elsewhere/data.csv", "a,b\n1,2\n3,4\n").With("scripts/study.pipe", script).With("work/x", "");
        if (!OperatingSystem.IsWindows()) Directory.CreateSymbolicLink(sandbox.PathOf("scripts/link"), sandbox.PathOf("elsewhere"));
        else if (script.Contains("link")) return;
        Assert.Equal(ExitCode.Fine, sandbox.Run("test", "../scripts/study.pipe").Exit);
        if (!script.Contains("none")) Assert.Equal(ExitCode.Fine, sandbox.Run("run", "../scripts/study.pipe", "--quiet").Exit);
    }

    [Fact]
    public void A_test_runs_what_is_trusted_and_goes_on_after_what_is_not()
    {
        using var sandbox = Prepared(new Sandbox()).With("plain.pipe", Load);
        var said = sandbox.Run("test", "study.pipe", "plain.pipe");
        Assert.Equal(ExitCode.ScriptFailed, said.Exit);
        Assert.Contains("FAILED  study.pipe: not run\n", said.Output);
        Assert.Contains("passed  plain.pipe", said.Output);
        Assert.Contains("write `pipe trust study.pipe`", said.Error);
        Assert.False(Ran(sandbox));
        Assert.Equal(ExitCode.ScriptFailed, sandbox.Run("test", "study.pipe", "--trust", "--no-code").Exit);
        Assert.False(Ran(sandbox));
        Assert.Equal(ExitCode.Fine, sandbox.Run("test", "study.pipe", "--trust").Exit);
        Assert.True(Ran(sandbox));
    }

    [Fact]
    public void What_a_person_writes_on_the_command_line_is_allowed()
    {
        using var sandbox = new Sandbox { WorkingFolder = "work" };
        sandbox.With("other/data.csv", "a,b\n1,2\n").With("work/study.pipe", "param data = none.csv\nload $data\n");
        Assert.Equal(ExitCode.Fine, sandbox.Run("run", "study.pipe", "--quiet", "--set", "data=../other/data.csv").Exit);
    }

    [Theory]
    [InlineData("#load \"../secret.txt\"")]
    [InlineData("#load \"link.csx\"")]
    [InlineData("#load \"inner.csx\"")]
    [InlineData("#r \"../secret.txt\"")]
    [InlineData("#load \"/etc/passwd\"")]
    public void Of_code_elsewhere_nothing_is_shown_before_trust(string directive)
    {
        if (OperatingSystem.IsWindows()) return;
        using var sandbox = new Sandbox { WorkingFolder = "work", CanAsk = true, Input = "y\n" };
        sandbox.With("secret.txt", "apiToken = hunter2;").With("work/inner.csx", "#load \"../secret.txt\"\n")
            .With("work/study.pipe", $"{Load}csharp ```\n{directive}\n```\n");
        File.CreateSymbolicLink(sandbox.PathOf("work/link.csx"), sandbox.PathOf("secret.txt"));
        foreach (var command in (string[][])[["check"], ["check", "--json"], ["check", "--sarif"], ["run"], ["test"]])
        {
            var said = sandbox.Run([.. command, "study.pipe"]);
            Assert.Equal(ExitCode.ScriptFailed, said.Exit);
            Assert.DoesNotMatch("hunter2|apiToken|root:|metadata", said.Output + said.Error);
            Assert.Contains("ode outside the script's folder", said.Output + said.Error);
        }
    }

    [Fact]
    public void Code_elsewhere_runs_once_it_is_trusted_and_until_it_changes()
    {
        using var sandbox = new Sandbox { WorkingFolder = "work" };
        sandbox.With("shared/h.csx", "int Answer() => 42;").With("work/study.pipe", $"{Load}csharp ```\n#load \"../shared/h.csx\"\nShow(Answer());\n```\n");
        Assert.Contains("goes on outside its folder", sandbox.Run("run", "study.pipe").Error);
        Assert.Contains("helper ../shared/h.csx", sandbox.Run("trust", "study.pipe").Output);
        Assert.Contains("42", sandbox.Run("run", "study.pipe").Output);
        Assert.Equal(ExitCode.Fine, sandbox.Run("check", "study.pipe").Exit);
        sandbox.With("shared/h.csx", "int Answer() => 43;");
        Assert.Contains("goes on outside its folder", sandbox.Run("run", "study.pipe").Error);
    }

    [Theory]
    [InlineData("operators")]
    [InlineData("operators/mine.cs")]
    public void Own_operators_that_lead_elsewhere_are_not_looked_at_before_trust(string link)
    {
        if (OperatingSystem.IsWindows()) return;
        using var sandbox = new Sandbox { WorkingFolder = "work" };
        sandbox.With("secret/mine.cs", "apiToken = hunter2;").With("work/study.pipe", Load).With("work/x", "");
        if (link == "operators") Directory.CreateSymbolicLink(sandbox.PathOf("work/operators"), sandbox.PathOf("secret"));
        else
        {
            Directory.CreateDirectory(sandbox.PathOf("work/operators"));
            File.CreateSymbolicLink(sandbox.PathOf("work/operators/mine.cs"), sandbox.PathOf("secret/mine.cs"));
        }
        foreach (var said in (ProgramResult[])[sandbox.Run("check", "study.pipe"), sandbox.Run("run", "study.pipe"), sandbox.Run("help")])
            Assert.DoesNotMatch("hunter2|apiToken", said.Output + said.Error);
        Assert.Contains("code goes on outside", sandbox.Run("check", "study.pipe").Error);
        sandbox.With("secret/mine.cs", Operator.Replace("TRACE", sandbox.PathOf("trace"))).With("work/study.pipe", Load + "mark times=2\n");
        Assert.Equal(ExitCode.Fine, sandbox.Run("trust", "study.pipe").Exit);
        Assert.Contains("marked 2 times", sandbox.Run("run", "study.pipe").Output);
    }

    [Theory]
    [InlineData("\u001b[2J\u001b[H\u001b[8m")]
    [InlineData("\u009b2J")]
    [InlineData("\u202e\u2066")]
    [InlineData("\u200b\ufeff\u2028")]
    public void The_question_shows_every_name_and_text_with_its_controls_spelled_out(string hidden)
    {
        using var sandbox = new Sandbox { CanAsk = true, Input = "n\n" };
        sandbox.With($"h{hidden}.csx", $"// {hidden}\nvoid Hidden() {{ }}")
            .With($"study{hidden}.pipe", $"{Load}csharp ```\n#load \"h{hidden}.csx\"\n// {hidden}\n```\n");
        var asked = sandbox.Run("run", $"study{hidden}.pipe").Error;
        Assert.Contains("[y/N]", asked);
        Assert.Contains("void Hidden()", asked);
        foreach (var letter in hidden.Where(c => c is < ' ' or > '~'))
        {
            Assert.DoesNotContain(letter, asked);
            Assert.Contains($"\\u{{{(int)letter:x}}}", asked);
        }
        Assert.DoesNotContain(hidden[0], sandbox.Run("trust", $"study{hidden}.pipe").Output);
    }

    [Fact]
    public void No_line_of_code_hides_behind_a_comment()
    {
        using var sandbox = new Sandbox { CanAsk = true, Input = "n\n" }.With("study.pipe", $"{Load}csharp ```\n// harmless\u2028File.Delete(\"x\");\n```\n");
        Assert.Contains("│ File.Delete", sandbox.Run("run", "study.pipe").Error);
    }

    [Fact]
    public void Many_may_trust_at_once()
    {
        using var sandbox = new Sandbox();
        foreach (var n in Enumerable.Range(0, 24)) sandbox.With($"s{n}.pipe", $"{Load}csharp ```Show({n});```\n");
        Parallel.For(0, 24, new ParallelOptions { MaxDegreeOfParallelism = 8 }, n => Assert.Equal(ExitCode.Fine, sandbox.Run("trust", $"s{n}.pipe").Exit));
        var lines = sandbox.Read("config/trusted").Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct().ToLookup(l => l.StartsWith("part-", StringComparison.Ordinal));
        Assert.Equal((24, 24), (lines[false].Count(), lines[true].Count()));
    }

    [Fact]
    public void Trust_that_cannot_be_kept_is_no_success()
    {
        using var sandbox = Prepared(new Sandbox()).With("config", "in the way");
        var said = sandbox.Run("trust", "study.pipe");
        Assert.Equal(ExitCode.ScriptFailed, said.Exit);
        Assert.DoesNotContain("Trusted", said.Output);
    }

    [Fact]
    public void Trust_follows_the_code_to_another_place()
    {
        using var sandbox = Prepared(new Sandbox());
        sandbox.Run("trust", "study.pipe");
        sandbox.With("elsewhere/other.pipe", sandbox.Read("study.pipe"));
        Assert.Equal(ExitCode.Fine, sandbox.Run("run", "elsewhere/other.pipe", "--quiet").Exit);
        sandbox.With("study.pipe", sandbox.Read("study.pipe").Replace("ran", "other"));
        Assert.Contains("not trusted", sandbox.Run("run", "study.pipe", "--quiet").Error);
    }

    [Fact]
    public void What_is_no_file_of_code_is_refused_at_once()
    {
        using var sandbox = new Sandbox().With("study.pipe", Load + "csharp ```\n#load \"sub\"\n```\n").With("sub/x", "");
        Assert.Contains("`sub` is no regular file", sandbox.Run("check", "study.pipe").Error);
    }
}
