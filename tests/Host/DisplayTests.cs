using System.Text.Json;
using System.Xml.Linq;
using Host;
using Host.CommandLine;
using Runtime;
using Runtime.Charts;
using Runtime.Files;

namespace Tests.Host;

/// <summary>What a run shows and writes, with steps that show known things.</summary>
public class DisplayTests
{
    static readonly Sheet Small = new("sizes", "Sizes of the clusters",
    [
        new SheetColumn("cluster", CellFormat.Text, ["0", "a much longer name <&>", null]),
        new SheetColumn("rows", CellFormat.Count, [1234567, 12L, null]),
        new SheetColumn("share", CellFormat.Share, [0.1384, 0.00002, 1.0]),
        new SheetColumn("mean", CellFormat.Number, [-0.00001234, 12.3456789, double.NaN]),
    ]);

    static Sheet Wide(int columns, int rows) => new("wide", "A wide and long table",
    [
        new SheetColumn("name", CellFormat.Text, [.. Enumerable.Range(0, rows).Select(r => $"row {r}")]),
        .. Enumerable.Range(0, columns).Select(c => new SheetColumn($"column_{c}", CellFormat.Number, [.. Enumerable.Range(0, rows).Select(r => (object?)(r + c / 8.0))])),
        new SheetColumn("text", CellFormat.Text, [.. Enumerable.Range(0, rows).Select(r => new string('x', 50))]),
    ]);

    static readonly Figure Chart = new BarChart("bars", "Bars & \"more\"", ["a", "b"], [new Series("n", [3.0, 2.0])]);

    static ProgramResult Run(Sandbox sandbox, params Action<RunContext>[] acts) => Run(sandbox, false, acts);

    static ProgramResult Run(Sandbox sandbox, bool quiet, params Action<RunContext>[] acts) =>
        sandbox.Run(host => new ScriptRun(host, ScriptedStep.Plan(acts), new RunPlace("out", null, ReadFiles.None)) { Threads = 2, Quiet = quiet }.Run());

    static void ShowAll(RunContext run)
    {
        run.Show(Small);
        run.Show(Chart);
        run.Say("A remark about `clusters`.");
        run.Warn("`energy` hardly varies.", "Leave it out.");
        run.Show(new Metric("bic", -12345678.9));
    }

    [Fact]
    public void A_run_shows_each_step_with_its_tables_figures_remarks_and_warnings()
    {
        using var sandbox = new Sandbox();
        Golden.Matches("host/display", Run(sandbox, ShowAll, run => run.Show(Wide(12, 30)), _ => { }).Shown);
    }

    [Fact]
    public void A_quiet_run_shows_warnings_and_where_the_results_are()
    {
        using var sandbox = new Sandbox();
        Golden.Matches("host/quiet", Run(sandbox, quiet: true, ShowAll, run => run.Show(Wide(3, 3))).Shown);
    }

    [Fact]
    public void Tables_and_figures_lie_in_files_with_unique_names()
    {
        using var sandbox = new Sandbox();
        Run(sandbox, run => { run.Show(Small); run.Show(Small with { Title = "Again" }); run.Show(Chart); }, run => run.Show(Small));
        string[] files = ["figures/01_bars.json", "figures/01_bars.png", "figures/01_bars.svg", "report.html", "run.json", "tables/01_sizes.csv", "tables/01_sizes_2.csv", "tables/02_sizes.csv"];
        Assert.Equal(files, sandbox.Files("out"));
    }

