namespace Host.Editor;

/// <summary>What a person ended a text with.</summary>
enum ReadEnd
{
    Submitted,

    /// <summary>Ctrl-C: the text is dropped.</summary>
    Dropped,

    /// <summary>Ctrl-D on an empty line: no more is to come.</summary>
    Left,
}

/// <summary>Reads a text of one or more lines: keys in, screen out.</summary>
sealed class LineEditor(Keys keys, Screen screen, Advice advice, History history)
{
    readonly Canvas canvas = new(screen);

    /// <param name="text">What stands there at first.</param>
    public (ReadEnd End, string Text) Read(string prompt, string text = "")
    {
        keys.Own(true);
        screen.Write(Paste.On);
        try
        {
            var (ending, written) = new EditLoop(keys, advice, history, canvas, new FrameLayout(screen, advice, prompt), text).Read();
            if (ending == ReadEnd.Submitted) history.Add(written);
            return (ending, written);
        }
        finally
        {
            screen.Write(Paste.Off);
            keys.Own(false);
        }
    }
}
