namespace Host.Editor;

/// <summary>The keys that change or move within the text, as in every shell.</summary>
static class Bindings
{
    const ConsoleModifiers None = ConsoleModifiers.None, Control = ConsoleModifiers.Control, Alt = ConsoleModifiers.Alt;

    static readonly Dictionary<(ConsoleKey, ConsoleModifiers), Action<EditState>> Table = new()
    {
        [(ConsoleKey.LeftArrow, None)] = d => d.Change(d.Now.MoveTo(d.Now.PreviousCharacter)),
        [(ConsoleKey.B, Control)] = d => d.Change(d.Now.MoveTo(d.Now.PreviousCharacter)),
        [(ConsoleKey.RightArrow, None)] = Right,
        [(ConsoleKey.F, Control)] = Right,
        [(ConsoleKey.LeftArrow, Control)] = d => d.Change(d.Now.MoveTo(d.Now.PreviousWord)),
        [(ConsoleKey.B, Alt)] = d => d.Change(d.Now.MoveTo(d.Now.PreviousWord)),
        [(ConsoleKey.RightArrow, Control)] = d => d.Change(d.Now.MoveTo(d.Now.NextWord)),
        [(ConsoleKey.F, Alt)] = d => d.Change(d.Now.MoveTo(d.Now.NextWord)),
        [(ConsoleKey.Home, None)] = d => d.Change(d.Now.MoveTo(d.Now.LineStart)),
        [(ConsoleKey.A, Control)] = d => d.Change(d.Now.MoveTo(d.Now.LineStart)),
        [(ConsoleKey.End, None)] = End,
        [(ConsoleKey.E, Control)] = End,
        [(ConsoleKey.Home, Control)] = d => d.Change(d.Now.MoveTo(0)),
        [(ConsoleKey.End, Control)] = d => d.Change(d.Now.MoveTo(d.Text.Length)),
        [(ConsoleKey.UpArrow, None)] = d => d.Up(),
        [(ConsoleKey.P, Control)] = d => d.Up(),
        [(ConsoleKey.DownArrow, None)] = d => d.Down(),
        [(ConsoleKey.N, Control)] = d => d.Down(),
        [(ConsoleKey.Backspace, None)] = d => d.Change(d.Now.DeleteTo(d.Now.PreviousCharacter)),
        [(ConsoleKey.H, Control)] = d => d.Change(d.Now.DeleteTo(d.Now.PreviousCharacter)),
        [(ConsoleKey.Delete, None)] = d => d.Change(d.Now.DeleteTo(d.Now.NextCharacter)),
        [(ConsoleKey.D, Control)] = d => d.Change(d.Now.DeleteTo(d.Now.NextCharacter)),
        [(ConsoleKey.K, Control)] = d => d.Change(d.Now.DeleteTo(d.Now.LineEnd)),
        [(ConsoleKey.U, Control)] = d => d.Change(d.Now.DeleteTo(d.Now.LineStart)),
        [(ConsoleKey.W, Control)] = d => d.Change(d.Now.DeleteTo(d.Now.PreviousBlank)),
        [(ConsoleKey.Backspace, Control)] = d => d.Change(d.Now.DeleteTo(d.Now.PreviousWord)),
        [(ConsoleKey.Backspace, Alt)] = d => d.Change(d.Now.DeleteTo(d.Now.PreviousWord)),
        [(ConsoleKey.D, Alt)] = d => d.Change(d.Now.DeleteTo(d.Now.NextWord)),
        [(ConsoleKey.Delete, Control)] = d => d.Change(d.Now.DeleteTo(d.Now.NextWord)),
        [(ConsoleKey.Z, Control)] = d => d.Undo(),
        [(ConsoleKey.D7, Control)] = d => d.Undo(),
        [(ConsoleKey.OemMinus, Control)] = d => d.Undo(),
        [(ConsoleKey.Y, Control)] = d => d.Redo(),
        [(ConsoleKey.Enter, Alt)] = d => d.Change(d.Now.Insert("\n  ")),
        [(ConsoleKey.J, Control)] = d => d.Change(d.Now.Insert("\n  ")),
    };

    /// <summary>Does what the key says; false when it says nothing.</summary>
    public static bool Apply(EditState draft, ConsoleKeyInfo key)
    {
        if (Table.TryGetValue((key.Key, key.Modifiers), out var edit)) edit(draft);
        else if (key.KeyChar >= ' ' && key.KeyChar != '\x7f' && (key.Modifiers & Control) == 0) draft.Type(key.KeyChar.ToString());
        else return false;
        return true;
    }

    /// <summary>At the end of the text this takes over what the history suggests.</summary>
    static void Right(EditState draft) =>
        draft.Change(draft.Ghost is { Length: > 0 } ghost ? draft.Now.Insert(ghost) : draft.Now.MoveTo(draft.Now.NextCharacter));

    static void End(EditState draft) =>
        draft.Change(draft.Ghost is { Length: > 0 } ghost ? draft.Now.Insert(ghost) : draft.Now.MoveTo(draft.Now.LineEnd));
}
