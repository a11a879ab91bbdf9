using Host.Display;
using Spectre.Console;

namespace Host.Repl;

/// <summary>Shows as much as fits the window, and the rest when asked for it.</summary>
sealed class Pager(Surroundings around)
{
    /// <summary>Rows left for the prompt and the line that tells of more.</summary>
    const int Reserve = 3;

    /// <summary>Where there is no window.</summary>
    const int Endless = 1_000_000;

    readonly Queue<string> rest = new();

    public int Width => around.Typing is { } typing ? Math.Clamp(typing.Screen.Size().Width, 20, 160) : around.Width;

    int Page => around.Typing is { } typing ? Math.Max(5, typing.Screen.Size().Height - Reserve) : Endless;

    public void Show(Action<IAnsiConsole> draw)
    {
        using var text = new StringWriter { NewLine = "\n" };
        draw(Terminal.Console(around, text, Width, moves: false));
        Show(text.ToString());
    }

    public void Show(string text)
    {
        rest.Clear();
        foreach (var line in text.Trim('\n').TrimEnd().Split('\n')) rest.Enqueue(line.TrimEnd());
        if (text.Length > 0) More();
    }

    public void More()
    {
        if (rest.Count == 0) around.Output.WriteLine("There is no more.");
        // A single row more is shown rather than announced.
        var rows = rest.Count <= Page + 1 ? rest.Count : Page;
        for (var row = 0; row < rows; row++) around.Output.WriteLine(rest.Dequeue());
        if (rest.Count > 0) around.Output.WriteLine($"… {rest.Count:N0} more lines: `:more`");
    }
}
