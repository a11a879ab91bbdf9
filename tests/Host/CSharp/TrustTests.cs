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
        var code = new ScriptCode([new CodePart("block", "the block at line 1", "1"), new CodePart("path", "../x.csv", "../x.csv")]);
        Assert.True(code.RunsAs(new ScriptCode([code.Parts[0]])));
        Assert.False(code.RunsAs(new ScriptCode([code.Parts[0] with { Text = "2" }])));
        Assert.False(code.RunsAs(new ScriptCode([])));
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

    [Fact]
    public void A_path_outside_is_refused_until_it_is_allowed_or_trusted()
    {
        using var sandbox = new Sandbox { WorkingFolder = "work" };
        sandbox.With("secret/data.csv", "a,b\n1,2\n3,4\n").With("work/study.pipe", "load ../secret/data.csv\n");
        var said = sandbox.Run("run", "study.pipe", "--quiet");
        Golden.Matches("host/path_outside", said.Shown);
        Assert.Equal(said.Error, sandbox.Run("check", "study.pipe").Error);
        Assert.Equal(ExitCode.Fine, sandbox.Run("run", "study.pipe", "--quiet", "--allow-path", "../secret").Exit);
        Assert.Equal(ExitCode.Fine, sandbox.Run("run", "study.pipe", "--quiet", "--trust").Exit);
        Assert.Equal(ExitCode.ScriptFailed, sandbox.Run("run", "study.pipe", "--quiet").Exit);
        Assert.Contains("data.csv", sandbox.Run("trust", "study.pipe").Output);
        Assert.Equal(ExitCode.Fine, sandbox.Run("run", "study.pipe", "--quiet").Exit);
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
    public void What_a_script_is_in_a_test_opens_no_path()
    {
        using var sandbox = new Sandbox { WorkingFolder = "work" };
        sandbox.With("secret/data.csv", "a,b\n1,2\n3,4\n").With("work/study.pipe", "param data = sample:moons  # test: ../secret/data.csv\nload $data rows=20\n");
        Assert.Contains("Path not allowed", sandbox.Run("test", "study.pipe").Error);
        Assert.Equal(ExitCode.Fine, sandbox.Run("test", "study.pipe", "--allow-path", "../secret").Exit);
        Assert.Equal(ExitCode.Fine, sandbox.Run("test", "study.pipe", "--set", "data=../secret/data.csv").Exit);
    }

    [Fact]
    public void Findings_as_data_come_through_the_same_door()
    {
        using var sandbox = new Sandbox { WorkingFolder = "work" };
        sandbox.With("secret/data.csv", "a,b\n1,2\n").With("work/study.pipe", "load ../secret/data.csv\n");
        Assert.Contains("path-not-allowed", sandbox.Run("check", "--json", "study.pipe").Output);
        Assert.Contains("path-not-allowed", sandbox.Run("check", "--sarif", "study.pipe").Output);
    }

    [Fact]
    public void What_a_person_writes_on_the_command_line_is_allowed()
    {
        using var sandbox = new Sandbox { WorkingFolder = "work" };
        sandbox.With("other/data.csv", "a,b\n1,2\n").With("work/study.pipe", "param data = none.csv\nload $data\n");
        Assert.Equal(ExitCode.Fine, sandbox.Run("run", "study.pipe", "--quiet", "--set", "data=../other/data.csv").Exit);
    }

    [Fact]
    public void A_link_leads_where_it_leads()
    {
        if (OperatingSystem.IsWindows()) return;
        using var sandbox = new Sandbox { WorkingFolder = "work" };
        sandbox.With("secret/data.csv", "a,b\n1,2\n").With("work/study.pipe", "load inside/data.csv\n");
        Directory.CreateSymbolicLink(sandbox.PathOf("work/inside"), sandbox.PathOf("secret"));
        Assert.Contains("Path not allowed", sandbox.Run("check", "study.pipe").Error);
    }
}
