namespace Host.Editor;

/// <summary>The text being written: its present, its past (undo) and what was written before it (history).</summary>
sealed class EditState(Buffer start, History history)
{
    readonly Stack<Buffer> past = new();
    readonly Stack<Buffer> future = new();
    Buffer own = start;
    int recalled = history.Count;
    bool typing;

    public Buffer Now { get; private set; } = start;

    public string Text => Now.Text;

    /// <summary>A letter typed; a word typed in one go is undone in one.</summary>
    public void Type(string letters)
    {
        var starts = !typing || string.IsNullOrWhiteSpace(letters);
        Change(Now.Insert(letters), remember: starts);
        typing = true;
    }

    public void Change(Buffer next) => Change(next, remember: next.Text != Text);

    void Change(Buffer next, bool remember)
    {
        if (remember) past.Push(Now);
        if (next.Text != Text) future.Clear();
        (Now, typing) = (next, false);
    }

    public void Undo()
    {
        if (past.TryPop(out var before)) (Now, typing) = (Pushed(future, before), false);
    }

    public void Redo()
    {
        if (future.TryPop(out var after)) (Now, typing) = (Pushed(past, after), false);
    }

    Buffer Pushed(Stack<Buffer> other, Buffer next)
    {
        other.Push(Now);
        return next;
    }

    /// <summary>A line up, or the text before this one in the history.</summary>
    public void Up()
    {
        if (!Now.OnFirstLine) Change(Now.Up());
        else if (recalled > 0)
        {
            if (recalled == history.Count) own = Now;
            Change(Buffer.AtEnd(history[--recalled]));
        }
    }

    /// <summary>A line down, or the text after this one in the history, the own one last.</summary>
    public void Down()
    {
        if (!Now.OnLastLine) Change(Now.Down());
        else if (recalled < history.Count) Change(++recalled == history.Count ? own : Buffer.AtEnd(history[recalled]));
    }

    /// <summary>What the history suggests to follow, when the caret stands at the end of a single line.</summary>
    public string Ghost =>
        Now.Caret == Text.Length && Text.Length > 1 && !Text.Contains('\n') && history.Suggest(Text) is { } whole
            ? whole[Text.Length..]
            : "";
}
