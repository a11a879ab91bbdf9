namespace Host.Editor;

/// <summary>All that the editor asks about the text in it. It knows no language itself.</summary>
/// <param name="Highlight">Stretches with their styles, in order and without overlap.</param>
/// <param name="Complete">What may stand at the caret.</param>
/// <param name="State">Whether Enter ends the text or starts another line.</param>
sealed record Advice(Func<string, IReadOnlyList<Styled>> Highlight, Func<string, int, Menu> Complete, Func<string, TextState> State)
{
    public static Advice None { get; } = new(_ => [], (_, caret) => new Menu(caret, [], null), _ => TextState.Finished);
}

/// <summary>How a text stands when Enter is pressed.</summary>
enum TextState
{
    Finished,

    /// <summary>Something must follow; a blank line gives up on it.</summary>
    Unfinished,

    /// <summary>A block is open that may hold blank lines.</summary>
    InBlock,
}

/// <summary>A stretch of text and how it looks: parameters of the ECMA-48 sequence SGR, such as <c>1;36</c>.</summary>
readonly record struct Styled(int Start, int Length, string Style);

/// <summary>What may stand at the caret.</summary>
/// <param name="Start">Where the word begins that a choice replaces; it ends at the caret.</param>
/// <param name="Note">A line to show below, whether or not there are choices.</param>
sealed record Menu(int Start, IReadOnlyList<Choice> Choices, string? Note)
{
    /// <summary>What is still being found out; it takes this menu's place if no key was pressed meanwhile.</summary>
    public Task<Menu>? Later { get; init; }

    /// <summary>Its choices are words that stand between blanks.</summary>
    public bool Words { get; init; }
}

/// <param name="Text">What is inserted.</param>
/// <param name="Kind">A word or two beside it.</param>
sealed record Choice(string Text, string Kind, string Doc)
{
    /// <summary>Finds out what there is to say when the choice is first shown; null when <see cref="Doc"/> says it.</summary>
    public Lazy<string>? Explained { get; init; }

    public string Says => Explained?.Value ?? Doc;
}
