namespace Host.Display;

/// <summary>A line that redraws itself while a step runs and is gone when it has ended.</summary>
sealed class LiveLine(HostContext host) : ProgressLine
{
    const int BarWidth = 24;

    /// <summary>Free at the end of the line, so that what a key puts there does not wrap it.</summary>
    const int Free = 4;

    const string Wipe = "\r\e[J";

    static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(80);

    public override void Show(Execution execution, StepRecord step, int steps)
    {
        var screen = PlainWriter.Inked(host.Output);
        while (!execution.Over && execution.Running == step && !execution.HasNews)
        {
            // The window may be another by now.
            screen.Write(Wipe + Line(execution, step, steps, host.Width));
            screen.Flush();
            Thread.Sleep(Beat);
        }
        screen.Write(Wipe);
        screen.Flush();
    }

    string Line(Execution execution, StepRecord step, int steps, int width)
    {
        var share = execution.Doing.Share;
        var bar = Math.Clamp(width / 5, 0, BarWidth);
        var full = double.IsNaN(share) ? 0 : (int)(bar * Math.Clamp(share, 0, 1));
        var room = Math.Max(0, width - bar - 2 - Free);
        var text = Printable.Of(Text(execution, step, steps, room));
        var drawn = Paint(new string('━', full), "32") + Paint(new string('━', bar - full), "90");
        return $"{drawn}  {(text.Length > room ? text[..room] : text)}";
    }

    string Paint(string text, string style) => host.Colour && text.Length > 0 ? $"\e[{style}m{text}\e[0m" : text;
}
