namespace Runtime.Expressions;

/// <summary>What is wrong with a part of an expression.</summary>
/// <param name="Instead">What to write in place of the part; null when nothing is likely.</param>
public sealed record Mistake(Expression About, string Text, string? Hint, string? Instead = null)
{
    public MistakeKind Kind { get; init; }
}

/// <summary>What kind of thing is wrong.</summary>
public enum MistakeKind
{
    /// <summary>The parts do not go together.</summary>
    Form,
    UnknownName,
    UnknownFunction,
    UnknownFigure,
}
