using Dsl;
using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime;

namespace Tests.Dsl;

public class Running
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Golden", "errors");

    [Fact]
    public void Steps_run_in_order_and_each_says_when_it_is_done()
    {
        var order = new List<string>();
        var plan = Check("param file = tracks.csv\nload $file | filter year > 2000 # the new ones\nfeatures energy\n  valence as moods");
        var runner = new Runner(plan, new RunSettings());
        runner.StepStarted += step => order.Add($"begin {step.Step.Text}");
        runner.StepFinished += (step, _, after) => order.Add($"end {step.Number} {after.Rows}");
        Assert.Equal(new Ending.Finished(), runner.Run());
        Assert.Equal(["begin load $file", "end 1 6", "begin filter year > 2000", "end 2 5", "begin features energy\n  valence as moods", "end 3 5"], order);
        Assert.Equal(["energy", "valence"], runner.Study.Current.Columns);
        Assert.Equal("moods", runner.Study.CurrentPoints);
    }

    /// <summary>Models hold no rows: after a filter the figures are those of the rows that are left.</summary>
    [Fact]
    public void Figures_of_a_labeling_follow_the_rows()
    {
        var plan = Check("load sample:moons rows=600\nfeatures x y\nhdbscan min_cluster=20 as dense  # ok: unscaled\nfilter dense >= 0\nexpect noise(dense) == 0");
        Assert.Equal(new Ending.Finished(), new Runner(plan, new RunSettings()).Run());
    }

    [Fact]
    public void A_study_holds_named_tables_and_goes_back_to_them()
    {
        var plan = Check("load tracks.csv as a\ngroup by=genre agg=count as sizes\nuse sizes\nload tracks.csv as b\nuse a\njoin sizes on=genre\nuse b");
        var runner = new Runner(plan, new RunSettings());
        Assert.Equal(new Ending.Finished(), runner.Run());
        Assert.Equal("b", runner.Study.Name);
        Assert.Equal(["a", "sizes"], runner.Study.Aside.Names.Order());
        Assert.True(runner.Study.Use("a").Loaded.Columns.Has("count"));
        Assert.False(runner.Study.Loaded.Columns.Has("count"));
    }

    [Fact]
    public void A_refusal_stops_the_run_and_underlines_the_argument()
    {
        var plan = Check("load tracks.csv\nfilter year > 3000\ndescribe");
        var runner = new Runner(plan, new RunSettings());
        var failed = Assert.IsType<Ending.Failed>(runner.Run());
        Assert.Equal(2, failed.Step);
        Assert.Equal("year > 3000", plan.Source.Slice(failed.Diagnostic.Span!));
        Assert.Equal(6, runner.Study.Rows);
    }

    [Fact]
    public void A_run_goes_on_after_a_failed_step_when_it_may_and_with_the_study_before_it()
    {
        var plan = Check("load tracks.csv\nfilter year > 3000\nfeatures energy");
        var runner = new Runner(plan, new RunSettings { GoesOnAfter = step => step.Number == 2 });
        var failed = new List<int>();
        runner.StepFailed += (step, _) => failed.Add(step.Number);
        Assert.Equal(new Ending.Finished(), runner.Run());
        Assert.Equal([2], failed);
        Assert.Equal(6, runner.Study.Rows);
    }

    [Fact]
    public void What_a_listener_throws_ends_the_run_and_is_told()
    {
        var runner = new Runner(Check("load tracks.csv\nfeatures energy"), new RunSettings());
        runner.StepFinished += (_, _, _) => throw new IOException("full");
        var broken = Assert.IsType<Ending.Broken>(runner.Run());
        Assert.Equal((1, "full"), (broken.Step!.Value, broken.Exception.Message));
        Assert.Throws<IOException>(broken.Rethrow);
    }

    [Fact]
    public void All_that_a_step_shows_is_told_with_the_step()
    {
        var runner = new Runner(Check("load tracks.csv\nfeatures energy\ndescribe"), new RunSettings());
        var shown = new List<(int, Result)>();
        runner.ResultShown += (step, result) => shown.Add((step.Number, result));
        runner.Run();
        Assert.Contains(shown, s => s is (1, Source { File: "tracks.csv" }));
        Assert.Contains(shown, s => s is (3, Sheet));
    }

    [Fact]
    public void A_stopped_run_is_not_a_failure()
    {
        var plan = Check("load tracks.csv\nfilter year > 2000");
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Equal(new Ending.Stopped(null), new Runner(plan, new RunSettings { Cancel = stop.Token }).Run());
    }

    [Fact]
    public void A_plan_with_errors_does_not_run()
    {
        var runner = new Runner(Check("describe"), new RunSettings());
        runner.StepStarted += _ => throw new InvalidOperationException("started");
        Assert.Equal("no-table", Assert.IsType<Ending.Failed>(runner.Run()).Diagnostic.Code.Name);
    }

    [Fact]
    public void Paths_of_the_script_are_relative_to_it_and_those_of_settings_to_the_working_directory()
    {
        const string Script = "param tracks = ../errors/tracks.csv\nload $tracks";
        Assert.False(Check(Script).HasErrors);
        var set = Language.Check(new SourceText("a.pipe", Script), new LanguageOptions
        {
            ScriptFolder = Path.GetTempPath(),
            WorkingFolder = Path.GetDirectoryName(Folder)!,
            Settings = new Dictionary<string, string> { ["tracks"] = "errors/tracks.csv" },
        });
        Assert.False(set.HasErrors);
        Assert.Equal([("tracks", "errors/tracks.csv")], set.Parameters);
    }

    [Theory]
    [InlineData("param seed = 7", 7)]
    [InlineData("param seed = -1", -1)]
    [InlineData("## none", 0)]
    public void The_seed_is_a_parameter(string script, long seed) => Assert.Equal(seed, Check(script).Seed);

    [Fact]
    public void Settings_win_and_unknown_ones_are_errors()
    {
        var plan = Language.Check(new SourceText("a.pipe", "param seed = 7"), new LanguageOptions
        {
            Settings = new Dictionary<string, string> { ["seed"] = "8", ["sead"] = "9" },
        });
        Assert.Equal(8, plan.Seed);
        var diagnostic = Assert.Single(plan.Diagnostics);
        Assert.Equal(("unknown-setting", null, "Did you mean `seed`?"), (diagnostic.Code.Name, diagnostic.Span, diagnostic.Hint));
    }

    [Fact]
    public void Prose_keeps_its_place_among_the_steps()
    {
        var plan = Check("## # Title\n## more\n\n## again\nload tracks.csv\n## after\ndescribe");
        Assert.Equal(["# Title\nmore", "again", "load", "after", "describe"], plan.Script.Items.Select(i => i is Prose prose ? prose.Text : ((Step)i).Name.Text));
    }

    [Fact]
    public void Lines_may_start_with_the_pipe()
    {
        var plan = Check("load tracks.csv\n| describe\n| top genre 2");
        Assert.False(plan.HasErrors);
        Assert.Equal(3, plan.Steps.Count);
    }

    static Plan Check(string text) => Language.Check(new SourceText("a.pipe", text), new LanguageOptions { ScriptFolder = Folder });
}
