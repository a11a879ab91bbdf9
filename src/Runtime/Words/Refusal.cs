namespace Runtime.Words;

/// <summary>A step cannot go on: what is wrong and what to do, for the person who wrote the script.</summary>
/// <remarks>Any other exception that leaves an operator is a bug of ours.</remarks>
/// <param name="text">What is wrong: names in back-ticks, no "you", ends with a period.</param>
/// <param name="hint">What to do, as an imperative that ends with a period.</param>
public sealed class Refusal(string text, string? hint = null) : Exception(Ticks.Single(text))
{
    public string Text => Message;

    public string? Hint { get; } = hint is null ? null : Ticks.Single(hint);

    /// <summary>The name of a diagnostic code of its own, when it has one.</summary>
    public string? Kind { get; init; }

    /// <summary>The C# name of the operator's property at fault, when it is one argument's.</summary>
    public string? Argument { get; init; }

    /// <summary>The exact place in the script, when the operator knows it.</summary>
    public (int Start, int Length)? At { get; init; }
}
