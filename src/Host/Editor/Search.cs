namespace Host.Editor;

/// <summary>Ctrl-R: looks for a part of what was written before, from the latest back.</summary>
sealed class Search(Keys keys, Canvas canvas, FrameLayout layout, History history)
{
    /// <summary>What was found, or the text as it was; and the key that ended the search, if it is to be done.</summary>
    public (Buffer Text, ConsoleKeyInfo? Key) Run(Buffer before)
    {
        var (part, at) = ("", history.Count);
        while (true)
        {
            var found = at >= 0 && at < history.Count ? Buffer.AtEnd(history[at]) : before;
            canvas.Draw(layout.Lay(found, asking: $"{(at < 0 ? "not found" : "search")}: {part}"));
            var key = keys.Read();
            switch (key.Key, key.Modifiers)
            {
                case (ConsoleKey.R, ConsoleModifiers.Control):
                    if (history.Find(part, at) is >= 0 and var older) at = older;
                    break;
                case (ConsoleKey.Escape, _): return (before, key);
                case (ConsoleKey.C or ConsoleKey.G, ConsoleModifiers.Control): return (before, null);
                case (ConsoleKey.Backspace, _):
                    (part, at) = Narrowed(part.Length > 0 ? part[..^1] : part);
                    break;
                default:
                    if (key.KeyChar < ' ' || (key.Modifiers & ConsoleModifiers.Control) != 0) return (found, key);
                    (part, at) = Narrowed(part + key.KeyChar);
                    break;
            }
        }
    }

    (string, int) Narrowed(string part) => (part, part.Length == 0 ? history.Count : history.Find(part, history.Count));
}
