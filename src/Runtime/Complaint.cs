using Runtime.Expressions;

namespace Runtime;

/// <summary>What is wrong with a step, and what to do.</summary>
/// <param name="Argument">The property at fault; null for the whole step.</param>
/// <param name="Text">What is wrong: names in back-ticks, ends with a period.</param>
/// <param name="Hint">What to do, as an imperative that ends with a period.</param>
public sealed record Complaint(DiagnosticCode Code, string? Argument, string Text, string? Hint = null)
{
    /// <summary>Which of the argument's values.</summary>
    public int Index { get; init; }

    public string Title { get; init; } = Code.Title;

    public bool IsError => Code.Severity == Severity.Error;

    /// <summary>The part of an expression that it is about: whoever read the expression knows where it stands.</summary>
    public Expression? About { get; init; }

    /// <summary>The exact place in the script, when the operator knows it.</summary>
    public (int Start, int Length)? At { get; init; }

    /// <summary>What would put it right, each by itself.</summary>
    public IReadOnlyList<Remedy> Remedies { get; init; } = [];

    /// <summary>What is wrong with an expression that an argument holds.</summary>
    public static Complaint Of(Mistake mistake, string argument, int index = 0) =>
        new(ContractCodes.Of(mistake.Kind), argument, mistake.Text, mistake.Hint)
        {
            Index = index,
            About = mistake.About,
            Remedies = mistake.Instead is { } instead ? [new() { Instead = instead }] : [],
        };
}

/// <summary>What would put a step right, in words of a script. Whoever read the step knows where they go.</summary>
public sealed record Remedy
{
    /// <summary>What to write in place of what the complaint is about; nothing leaves it out.</summary>
    public string? Instead { get; init; }

    /// <summary>A step to put before this one.</summary>
    public string? Before { get; init; }

    /// <summary>An argument to add to the step.</summary>
    public string? Further { get; init; }

    /// <summary>The name that was most likely meant, if there is one.</summary>
    public static Remedy[] DidYouMean(string written, IEnumerable<string> names) =>
        Spelling.Nearest(written, names) is { } near ? [new() { Instead = Notation.Name(near) }] : [];
}
