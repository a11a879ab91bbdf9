namespace Host.Editor;

/// <summary>One text, from the first key to the last.</summary>
sealed class EditLoop(Keys keys, Advice advice, History history, Canvas canvas, FrameLayout layout, string text)
{
    const ConsoleModifiers Control = ConsoleModifiers.Control;

    readonly EditState draft = new(Buffer.AtEnd(text), history);
    OpenMenu? menu;
    ReadEnd? end;

    public (ReadEnd, string) Read()
    {
        while (end is null)
        {
            if (!keys.Waiting()) canvas.Draw(layout.Lay(draft.Now, menu is null ? draft.Ghost : "", menu));
            Press(NextKey());
        }
        canvas.Finish(layout.Lay(draft.Now));
        return (end.Value, draft.Text);
    }

    /// <summary>Waits for a key, and shows what the menu was waiting for when that comes first.</summary>
    ConsoleKeyInfo NextKey()
    {
        if (menu?.Menu.Later is not { } later) return keys.Read();
        var key = Task.Run(keys.Read);
        if (Task.WaitAny(later, key) == 0)
        {
            Open(later.Result);
            canvas.Draw(layout.Lay(draft.Now, "", menu));
        }
        return key.GetAwaiter().GetResult();
    }

    void Press(ConsoleKeyInfo key)
    {
        if (menu is not null && PressInMenu(key)) return;
        menu = null;
        switch (key.Key, key.Modifiers)
        {
            case (ConsoleKey.Enter, ConsoleModifiers.None): Enter(); break;
            case (ConsoleKey.Tab, ConsoleModifiers.None) when IsIndent(): draft.Change(draft.Now.Insert("  ")); break;
            case (ConsoleKey.Tab, ConsoleModifiers.None): Complete(); break;
            case (ConsoleKey.Escape, _): Escape(); break;
            case (ConsoleKey.C, Control): end = ReadEnd.Dropped; break;
            case (ConsoleKey.D, Control) when draft.Text.Length == 0: end = ReadEnd.Left; break;
            case (ConsoleKey.L, Control): canvas.Clear(); break;
            case (ConsoleKey.R, Control): LookBack(); break;
            default: Bindings.Apply(draft, key); break;
        }
    }

    /// <summary>
    /// A blank last line ends a text that is not finished, so that nobody is held; not in a block, which may have such lines. A line end
    /// with more behind it belongs to what is pasted, which is one text.
    /// </summary>
    void Enter()
    {
        var lineText = draft.Text[draft.Now.LineStart..draft.Now.LineEnd];
        var state = advice.State(draft.Text);
        var given = state == TextState.Unfinished && draft.Now.OnLastLine && string.IsNullOrWhiteSpace(lineText);
        var pasted = keys.Follows();
        if (!pasted && (given || state == TextState.Finished)) end = ReadEnd.Submitted;
        else draft.Change(draft.Now.Insert(pasted ? "\n" : "\n" + Indent(lineText, state)));
    }

    /// <summary>A tab at the start of a line that is pasted.</summary>
    bool IsIndent() => string.IsNullOrWhiteSpace(draft.Text[draft.Now.LineStart..draft.Now.Caret]) && keys.Follows();

    /// <summary>As deep as the line above; a step's further lines are indented.</summary>
    static string Indent(string line, TextState state)
    {
        var depth = line.Length - line.TrimStart(' ').Length;
        return new string(' ', state == TextState.Unfinished ? Math.Max(2, depth) : depth);
    }

    void Escape()
    {
        var (pasted, key) = Paste.AfterEscape(keys);
        if (pasted is not null) draft.Change(draft.Now.Insert(pasted));
        else if (key is { } alt) Bindings.Apply(draft, alt);
    }

    void LookBack()
    {
        var (found, key) = new Search(keys, canvas, layout, history).Run(draft.Now);
        draft.Change(found);
        if (key is { } next) Press(next);
    }

    void Complete() => Open(advice.Complete(draft.Text, draft.Now.Caret));

    void Open(Menu found)
    {
        var opened = new OpenMenu(found, draft.Now);
        menu = null;
        if (opened.Menu.Choices.Count == 0 && opened.Menu.Note is null) return;
        menu = opened;
        if (opened.Menu.Choices.Count == 0) return;
        var only = opened.Menu.Choices.Count == 1;
        draft.Change(only ? opened.Whole() : opened.Common());
        menu = only && draft.Text != opened.Before.Text ? null : opened with { Before = draft.Now };
    }

    /// <summary>Keys that choose; any other one keeps the choice, closes the menu and is done.</summary>
    bool PressInMenu(ConsoleKeyInfo key)
    {
        if (menu!.Menu.Choices.Count == 0) return false;
        switch (key.Key, key.Modifiers)
        {
            case (ConsoleKey.Tab, ConsoleModifiers.None) or (ConsoleKey.DownArrow, _): Choose(1); return true;
            case (ConsoleKey.Tab, ConsoleModifiers.Shift) or (ConsoleKey.UpArrow, _): Choose(-1); return true;
            case (ConsoleKey.Enter, ConsoleModifiers.None) when menu.Taken >= 0:
                menu = null;
                return true;
            case (ConsoleKey.Escape, _) when !keys.Waiting():
                draft.Change(menu.Before);
                menu = null;
                return true;
            default: return false;
        }
    }

    void Choose(int step)
    {
        menu = menu!.Next(step);
        draft.Change(menu.Text);
    }
}
