using System.Text;
using Host;
using Host.CommandLine;
using Tests.Host.Editor;

namespace Tests.Host.Repl;

/// <summary>Sessions through the real loop: keys typed, and what the program says.</summary>
public class SessionTests
{
    [Fact]
    public void A_session_explores_a_table_and_is_saved_as_a_script_with_the_same_result()
    {
        using var sandbox = new Sandbox();
        var said = Type(sandbox, """
            load sample:penguins{Enter}featurs bill_length_mm{Enter}drop missing{Enter}features bill_length_mm body_mass_g # two{Enter}
            scale standard{Enter}top species{Enter}:undo{Enter}kmeans k=3 as groups{Enter}means by=groups{Enter}:save study.pipe{Enter}{Ctrl-D}
            """.ReplaceLineEndings(""));
        Assert.Contains("Did you mean `features`?", said);
        Assert.Equal("load sample:penguins\ndrop missing\nfeatures bill_length_mm body_mass_g # two\nscale standard\nkmeans k=3 as groups\nmeans by=groups\n", sandbox.Read("study.pipe"));
        var run = sandbox.Run("run", "study.pipe");
        Assert.Equal(0, run.Exit);
        var means = run.Output[run.Output.LastIndexOf("means by=groups", StringComparison.Ordinal)..].Split('\n')[1..^2].Where(l => l.Length > 0 && !l.Contains("svg") && !l.Contains('▪')).ToList();
        Assert.NotEmpty(means);
        Assert.All(means, line => Assert.Contains(line.TrimEnd(), said));
    }

    [Fact]
    public void A_mistake_is_shown_under_the_typed_line_and_costs_nothing()
    {
        using var sandbox = new Sandbox();
        Golden.Matches("repl/mistake", Type(sandbox, "load sample:moons rows=50{Enter}features x z{Enter}pca{Enter}features x y{Enter}pca varianc=0.5{Enter}:columns{Enter}{Ctrl-D}"));
    }

    [Fact]
    public void Typed_code_runs_and_sees_the_parameters()
    {
        using var sandbox = new Sandbox();
        var said = Type(sandbox, "load sample:moons rows=50{Enter}param share = 12%{Enter}csharp ```Show(\"rows: \" + Param<double>(\"share\") * Rows);```{Enter}csharp ```Show(Rwos);```{Enter}{Ctrl-D}");
        Assert.True(said.Contains("rows: 6", StringComparison.Ordinal), said);
        Assert.Contains("`Rwos`", said);
    }

    [Fact]
    public void A_file_is_run_only_when_it_may()
    {
        using var sandbox = new Sandbox();
        sandbox.With("code.pipe", "load sample:moons rows=50\ncsharp ```Show($\"{Rows} ran\");```\n").With("plain.pipe", "load sample:moons rows=40\ndescribe x\n");
        var said = Type(sandbox, ":run code.pipe{Enter}:run plain.pipe{Enter}:save a.pipe{Enter}{Ctrl-D}");
        Assert.Contains("`code.pipe` has C# that is not trusted on this machine.", said);
        Assert.DoesNotContain("50 ran", said);
        Assert.Equal("load sample:moons rows=40\ndescribe x\n", sandbox.Read("a.pipe"));
        sandbox.Run("trust", "code.pipe");
        Assert.Contains("50 ran", Type(sandbox, ":run code.pipe{Enter}{Ctrl-D}"));
    }

    [Fact]
    public void A_script_pasted_without_marks_is_one_text_and_ends_at_its_first_error()
    {
        using var sandbox = new Sandbox();
        Type(sandbox, "{Burst load sample:moons rows=50\nfeatures x\n    y\n:save a.pipe\nscale standard\n}{Enter}:save b.pipe{Enter}{Ctrl-D}");
        Assert.Equal("load sample:moons rows=50\nfeatures x\n    y\n", sandbox.Read("a.pipe"));
        Assert.Equal("load sample:moons rows=50\nfeatures x\n    y\nscale standard\n", sandbox.Read("b.pipe"));
        var said = Type(sandbox, "{Burst load sample:moons rows=50\nfeatures x z\n:save c.pipe\ndescribe\n}{Ctrl-D}");
        Assert.Contains("What was typed below it in one go is left out.", said);
        Assert.False(File.Exists(sandbox.PathOf("c.pipe")));
        Assert.Contains("goes on with the step above it", Type(sandbox, "load sample:moons rows=50{Enter}features x{Enter}  y{Enter}{Ctrl-D}{Ctrl-D}"));
    }

    [Fact]
    public void A_comment_of_its_own_stays_where_it_was_typed()
    {
        using var sandbox = new Sandbox();
        Type(sandbox, "# first{Enter}load sample:moons rows=50{Enter}# looked at{Enter}describe x{Enter}:save a.pipe{Enter}{Ctrl-D}");
        Assert.Equal("# first\nload sample:moons rows=50\n# looked at\ndescribe x\n", sandbox.Read("a.pipe"));
    }

