using System.Globalization;
using Host.Pricing;

namespace Host.Display;

/// <summary>Says what a step is doing while it runs.</summary>
abstract class ProgressLine
{
    public abstract void Show(Execution execution, StepRecord step, int steps);

    /// <summary>What is being done without the step, which stands right above: <c>35.2 s  joining components 40 %</c>.</summary>
    public bool Brief { get; init; }

    /// <summary><c>12/20  hdbscan min_cluster=2000  35.2 s  joining components 40 %</c>.</summary>
    /// <param name="room">How long it may be: the step is cut rather than what it does.</param>
    protected string Text(Execution execution, StepRecord step, int steps, int room = int.MaxValue)
    {
        var (what, share) = execution.Doing;
        var percent = double.IsNaN(share) ? "" : string.Create(CultureInfo.InvariantCulture, $" {100 * Math.Clamp(share, 0, 1):0} %");
        var text = string.Create(CultureInfo.InvariantCulture, $"{execution.Elapsed.TotalSeconds:0.0} s  {what}{percent}").TrimEnd();
        var left = remaining.Of(step.Number, share, execution.Elapsed);
        var ofRun = execution.Elapsed < Patient ? null : Run?.Of(execution.Steps, step.Number, execution.Elapsed, left);
        text += Remaining.Text(left, ofRun);
        return Brief ? text : $"{Which($"{step.Number}/{steps}  {step.Brief}", room - text.Length - 2)}  {text}";
    }

    static string Which(string step, int room) =>
        step.Length <= Math.Max(Least, room) ? step : $"{step[..Math.Max(Least, room - 1)]}…";

    /// <summary>Letters of a step that are left of it.</summary>
    const int Least = 16;

    /// <summary>What is known of the run as a whole; null for a step alone.</summary>
    public TimeLeft? Run { get; init; }

    static readonly TimeSpan Patient = TimeSpan.FromSeconds(2);

    readonly Remaining remaining = new();
}

/// <summary>For pipes and logs: a line every few seconds, so that long steps are seen to live.</summary>
sealed class PlainLine(TextWriter writer, TimeProvider clock, bool quiet) : ProgressLine
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(10);
    long last = clock.GetTimestamp();

    public override void Show(Execution execution, StepRecord step, int steps)
    {
        if (quiet || clock.GetElapsedTime(last) < Every) return;
        last = clock.GetTimestamp();
        writer.WriteLine(Text(execution, step, steps));
    }
}
