using Dsl.Diagnostics;
using Host.Display;
using Spectre.Console;

namespace Host.Repl;

/// <summary>All that a session says: as much as fits the window, and the rest when asked for it.</summary>
sealed class SessionOutput(HostContext host)
{
    /// <summary>Rows left for the prompt and the line that tells of more.</summary>
    const int Reserve = 3;

    /// <summary>Where there is no window.</summary>
    const int Endless = 1_000_000;

    readonly Queue<string> rest = new();

    public int Width => host.Typing is { } typing ? Math.Clamp(typing.Screen.Size().Width, 20, 160) : host.Width;

    TextWriter Inked => PlainWriter.Inked(host.Output);

    int Height => host.Typing is { } typing ? Math.Max(5, typing.Screen.Size().Height - Reserve) : Endless;

    /// <summary>A sentence in lines that fit the window; further ones are as deep as the first.</summary>
    public void Say(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var indent = line[..^line.TrimStart(' ').Length];
            foreach (var part in DiagnosticText.Wrap(line[indent.Length..], Width - indent.Length)) host.Output.WriteLine(indent + part);
        }
    }

    public void Say(Refusal refusal) => Say(
        $"error: {Printable.Of(refusal.Text)}{(refusal.Hint is null ? "" : $"\n  {Printable.Of(refusal.Hint)}")}");

    public void Say(IEnumerable<Diagnostic> diagnostics, SourceText source) => host.Say(diagnostics, source);

    public void Say(Diagnostic diagnostic, SourceText source) => host.Say(diagnostic, source);

    public void SayBug(Exception bug) => BugReport.Write(host.Output, bug);

    public void Show(Sheet sheet) => Show(console => new StepView(console, Width) { Whole = true }.Show(new StepRecord(0, "", ""), sheet));

    public void Show(Action<IAnsiConsole> draw)
    {
        using var text = new StringWriter { NewLine = "\n" };
        draw(Terminal.Console(host, text, Width, moves: false));
        Page(text.ToString());
    }

    /// <summary>A long text, page by page.</summary>
    public void Show(string text) => Page(Printable.Lines(text));

    /// <param name="text">Safe to show, and perhaps painted.</param>
    void Page(string text)
    {
        rest.Clear();
        foreach (var line in text.Trim('\n').TrimEnd().Split('\n')) rest.Enqueue(line.TrimEnd());
        if (text.Length > 0) More();
    }

    public void More()
    {
        if (rest.Count == 0) host.Output.WriteLine("There is no more.");
        // A single row more is shown rather than announced.
        var rows = rest.Count <= Height + 1 ? rest.Count : Height;
        for (var row = 0; row < rows; row++) Inked.WriteLine(rest.Dequeue());
        if (rest.Count > 0) host.Output.WriteLine($"… {Wording.Count(rest.Count)} more lines: `:more`");
    }

    /// <summary>Draws a picture where the terminal or the desktop can, and says where its file is.</summary>
    /// <param name="file">As the person would write it.</param>
    public void ShowPicture(string title, byte[] png, string file)
    {
        Say($"{title}: {file}");
        if (host.Pictures == PictureWay.Viewer && !host.OpenPicture(host.PathOf(file)))
            Say("No viewer could be opened; the picture is in the file.");
        Inked.Write(Pictures.Sequence(host.Pictures, png, Math.Min(Width - 2, 100)));
    }
}
