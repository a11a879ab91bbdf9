namespace Host.Editor;

/// <summary>A menu that hangs below the text, and which of its choices is taken for the moment.</summary>
/// <param name="Before">The text as it was when the menu opened.</param>
sealed record OpenMenu(Menu Menu, Buffer Before)
{
    const int MostRows = 8;

    /// <summary>Docs up to this length stand beside their choice on any usual screen.</summary>
    const int ShortDoc = 40;

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

    /// <summary>The text with the only choice; a blank follows a word that is whole, so that one can go on writing.</summary>
    public Buffer Whole()
    {
        var put = Put(Menu.Choices[0].Text);
        var spaced = Menu.Words && put.Caret == put.Text.Length && (char.IsLetterOrDigit(put.Text[^1]) || "`\")*".Contains(put.Text[^1]));
        return spaced ? put.Insert(" ") : put;
    }

    Buffer Put(string text) => Before.DeleteTo(Menu.Start).Insert(text);

    public void AddTo(Frame frame, Screen screen)
    {
        Rows(frame, screen);
        foreach (var note in Notes()) frame.AddWrapped("  ", note, t => screen.Paint(t, "2"));
    }

    /// <summary>What is said below: of the choice that is taken, where its row may not hold it, and of the place.</summary>
    IEnumerable<string> Notes()
    {
        if (Taken >= 0 && Menu.Choices[Taken].Says is { Length: > ShortDoc } says) yield return says;
        if (Menu.Note is { } note) yield return note;
    }

    void Rows(Frame frame, Screen screen)
    {
        var first = Math.Clamp(Taken - MostRows / 2, 0, Math.Max(0, Menu.Choices.Count - MostRows));
        var shown = Menu.Choices.Skip(first).Take(MostRows).ToList();
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
    }
}
