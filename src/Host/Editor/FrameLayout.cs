namespace Host.Editor;

/// <summary>How a draft looks: prompts, colours, what the history suggests, and the menu below.</summary>
sealed class FrameLayout(Screen screen, Advice advice, string prompt)
{
    const string Dim = "2";

    /// <summary>Leads the lines after the first.</summary>
    string Continuation => "· ".PadLeft(prompt.Length);

    public Frame Lay(Buffer buffer, string ghost = "", OpenMenu? menu = null, string? asking = null)
    {
        // The last column stays free: terminals disagree about what follows a full row.
        var frame = new Frame(Math.Max(8, screen.Size().Width - 1));
        frame.Add(prompt, t => screen.Paint(t, "1;34"));
        AddText(frame, buffer);
        if (screen.Colour) frame.Add(ghost, t => screen.Paint(t, Dim));
        if (asking is not null) frame.AddRow(asking, t => screen.Paint(t, Dim));
        menu?.AddTo(frame, screen);
        return frame;
    }

    void AddText(Frame frame, Buffer buffer)
    {
        var styles = new string[buffer.Text.Length];
        foreach (var stretch in screen.Colour ? advice.Highlight(buffer.Text) : [])
            Array.Fill(styles, stretch.Style, stretch.Start, stretch.Length);
        for (var at = 0; at < buffer.Text.Length;)
        {
            if (at == buffer.Caret) frame.Caret();
            if (buffer.Text[at] == '\n')
            {
                frame.NewRow();
                frame.Add(Continuation, t => screen.Paint(t, Dim));
                at++;
                continue;
            }
            var (start, style) = (at, styles[at] ?? "");
            at += System.Globalization.StringInfo.GetNextTextElementLength(buffer.Text, at);
            frame.Add(buffer.Text[start..at], t => screen.Paint(t, style));
        }
        if (buffer.Caret == buffer.Text.Length) frame.Caret();
    }
}