    [Fact]
    public void A_session_that_was_not_saved_can_be_had_back()
    {
        using var sandbox = new Sandbox();
        Type(sandbox, "load sample:moons rows=50{Enter}describe x{Enter}{Ctrl-D}{Ctrl-D}");
        Assert.Contains("The last session here was not saved", Type(sandbox, ":last a.pipe{Enter}{Ctrl-D}"));
        Assert.Equal("load sample:moons rows=50\ndescribe x\n", sandbox.Read("a.pipe"));
        Type(sandbox, ":last{Enter}describe y{Enter}:save b.pipe{Enter}{Ctrl-D}");
        Assert.Equal("load sample:moons rows=50\ndescribe x\ndescribe y\n", sandbox.Read("b.pipe"));
        Assert.DoesNotContain("not saved", Type(sandbox, "{Ctrl-D}"));
    }

    [Fact]
    public void A_name_that_no_step_has_used_yet_is_nothing_to_warn_of()
    {
        using var sandbox = new Sandbox();
        var said = Type(sandbox, "param k = 2{Enter}load sample:moons rows=50{Enter}features x y{Enter}kmeans k=$k as two{Enter}{Ctrl-D}", 60);
        Assert.DoesNotContain("warning", said);
    }

    [Fact]
    public void Undo_and_redo_walk_through_the_steps()
    {
        using var sandbox = new Sandbox();
        var said = Type(sandbox, "load sample:moons rows=50{Enter}features x y{Enter}:undo{Enter}:undo{Enter}:undo{Enter}:redo{Enter}:redo{Enter}:redo{Enter}describe{Enter}:save a{Enter}{Ctrl-D}");
        Assert.Contains("nothing to undo", said);
        Assert.Contains("nothing to redo", said);
        Assert.Equal("load sample:moons rows=50\nfeatures x y\ndescribe\n", sandbox.Read("a.pipe"));
    }

    [Fact]
    public void A_pasted_script_runs_as_a_whole_and_keeps_prose_parameters_and_comments()
    {
        using var sandbox = new Sandbox();
        const string Script = "## # Moons\nparam k = 2 # how many\n\nload sample:moons rows=60 | features x y\n# round\nkmeans k=$k\n  seed=3 as a\nkmeans k=$k as b";
        Type(sandbox, $"{{Paste {Script}}}{{Enter}}compare ami{{Enter}}:save a.pipe{{Enter}}{{Ctrl-D}}");
        Assert.Equal("## # Moons\nparam k = 2 # how many\nload sample:moons rows=60\nfeatures x y\n# round\nkmeans k=$k\n  seed=3 as a\nkmeans k=$k as b\ncompare ami\n", sandbox.Read("a.pipe"));
        Assert.Equal(0, sandbox.Run("run", "a.pipe").Exit);
    }

    [Fact]
    public void A_paste_with_a_mistake_runs_nothing()
    {
        using var sandbox = new Sandbox();
        var said = Type(sandbox, "{Paste load sample:moons rows=60\nfeatures x zz}{Enter}:study{Enter}{Ctrl-D}");
        Assert.Contains("zz", said);
        Assert.DoesNotContain("60 rows", said);
    }

    [Fact]
    public void Editing_a_step_runs_again_only_what_depends_on_it()
    {
        using var sandbox = new Sandbox();
        var said = Type(sandbox, "{Paste load sample:moons rows=200\nfeatures x y\nkmeans k=2 as two\nhdbscan min_cluster=20 as dense\nmeans by=two\nmeans by=dense}{Enter}:edit 3{Enter}{Backspace}{Backspace}{Backspace}{Backspace}{Backspace}{Backspace}{Backspace}{Backspace}3 as two{Enter}:save a{Enter}{Ctrl-D}");
        var after = said[said.LastIndexOf("3> ", StringComparison.Ordinal)..];
        Assert.Contains("kmeans k=3 as two", after);
        Assert.Contains("means by=two", after);
        Assert.DoesNotContain("hdbscan", after);
        Assert.DoesNotContain("means by=dense", after);
        Assert.Contains("kmeans k=3 as two\nhdbscan", sandbox.Read("a.pipe"));
    }

    /// <summary>A step that names nothing reads the current points.</summary>
    [Fact]
    public void Editing_what_a_step_reads_without_naming_it_runs_it_again()
    {
        using var sandbox = new Sandbox();
        var said = Type(sandbox, "{Paste load sample:spotify rows=200\nfeatures danceability energy valence\ncorrelate}{Enter}:edit 2 features danceability energy{Enter}{Ctrl-D}");
        var after = said[said.LastIndexOf(":edit 2", StringComparison.Ordinal)..];
        Assert.Contains("correlate", after);
        Assert.Contains("Strongest", said);
        Assert.DoesNotContain("valence", after);
    }

