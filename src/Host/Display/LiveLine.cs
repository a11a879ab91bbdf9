using Spectre.Console;

namespace Host.Display;

/// <summary>A line that redraws itself while a step runs and is gone when it has ended.</summary>
sealed class LiveLine(IAnsiConsole console) : ProgressLine
{
    const int BarWidth = 24;

    static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(80);

    public override void Show(Execution execution, StepRecord step, int steps) =>
        console.Live(Line(execution, step, steps, console.Profile.Width)).AutoClear(true).Start(live =>
        {
            while (!execution.Over && execution.Running == step && !execution.HasNews)
            {
                live.UpdateTarget(Line(execution, step, steps, console.Profile.Width));
                Thread.Sleep(Beat);
            }
        });

    Paragraph Line(Execution execution, StepRecord step, int steps, int width)
    {
        var share = execution.Doing.Share;
        var text = Text(execution, step, steps);
        var room = Math.Max(0, width - BarWidth - 3);
        var full = double.IsNaN(share) ? 0 : (int)(BarWidth * Math.Clamp(share, 0, 1));
        return new Paragraph { Overflow = Overflow.Ellipsis }
            .Append(new string('━', full), new Style(Color.Green))
            .Append(new string('━', BarWidth - full), new Style(Color.Grey))
            .Append("  " + (text.Length > room ? text[..room] : text));
    }
}
