namespace Host.Editor;

/// <summary>A menu that hangs below the text, and which of its choices is taken for the moment.</summary>
/// <param name="Before">The text as it was when the menu opened.</param>
sealed record OpenMenu(Menu Menu, Buffer Before)
{
    const int Rows = 8;

    /// <summary>−1 while none is.</summary>
    public int Taken { get; private init; } = -1;

    public OpenMenu Next(int step)
    {
        var count = Menu.Choices.Count;
        return this with { Taken = Taken < 0 ? (step > 0 ? 0 : count - 1) : (Taken + step + count) % count };
    }

    /// <summary>The text with the choice in place.</summary>
    public Buffer Text => Taken < 0 ? Before : Put(Menu.Choices[Taken].Text);

    /// <summary>The text with as much as all choices have in common.</summary>
    public Buffer Common()
    {
        var common = Menu.Choices[0].Text;
        foreach (var choice in Menu.Choices) common = common[..common.AsSpan().CommonPrefixLength(choice.Text)];
        var written = Before.Text[Menu.Start..Before.Caret];
        return common.Length > written.Length && common.StartsWith(written, StringComparison.OrdinalIgnoreCase) ? Put(common) : Before;
    }

    /// <summary>A space follows what is whole, so that one can go on writing.</summary>
    public Buffer Put(string text) => Before.DeleteTo(Menu.Start).Insert(text);

    public void AddTo(Frame frame, Screen screen)
    {
        var first = Math.Clamp(Taken - Rows / 2, 0, Math.Max(0, Menu.Choices.Count - Rows));
        var shown = Menu.Choices.Skip(first).Take(Rows).ToList();
        var (text, kind) = (shown.Select(c => c.Text.Length).DefaultIfEmpty().Max(),
            shown.Select(c => c.Kind.Length).DefaultIfEmpty().Max());
        for (var i = 0; i < shown.Count; i++)
        {
            var taken = first + i == Taken;
            var row = $"{(taken ? "›" : " ")} {shown[i].Text.PadRight(text)}  {shown[i].Kind.PadRight(kind)}  {shown[i].Says}".TrimEnd();
            frame.AddRow(row, t => screen.Paint(t, taken ? "7" : ""));
        }
        if (shown.Count < Menu.Choices.Count)
            frame.AddRow($"  {first + 1}–{first + shown.Count} of {Menu.Choices.Count}", t => screen.Paint(t, "2"));
        if (Menu.Note is { } note) frame.AddRow("  " + note, t => screen.Paint(t, "2"));
    }
}
