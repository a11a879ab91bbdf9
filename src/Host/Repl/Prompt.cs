using Host.Editor;

namespace Host.Repl;

/// <summary>Where texts come from: the editor, or plain lines where a terminal cannot be drawn on.</summary>
sealed class Prompt
{
    readonly HostContext host;
    readonly Advice advice;
    readonly LineEditor? editor;

    public Prompt(HostContext host, Advice advice)
    {
        (this.host, this.advice) = (host, advice);
        var history = new History(host.ConfigFolder is { } folder ? Path.Combine(folder, "history") : null);
        if (host.Typing is { } typing) editor = new LineEditor(typing.Keys, typing.Screen, advice, history);
    }

    /// <summary>No more can come, whatever is asked.</summary>
    public bool Ended { get; private set; }

    /// <summary>The next text that is not blank; null when the person is done.</summary>
    /// <param name="text">What stands there at first, to be edited.</param>
    public string? Read(string prompt, string text)
    {
        while (true)
        {
            if (editor is null) return ReadPlain(prompt);
            var (end, written) = editor.Read(prompt, text);
            if (end == ReadEnd.Left) return null;
            if (end == ReadEnd.Submitted && !string.IsNullOrWhiteSpace(written)) return written.TrimEnd();
            if (text.Length > 0) return "";
        }
    }

    string? ReadPlain(string prompt)
    {
        host.Output.Write(prompt);
        host.Output.Flush();
        var text = host.Input.Value.ReadLine();
        while (text is not null && advice.State(text) is not TextState.Finished and var state)
        {
            // A blank line gives up on a step, but belongs to a block.
            var more = host.Input.Value.ReadLine();
            if (more is null || more.Length == 0 && state == TextState.Unfinished) break;
            text += "\n" + (state == TextState.InBlock || more.StartsWith(' ') ? more : "  " + more);
        }
        if (text is null) host.Output.WriteLine();
        Ended = text is null;
        return text;
    }
}
