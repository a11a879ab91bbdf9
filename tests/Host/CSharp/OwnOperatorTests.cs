using Host;
using Tests.Host.Repl;

namespace Tests.Host.CSharp;

/// <summary>Own operators at the prompt and in the manual, and what of them runs before they are trusted.</summary>
public sealed class OwnOperatorTests
{
    /// <summary>Leaves a file behind as soon as one of it is made.</summary>
    const string Mark = """
        namespace Own.Look;

        [Operator("mark", "Leave a mark in the study.")]
        [Example("mark times=3")]
        public sealed record Mark : Operator
        {
            public Mark() => File.WriteAllText("TRACE", "made");

            [Arg("How often it is marked."), AtLeast(1)]
            public int Times { get; init; } = 1;

            protected override Shape Check(Shape before, CheckContext check) => before;

            protected override Study Run(Study study, RunContext run)
            {
                run.Say($"marked {Times} times");
                return study;
            }
        }
        """;

    static Sandbox Marked(string folder = "", string code = Mark)
    {
        var sandbox = new Sandbox();
        return sandbox.With(folder + "operators/mark.cs", code.Replace("TRACE", sandbox.PathOf("trace").Replace("\\", "\\\\")));
    }

    static bool Ran(Sandbox sandbox) => File.Exists(sandbox.PathOf("trace"));

    [Fact]
    public void A_session_knows_them_by_name_only_until_they_are_trusted()
    {
        using var sandbox = Marked();
        var said = SessionTests.Type(sandbox, "mark{Enter}:help mark{Enter}ma{Tab}{Ctrl-C}:study{Enter}{Ctrl-D}");
        Assert.Contains("`mark` in `operators`: not trusted as written now.", said);
        Assert.Contains("write `:trust`", said);
        Assert.False(Ran(sandbox));
    }

    [Fact]
    public void Trusted_they_run_and_are_completed_coloured_checked_and_explained()
    {
        using var sandbox = Marked();
        var said = SessionTests.Type(sandbox, ":trust{Enter}load sample:moons rows=9{Enter}mark times=0{Enter}mar{Tab} ti{Tab}4{Enter}:help mark{Enter}:edit 2 mark times=5{Enter}:save a{Enter}{Ctrl-D}", 60);
        Assert.Contains("Trusted: operator operators/mark.cs", said);
        Assert.Contains("`times` must be at least 1", said);
        Assert.Contains("marked 4 times", said);
        Assert.Contains("marked 5 times", said);
        Assert.Contains("mark                                                                        Look", said);
        Assert.Contains("A whole number, at least 1; `1` when not given.", said);
        Assert.Equal("load sample:moons rows=9\nmark times=5\n", sandbox.Read("a.pipe"));
    }

    [Fact]
    public void A_new_one_works_as_it_stands()
    {
        using var sandbox = new Sandbox().With("a.pipe", "load sample:moons rows=9\nouter_ends x factor=3 as three\ndescribe three\n");
        Assert.Contains("operators/outer_ends.cs is written", sandbox.Run("new", "operator", "outer_ends").Output);
        Assert.Equal(2, sandbox.Run("new", "operator", "outer_ends").Exit);
        Assert.Contains("already an operator", sandbox.Run("new", "operator", "gmm").Error);
        Assert.Contains("is no name", sandbox.Run("new", "operator", "Outer-ends").Error);
        sandbox.Run("trust", "a.pipe");
        var said = sandbox.Run("run", "a.pipe");
        Assert.True(said.Exit == ExitCode.Fine, said.Error);
        Assert.Contains("`three` is `x` times 3.", said.Output);
        Assert.Contains("`factor` is 0", sandbox.With("b.pipe", "load sample:moons rows=9\nouter_ends x factor=0\n").Run("check", "b.pipe", "--trust").Error
            + sandbox.Run("run", "b.pipe", "--trust").Error);
        Assert.Contains("outer_ends energy factor=3", sandbox.Run("help", "outer_ends").Output);
    }

    [Fact]
    public void A_mistake_is_shown_at_its_place_and_nothing_follows_from_it()
    {
        using var sandbox = new Sandbox().With("operators/mark.cs", Mark.Replace("before;", "befor;"))
            .With("a.pipe", "load sample:moons rows=9\nmark\nmark times=3\n");
        var said = sandbox.Run("check", "a.pipe").Error;
        Assert.Contains("╭─ operators/mark.cs:12:73", said);
        Assert.Contains("=> befor;", said);
        Assert.DoesNotContain("There is no operator", said);
        Assert.Contains("\"file\": \"operators/mark.cs\"", sandbox.Run("check", "--json", "a.pipe").Output);
        Assert.Contains("operators/mark.cs:12", sandbox.Run("help").Error);
    }

