using System.Text.Json;
using Host;
using Host.Report;
using Runtime;
using Runtime.Files;

namespace Tests.Host;

/// <summary>What a run writes lands where the person wants it, whatever lies there already, and what is not ours stays.</summary>
public sealed class WritingTests
{
    const string Script = "load d.csv\nsave v/y.csv\n";

    static Sandbox Study(string script = Script, string working = "") =>
        new Sandbox { WorkingFolder = working.Length > 0 ? working : null }
            .With(Path.Combine(working, "d.csv"), "a,b\n1,2\n3,4\n").With(Path.Combine(working, "study.pipe"), script)
            .With("account/profile", "precious");

    static void Link(Sandbox sandbox, string link, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(sandbox.PathOf(link))!);
        if (Directory.Exists(sandbox.PathOf(target))) Directory.CreateSymbolicLink(sandbox.PathOf(link), sandbox.PathOf(target));
        else File.CreateSymbolicLink(sandbox.PathOf(link), sandbox.PathOf(target));
    }

    [Theory]
    [InlineData("study.out", "account")]
    [InlineData("study.out/tables", "account")]
    [InlineData("study.out/v", "account")]
    [InlineData("study.out/v/y.csv", "account/profile")]
    [InlineData("study.out/run.json", "account/profile")]
    [InlineData("study.out/report.html", "account/profile")]
    [InlineData("study.out/tables/01_columns.csv", "account/new")]
    public void A_link_in_the_output_folder_is_refused_by_its_name(string link, string target)
    {
        if (OperatingSystem.IsWindows()) return;
        using var sandbox = Study();
        Link(sandbox, link, target);
        var said = sandbox.Run("run", "study.pipe", "--quiet");
        Assert.Equal(ExitCode.ScriptFailed, said.Exit);
        Assert.Contains($"{link}` is a link", said.Error);
        Assert.DoesNotContain("Finished", said.Output);
        Assert.Equal(["profile"], sandbox.Files("account"));
        Assert.Equal("precious", sandbox.Read("account/profile"));
    }

    [Fact]
    public void A_folder_that_the_person_names_may_lie_behind_a_link_of_theirs_but_not_behind_one_that_came_with_the_script()
    {
        if (OperatingSystem.IsWindows()) return;
        using var sandbox = Study(working: "work");
        Directory.CreateDirectory(sandbox.PathOf("disk"));
        Link(sandbox, "data", "disk");
        Link(sandbox, "work/inside", "account");
        Assert.Equal(ExitCode.Fine, sandbox.Run("run", "study.pipe", "--quiet", "--out", "../data/o").Exit);
        Assert.Contains("v/y.csv", sandbox.Files("disk/o"));
        Assert.Contains("inside` is a link", sandbox.Run("run", "study.pipe", "--quiet", "--out", "inside/o").Error);
        Assert.Contains("inside` is a link", sandbox.Run("run", "study.pipe", "--quiet", "--json", "inside/o.json").Error);
        Assert.Equal(["profile"], sandbox.Files("account"));
    }

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("d/notes.txt")]
    [InlineData("../account/profile")]
    public void A_list_that_came_along_deletes_nothing(string file)
    {
        using var sandbox = Study().With("study.out/notes.txt", "mine").With("study.out/run.json", $"{{\"files\":[\"{file}\"]}}");
        if (!OperatingSystem.IsWindows()) Link(sandbox, "study.out/d", "account");
        sandbox.With("account/notes.txt", "precious");
        Assert.Equal(ExitCode.Fine, sandbox.Run("run", "study.pipe", "--quiet").Exit);
        Assert.Equal("mine", sandbox.Read("study.out/notes.txt"));
        Assert.Equal(["notes.txt", "profile"], sandbox.Files("account"));
    }

    [Fact]
    public void What_the_last_run_wrote_by_itself_goes_unless_somebody_has_changed_it()
    {
        using var sandbox = Study(Script + "describe\ncorrelate\n");
        Assert.Equal(ExitCode.Fine, sandbox.Run("run", "study.pipe", "--quiet").Exit);
        var before = sandbox.Files("study.out");
        string described = before.Single(f => f.StartsWith("tables/03", StringComparison.Ordinal)),
            correlated = before.First(f => f.StartsWith("tables/04", StringComparison.Ordinal));
        sandbox.With("study.pipe", "load d.csv\n").With($"study.out/{described}", "changed by hand");
        Assert.Equal(ExitCode.Fine, sandbox.Run("run", "study.pipe", "--quiet").Exit);
        Assert.DoesNotContain(correlated, sandbox.Files("study.out"));
        Assert.Equal("changed by hand", sandbox.Read($"study.out/{described}"));
    }

    [Fact]
    public void What_a_script_asked_for_stays_until_it_is_written_again()
    {
        using var sandbox = Study(Script + "bars b to=b.svg\n");
        Assert.Equal(ExitCode.Fine, sandbox.Run("run", "study.pipe", "--quiet").Exit);
        var saved = sandbox.Read("study.out/v/y.csv");
        Assert.Equal(ExitCode.Fine, sandbox.Run("-c", "load d.csv | save kept.csv").Exit);
        sandbox.With("study.pipe", "load d.csv\nfilter a > 1\nsave w.csv\n");
        Assert.Equal(ExitCode.Fine, sandbox.Run("run", "study.pipe", "--quiet").Exit);
        Assert.Equal(ExitCode.Fine, sandbox.Run("-c", "load d.csv | head").Exit);
        Assert.Equal(saved, sandbox.Read("study.out/v/y.csv"));
        Assert.Contains("b.svg", sandbox.Files("study.out"));
        Assert.Contains("kept.csv", sandbox.Files("pipe.out"));
    }

    /// <summary>Who asks in one line is shown the columns when that is all that is asked for.</summary>
    [Theory]
    [InlineData("load d.csv", true)]
    [InlineData("load d.csv | head", false)]
    [InlineData("load d.csv\nhead", true)]
    public void One_line_shows_what_its_last_step_shows(string script, bool columns)
    {
        using var sandbox = Study();
        Assert.Equal(columns, sandbox.Run("-c", script).Output.Contains("example", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_is_one_run_s_and_the_next_is_told_whose()
    {
        using var sandbox = Study();
        sandbox.Run(host =>
        {
            using var folder = OutFolder.Own("study.out", host, ReadFiles.None);
            var record = RunRecordOf(host);
            new Publisher(folder, record, default).Begin();
            var said = sandbox.Run("run", "study.pipe", "--quiet");
            Assert.Equal(ExitCode.ScriptFailed, said.Exit);
            Assert.Contains($"Another run writes to `study.out`. Process {Environment.ProcessId} has had it since 2026-01-02 03:04:05 UTC.", said.Error);
            return 0;
        });
        Assert.Equal(ExitCode.Fine, sandbox.Run("run", "study.pipe", "--quiet").Exit);
    }

    static global::Host.Record.RunRecord RunRecordOf(HostContext host) => new("study.pipe", host.Clock) { Parameters = [], Seed = 0, Threads = 1 };

    [Theory]
    [InlineData("Directory.Delete(\"OUT\", true);")]
    [InlineData("while (!File.Exists(\"OUT/tables/01_columns.csv\")) System.Threading.Thread.Sleep(1); File.Delete(\"OUT/tables/01_columns.csv\");")]
    [InlineData("File.Delete(\"OUT/v/y.csv\");")]
    [InlineData("Directory.Move(\"OUT\", \"OUT.away\");")]
    public void A_run_whose_files_vanish_has_failed(string act)
    {
        using var sandbox = new Sandbox();
        var place = sandbox.PathOf("study.out").Replace('\\', '/');
        sandbox.With("d.csv", "a,b\n1,2\n3,4\n").With("study.pipe", Script + $"csharp ```{act.Replace("OUT", place)}```\n");
        var said = sandbox.Run("run", "study.pipe", "--quiet", "--trust");
        Assert.DoesNotContain("Finished", said.Output);
        Assert.Equal(ExitCode.ScriptFailed, said.Exit);
        Assert.NotEmpty(said.Error);
        if (!File.Exists(sandbox.PathOf("study.out/run.json"))) return;
        var record = JsonDocument.Parse(sandbox.Read("study.out/run.json")).RootElement;
        Assert.Equal("failed", record.GetProperty("outcome").GetProperty("status").GetString());
        Assert.All(record.GetProperty("files").EnumerateArray(), f => Assert.True(File.Exists(sandbox.PathOf($"study.out/{f}"))));
    }

    [Theory]
    [InlineData("load \"t-?.csv\"")]
    [InlineData("load t-1.csv t-2.csv")]
    [InlineData("load t-2.csv\nload \"t-*.csv\" as all")]
    public void A_file_that_a_pattern_stands_for_is_read_too(string load)
    {
        using var sandbox = new Sandbox().With("t-1.csv", "a\n1\n").With("t-2.csv", "a\n2\n").With("s.pipe", load + "\nsave t-1.csv\n");
        var said = sandbox.Run("run", "s.pipe", "--out", ".");
        Assert.Equal(ExitCode.ScriptFailed, said.Exit);
        Assert.Contains("t-1.csv` is read here, so it is not written over", said.Error);
        Assert.Equal("a\n1\n", sandbox.Read("t-1.csv"));
    }

    [Theory]
    [InlineData("load d.csv\nsave d.csv\n", "--out", ".")]
    [InlineData("load d.csv\nsave sub/../d.csv\n", "--out", ".")]
    [InlineData("load d.csv\n", "--json", "d.csv")]
    [InlineData("load d.csv\n", "--json", "study.pipe")]
    [InlineData("load d.csv\ncsharp ```\n#load \"h.csx\"\n```\n", "--json", "h.csx")]
    [InlineData("load d.csv\n", "--json", "operators/mine.cs")]
    [InlineData("load o/tables/01_columns.csv\n", "--out", "o")]
    [InlineData("load up.csv\nsave d.csv\n", "--out", ".")]
    public void What_a_run_reads_it_does_not_write_over(string script, string option, string value)
    {
        using var sandbox = Study(script).With("h.csx", "// helper").With("operators/mine.cs", "// none").With("o/tables/01_columns.csv", "a,b\n1,2\n");
        if (OperatingSystem.IsWindows() && script.Contains("up.csv")) return;
        if (script.Contains("up.csv")) Link(sandbox, "up.csv", "d.csv");
        var before = sandbox.Files(".").Where(f => !f.StartsWith("config")).ToDictionary(f => f, sandbox.Read);
        var said = sandbox.Run("run", "study.pipe", "--quiet", "--trust", option, value);
        Assert.Equal(ExitCode.ScriptFailed, said.Exit);
        Assert.Contains("is read here, so it is not written over", said.Error);
        Assert.All(before, f => Assert.Equal(f.Value, sandbox.Read(f.Key)));
    }

    [Fact]
    public void A_session_does_not_write_over_what_it_has_read()
    {
        using var sandbox = Study();
        var read = new ReadFiles([sandbox.PathOf("d.csv")]);
        var refusal = Assert.Throws<Refusal>(() => new global::Runtime.Operators.Data.Save { File = "d.csv" }
            .Apply(Study(sandbox), new RunContext { OutputFolder = sandbox.Folder, Read = read }));
        Assert.Contains("`d.csv` is read here", refusal.Text);
    }

    static global::Runtime.Study Study(Sandbox sandbox) =>
        new global::Runtime.Operators.Data.Load { File = sandbox.PathOf("d.csv") }.Apply(global::Runtime.Study.Empty, new RunContext());

    [Fact]
    public async Task The_record_goes_into_a_pipe_and_to_standard_output_as_it_is()
    {
        if (OperatingSystem.IsWindows()) return;
        using var sandbox = Study();
        var said = sandbox.Run("run", "study.pipe", "--quiet", "--json", "/dev/stdout");
        Assert.Contains("\"status\": \"finished\"", said.Output);
        var pipe = sandbox.PathOf("pipe");
        using (var make = System.Diagnostics.Process.Start("mkfifo", [pipe])) make.WaitForExit();
        var reader = Task.Run(() => File.ReadAllTextAsync(pipe));
        Assert.Equal(ExitCode.Fine, sandbox.Run("run", "study.pipe", "--quiet", "--json", "pipe").Exit);
        Assert.Contains("\"status\": \"finished\"", await reader);
        Assert.Equal(FileKind.Other, FileKinds.Of(pipe));
        Assert.Equal(ExitCode.Fine, sandbox.Run("run", "study.pipe", "--quiet", "--json", "/dev/null").Exit);
        Assert.Equal(FileKind.Other, FileKinds.Of("/dev/null"));
    }

    [Fact]
    public void A_write_that_breaks_off_leaves_what_was_there()
    {
        using var sandbox = new Sandbox().With("f", "old");
        Assert.Throws<IOException>(() => WholeFile.Write(sandbox.PathOf("f"), stream =>
        {
            stream.Write("half"u8);
            throw new IOException("no room");
        }));
        Assert.Equal("old", sandbox.Read("f"));
        Assert.Equal(["f"], sandbox.Files("."));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("a/../../x")]
    [InlineData("/x")]
    [InlineData("a//x")]
    [InlineData("")]
    public void No_name_leads_out_of_a_folder(string file)
    {
        using var sandbox = new Sandbox().With("in/f", "");
        using var folder = OpenFolder.At(sandbox.PathOf("in"));
        Assert.Throws<Refusal>(() => folder.Write(file, _ => { }));
        Assert.Throws<Refusal>(() => folder.Delete(file));
        Assert.Equal(["in/f"], sandbox.Files("."));
    }

    /// <summary>The mark in the names of its files is known to nobody but the manifest.</summary>
    [Fact]
    public void The_next_run_removes_what_a_killed_one_was_writing_and_nothing_else()
    {
        using var sandbox = Study();
        Assert.Equal(ExitCode.Fine, sandbox.Run("run", "study.pipe").Exit);
        var manifest = "config/outputs/" + Assert.Single(sandbox.Files("config/outputs"));
        var (mine, other) = (Guid.NewGuid(), Guid.NewGuid());
        sandbox.With(manifest, $"running {mine:N}\n" + sandbox.Read(manifest)).With($"study.out/tables/.{mine:N}.7.part", "half");
        sandbox.With($"study.out/.{mine:N}.8.part", "half").With($"study.out/.{other:N}.1.part", "another's");
        Assert.Equal(ExitCode.Fine, sandbox.Run("run", "study.pipe").Exit);
        Assert.Equal([$".{other:N}.1.part"], sandbox.Files("study.out").Where(f => f.EndsWith(".part", StringComparison.Ordinal)));
        Assert.DoesNotContain("running", sandbox.Read(manifest));
    }
}