    [Fact]
    public void The_report_is_well_formed_and_holds_every_table_and_figure()
    {
        using var sandbox = new Sandbox();
        Run(sandbox, ShowAll, run => run.Say("Control \u0001 characters & <tags>."));
        var report = XDocument.Parse(sandbox.Read("out/report.html"));
        var html = report.Descendants().ToLookup(e => e.Name.LocalName);
        Assert.Contains(html["figcaption"], c => c.Value.StartsWith(Small.Title, StringComparison.Ordinal));
        Assert.Contains(html["td"], c => c.Value == "a much longer name <&>");
        var picture = Assert.Single(html["svg"]);
        Assert.Equal(Chart.Title, picture.Elements().First(e => e.Name.LocalName == "title").Value);
        Assert.Contains(html["figcaption"], c => c.Value.StartsWith("Figure 1.", StringComparison.Ordinal));
        Assert.Contains(html["h1"], h => h.Value == "Acts");
        Assert.DoesNotContain("http", sandbox.Read("out/report.html").Replace("http://www.w3.org", "").Replace("http-equiv", ""));
        var script = Assert.Single(html["script"]).Value;
        Assert.InRange(script.Length, 1_000, 30_000);
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(
            sandbox.Read("out/report.html").Split("<script>")[1].Split("</script>")[0])));
        Assert.Contains($"script-src 'sha256-{hash}'", sandbox.Read("out/report.html"));
    }

    [Fact]
    public void Run_json_holds_full_numbers_and_null_for_what_is_not_finite()
    {
        using var sandbox = new Sandbox();
        Run(sandbox, run => { run.Show(Small); run.Show(new Metric("third", 1.0 / 3)); run.Show(new Metric("third", double.PositiveInfinity)); });
        var results = JsonDocument.Parse(sandbox.Read("out/run.json")).RootElement.GetProperty("steps")[0].GetProperty("results");
        Assert.Equal(1.0 / 3, results.GetProperty("metrics").GetProperty("third").GetDouble());
        Assert.Equal(JsonValueKind.Null, results.GetProperty("metrics").GetProperty("third_2").ValueKind);
        Assert.Equal("[null,null,1,null]", results.GetProperty("tables")[0].GetProperty("rows")[2].GetRawText());
    }

    [Fact]
    public void A_refusal_in_the_middle_keeps_what_was_done_and_says_so()
    {
        using var sandbox = new Sandbox();
        var said = Run(sandbox, ShowAll, run => throw new Refusal("The data do not allow it.", "Take other data."), ShowAll);
        Assert.Equal(ExitCode.ScriptFailed, said.Exit);
        Assert.Contains("The data do not allow it.", said.Error);
        Assert.Contains("This run failed", sandbox.Read("out/report.html"));
        Assert.Contains("tables/01_sizes.csv", sandbox.Files("out"));
        Assert.Equal("failed", JsonDocument.Parse(sandbox.Read("out/run.json")).RootElement.GetProperty("outcome").GetProperty("status").GetString());
    }

    [Fact]
    public void An_unexpected_exception_is_called_a_bug_and_shows_no_stack()
    {
        using var sandbox = new Sandbox();
        var said = Run(sandbox, run => throw new InvalidOperationException("Sequence contains no elements"));
        Assert.Equal(ExitCode.ScriptFailed, said.Exit);
        Assert.Contains("ug in pipe", said.Error);
        Assert.DoesNotContain("   at ", said.Error);
    }

    [Fact]
    public void Files_of_an_earlier_run_go_and_those_of_others_stay()
    {
        using var sandbox = new Sandbox();
        Run(sandbox, ShowAll, ShowAll);
        sandbox.With("out/notes.txt", "mine").With("keep.txt", "mine");
        var record = sandbox.Read("out/run.json").Replace("\"report.html\"", "\"report.html\", \"../keep.txt\"");
        sandbox.With("out/run.json", record);
        Run(sandbox, run => run.Show(Small));
        Assert.Equal(["notes.txt", "report.html", "run.json", "tables/01_sizes.csv"], sandbox.Files("out"));
        Assert.True(File.Exists(sandbox.PathOf("keep.txt")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_stopped_run_ends_within_a_second_and_leaves_nothing_half_written(bool stepHeedsTheStop)
    {
        using var stop = new CancellationTokenSource();
        using var hold = new ManualResetEventSlim();
        using var sandbox = new Sandbox { Cancel = stop.Token };
        var clock = new System.Diagnostics.Stopwatch();
        var said = Run(sandbox, ShowAll, run =>
        {
            run.Show(Small);
            clock.Start();
            stop.Cancel();
            if (stepHeedsTheStop) run.Cancel.ThrowIfCancellationRequested();
            else hold.Wait(TimeSpan.FromSeconds(20));
        });
        clock.Stop();
        hold.Set();
        Assert.Equal(ExitCode.Cancelled, said.Exit);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
        Assert.DoesNotContain(sandbox.Files("out"), f => f.Contains("unfinished") || f.StartsWith("tables/02", StringComparison.Ordinal));
        Assert.Equal("cancelled", JsonDocument.Parse(sandbox.Read("out/run.json")).RootElement.GetProperty("outcome").GetProperty("status").GetString());
        XDocument.Parse(sandbox.Read("out/report.html"));
    }
}
