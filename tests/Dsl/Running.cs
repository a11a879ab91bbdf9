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
        var outcome = Language.Run(plan, step => Begin(step, order), (step, study) => order.Add($"end {step.Number} {study.Rows}"));
        Assert.Null(outcome.Failure);
        Assert.Equal(["begin load $file", "end 1 6", "begin filter year > 2000", "end 2 5", "begin features energy\n  valence as moods", "end 3 5"], order);
        Assert.Equal(["energy", "valence"], outcome.Study.Current.Columns);
        Assert.Equal("moods", outcome.Study.CurrentPoints);
    }

    [Fact]
    public void A_refusal_stops_the_run_and_underlines_the_argument()
    {
        var plan = Check("load tracks.csv\nfilter year > 3000\ndescribe");
        var outcome = Language.Run(plan, _ => new RunContext());
        Assert.Equal(2, outcome.Failed!.Number);
        Assert.Equal("year > 3000", plan.Source.Slice(outcome.Failure!.Span!.Value));
        Assert.Equal(6, outcome.Study.Rows);
    }

    [Fact]
    public void A_stopped_run_is_not_a_failure()
    {
        var plan = Check("load tracks.csv\nfilter year > 2000");
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Language.Run(plan, _ => new RunContext { Cancel = stop.Token }));
    }

    [Fact]
    public void A_plan_with_errors_does_not_run()
    {
        var outcome = Language.Run(Check("describe"), _ => throw new InvalidOperationException("started"));
        Assert.Equal("no-table", outcome.Failure!.Code);
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
        Assert.Equal(("unknown-setting", null, "Did you mean `seed`?"), (diagnostic.Code, diagnostic.Span, diagnostic.Hint));
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

    static RunContext Begin(PlannedStep step, List<string> order)
    {
        order.Add($"begin {step.Step.Text}");
        return new RunContext();
    }
}