    [Fact]
    public void What_changes_while_the_session_is_open_is_asked_again()
    {
        using var sandbox = Marked();
        sandbox.Run("trust", ".");
        var typed = 0;
        var said = SessionTests.Type(sandbox, "load sample:moons rows=9{Enter}mark{Enter}{Ctrl-D}", 60, onKey: () =>
        {
            if (++typed == 26) sandbox.With("operators/mark.cs", sandbox.Read("operators/mark.cs").Replace("marked", "changed"));
        });
        Assert.Contains("not trusted as written now", said);
        Assert.DoesNotContain("changed 1", said);
    }

    [Fact]
    public void What_is_wrong_with_them_is_said_and_the_session_goes_on()
    {
        using var sandbox = Marked(code: Mark.Replace("return study;", "return stdy;"));
        var said = SessionTests.Type(sandbox, "load sample:moons rows=9{Enter}:trust{Enter}{Ctrl-D}", 60);
        Assert.Contains("`stdy`", said);
        Assert.Contains("9 rows", said);
        Assert.Equal(ExitCode.ScriptFailed, sandbox.Run("trust", ".").Exit);
        using var taken = Marked(code: Mark.Replace("\"mark\"", "\"pca\""));
        Assert.Contains("There is already an operator `pca`.", SessionTests.Type(taken, ":trust{Enter}load sample:moons rows=9{Enter}{Ctrl-D}", 60));
    }

    [Fact]
    public void A_script_that_is_run_in_a_session_brings_its_own()
    {
        using var sandbox = Marked("there/").With("there/a.pipe", "load sample:moons rows=9\nmark times=2\n");
        sandbox.Run("trust", "there/a.pipe");
        var said = SessionTests.Type(sandbox, "mark times=7{Enter}{Ctrl-D}", 60, words: ["repl", "there/a.pipe"]);
        Assert.Contains("marked 2 times", said);
        Assert.Contains("marked 7 times", said);
    }

    [Fact]
    public void The_manual_has_those_of_the_working_folder_or_of_a_script()
    {
        using var sandbox = Marked("there/");
        Assert.Contains("no operator or function `mark`", sandbox.Run("help", "mark").Error);
        var said = sandbox.Run("help", "mark", "--script", "there/a.pipe");
        Assert.Equal("error: `mark` is declared in `operators` and not trusted on this machine.\n  Read its file, then write `pipe trust there`.\n", said.Error);
        Assert.Contains("Not trusted yet\n  mark\n", sandbox.Run("help", "--script", "there/a.pipe").Output);
        Assert.Contains("mark", sandbox.Run("complete", "help", "ma").Output + sandbox.Run("help", "--script", "there/a.pipe").Output);
        Assert.False(Ran(sandbox));

        Assert.Equal("Trusted in there:\n  operator operators/mark.cs\n", sandbox.Run("trust", "there").Output);
        Golden.Matches("host/help_own", sandbox.Run("help", "mark", "--script", "there/a.pipe").Shown);
        Assert.Contains("  mark ", sandbox.Run("help", "--script", "there/a.pipe").Output);
        Assert.Contains("  mark ", sandbox.Run("help", "--search", "leave a mark", "--script", "there/a.pipe").Output);
    }

    [Fact]
    public void Who_trusts_a_script_trusts_the_operators_beside_it_everywhere()
    {
        using var sandbox = Marked().With("a.pipe", "load sample:moons rows=9\ncsharp ```Show(1);```\nmark\n");
        sandbox.Run("trust", "a.pipe");
        Assert.Contains("Leave a mark", sandbox.Run("help", "mark").Output);
        Assert.StartsWith("mark\n", sandbox.Run("complete", "help", "ma").Output);
    }

    [Fact]
    public void A_folder_without_any_has_nothing_to_trust()
    {
        using var sandbox = new Sandbox();
        Assert.Equal(". has no own operators: there is nothing to trust.\n", sandbox.Run("trust", ".").Output);
        Assert.Contains("There are no own operators here.", SessionTests.Type(sandbox, ":trust{Enter}{Ctrl-D}"));
    }
}
