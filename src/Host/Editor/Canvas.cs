using System.Text;

namespace Host.Editor;

/// <summary>Draws frames over each other, so that the text seems to change in place.</summary>
sealed class Canvas(Screen screen)
{
    int caretRow;

    /// <summary>Replaces the frame drawn before. Of a frame taller than the screen the part around the caret is shown.</summary>
    public void Draw(Frame frame)
    {
        var height = Math.Max(1, screen.Size().Height - 1);
        var first = Math.Clamp(frame.CaretRow - height + 1, 0, Math.Max(0, frame.Rows.Count - 1));
        var shown = frame.Rows.Skip(first).Take(height).ToList();
        var text = new StringBuilder("\e[?25l").Append(Back());
        text.AppendJoin("\r\n", shown);
        caretRow = frame.CaretRow - first;
        if (shown.Count - 1 > caretRow) text.Append($"\e[{shown.Count - 1 - caretRow}A");
        text.Append('\r');
        if (frame.CaretColumn > 0) text.Append($"\e[{frame.CaretColumn}C");
        screen.Write(text.Append("\e[?25h").ToString());
    }

    /// <summary>Leaves what is drawn and goes on below it.</summary>
    public void Finish(Frame frame)
    {
        screen.Write(new StringBuilder(Back()).AppendJoin("\r\n", frame.Rows).Append("\r\n").ToString());
        caretRow = 0;
    }

    /// <summary>Removes everything from the screen.</summary>
    public void Clear()
    {
        screen.Write("\e[H\e[2J");
        caretRow = 0;
    }

    string Back() => (caretRow > 0 ? $"\e[{caretRow}A" : "") + "\r\e[J";
}