    [Fact]
    public void An_edit_that_breaks_a_later_step_changes_nothing()
    {
        using var sandbox = new Sandbox();
        var said = Type(sandbox, "{Paste load sample:moons rows=200\nfeatures x y\nkmeans k=2 as two\nmeans by=two}{Enter}:edit 3 kmeans k=2 as other{Enter}:save a{Enter}{Ctrl-D}");
        Assert.Contains("no labeling `two`", said);
        Assert.Contains("as two", sandbox.Read("a.pipe"));
    }

    [Fact]
    public void A_stopped_step_leaves_the_study_as_it_was()
    {
        using var interrupt = new Interrupt();
        using var sandbox = new Sandbox();
        using var timer = new Timer(_ => interrupt.Ask(), null, 1500, 200);
        var said = Type(sandbox, "load sample:spotify rows=400000{Enter}features danceability energy valence tempo{Enter}gmm search k=1..30 n_init=20 max_iter=5000 tol=1e-12{Enter}{Ctrl-D}", 40, interrupt);
        Assert.Contains("Stopped; the study is as it was", said);
    }

    [Fact]
    public void A_long_result_is_shown_a_page_at_a_time()
    {
        using var sandbox = new Sandbox();
        var said = Type(sandbox, "load sample:spotify rows=100{Enter}:more{Enter}{Ctrl-D}", 12);
        Assert.Contains("more lines: `:more`", said);
    }

    [Fact]
    public void A_script_given_runs_first_and_the_session_goes_on()
    {
        using var sandbox = new Sandbox().With("scripts/a.pipe", "load data.csv\n").With("scripts/data.csv", "x,y\n1,2\n3,4\n");
        Assert.Contains("2 columns", Type(sandbox, "describe{Enter}{Ctrl-D}", words: ["repl", "scripts/a.pipe"]));
    }

    [Fact]
    public void Without_a_screen_lines_are_read_plainly()
    {
        using var sandbox = new Sandbox { Input = "load sample:moons rows=20\nfilter (x > 0\n  or y > 0)\n:save a\n" };
        var said = sandbox.Run("repl");
        Assert.Equal(0, said.Exit);
        Assert.Equal("load sample:moons rows=20\nfilter (x > 0\n  or y > 0)\n", sandbox.Read("a.pipe"));
        Assert.DoesNotContain("\e", said.Output);
    }

    [Fact]
    public void Read_plainly_a_block_may_have_blank_lines()
    {
        using var sandbox = new Sandbox { Input = "load sample:moons rows=20\ncsharp ```\nvar n = Rows;\n\nn + 1\n```\n:save a\n" };
        Assert.Contains("21", sandbox.Run("repl").Output);
        Assert.EndsWith("csharp ```\nvar n = Rows;\n\nn + 1\n```\n", sandbox.Read("a.pipe"));
    }

    [Fact]
    public void What_is_piped_in_runs_as_a_script()
    {
        using var sandbox = new Sandbox { Input = "load sample:moons rows=20\ndescribe\n" };
        var said = sandbox.Run(host => PipeCommand.Run([], host with { InputPiped = true }));
        Assert.Equal(0, said.Exit);
        Assert.Contains("report.html", sandbox.Files("pipe.out"));
    }

    /// <summary>Types into the program and gives what stands on the screen at the end, with all that has scrolled by.</summary>
    internal static string Type(
        Sandbox sandbox,
        string typed,
        int height = 40,
        Interrupt? interrupt = null,
        Action? onKey = null,
        PictureWay way = default,
        Func<string, bool>? opened = null,
        params string[] words)
    {
        var screen = new VirtualScreen(80, height) { Wraps = true };
        using var output = new ScreenWriter(screen);
        var exit = PipeCommand.Run(words.Length > 0 ? words : ["repl"], new HostContext
        {
            Input = new(TextReader.Null),
            Output = output,
            OutputBytes = Stream.Null,
            Error = output,
            WorkingFolder = sandbox.Folder,
            ConfigFolder = sandbox.PathOf("config"),
            Width = 80,
            Pictures = way,
            OpenPicture = opened ?? (_ => false),
            Typing = (new Typist(typed + "{Ctrl-D}{Ctrl-D}", onKey).Keys, new Screen(screen.Write, () => screen.Size, Colour: false)),
            Interrupt = interrupt ?? new Interrupt(),
        });
        Assert.Equal(ExitCode.Fine, exit);
        return screen.Text;
    }

    sealed class ScreenWriter(VirtualScreen screen) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => screen.Write(value == '\n' ? "\r\n" : value == '\r' ? "" : value.ToString());

        public override void Write(string? value) => screen.Write((value ?? "").ReplaceLineEndings("\r\n"));
    }
}
