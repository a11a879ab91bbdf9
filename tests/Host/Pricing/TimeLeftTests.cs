using Host.Display;
using Host.Pricing;
using Host.Record;

namespace Tests.Host.Pricing;

/// <summary>What is said of the time that a run still takes.</summary>
public sealed class TimeLeftTests
{
    const string Script = "load sample:spotify rows=1_000_000\nfeatures danceability energy valence\nscale standard\n"
        + "hdbscan min_cluster=500\ngmm search k=1..10\n";

    static T With<T>(Func<TimeLeft, Forecast, T> ask)
    {
        using var sandbox = new Sandbox();
        sandbox.With("s.pipe", Script);
        var answer = default(T);
        sandbox.Run(host =>
        {
            var plan = global::Dsl.Language.Check(new("s.pipe", Script), new());
            answer = ask(new(plan, host), Forecast.Of(global::Dsl.Pricing.Of(plan), host.Machine!, null));
            return 0;
        });
        return answer!;
    }

    static StepRecord Done(int number, double seconds) =>
        new(number, "", "") { Finished = true, Time = TimeSpan.FromSeconds(seconds) };

    [Fact]
    public void It_is_what_was_foreseen_of_the_rest() => With((left, all) =>
    {
        var rest = all.Steps.Skip(3).Sum(s => s.Seconds.Likely);
        Assert.Equal(rest, left.Of([], 4, TimeSpan.Zero, null)!.Value, 6);
        Assert.Equal(rest - 1, left.Of([], 4, TimeSpan.FromSeconds(1), null)!.Value, 6);
        return 0;
    });

    [Fact]
    public void A_slower_machine_is_noticed() => With((left, all) =>
    {
        var usual = left.Of([], 5, TimeSpan.Zero, null)!.Value;
        var slow = left.Of([Done(4, 3 * all.Steps[3].Seconds.Likely)], 5, TimeSpan.Zero, null)!.Value;
        Assert.InRange(slow, 1.2 * usual, 3 * usual);
        return 0;
    });

    [Fact]
    public void What_a_step_says_of_itself_counts_for_it() => With((left, all) =>
    {
        Assert.Equal(100 + all.Steps[4].Seconds.Likely, left.Of([], 4, TimeSpan.FromSeconds(50), 100)!.Value, 6);
        return 0;
    });

    [Fact]
    public void Nothing_is_said_of_a_step_that_takes_longer_than_was_foreseen() => With((left, all) =>
    {
        Assert.Null(left.Of([], 4, TimeSpan.FromSeconds(2 * all.Steps[3].Seconds.High), null));
        return 0;
    });

    [Theory]
    [InlineData(null, null, "")]
    [InlineData(18.0, null, " · 20 s left")]
    [InlineData(18.0, 19.0, " · 20 s left")]
    [InlineData(18.0, 150.0, " · 20 s left, about 3 min of the run")]
    [InlineData(null, 150.0, " · about 3 min left of the run")]
    public void It_is_said_in_few_words(double? ofStep, double? ofRun, string said) => Assert.Equal(said, Remaining.Text(ofStep, ofRun));
}
