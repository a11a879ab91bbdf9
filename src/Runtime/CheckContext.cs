namespace Runtime;

/// <summary>Collects what is wrong with a step before it runs.</summary>
public sealed class CheckContext
{
    readonly List<Complaint> complaints = [];

    public IReadOnlyList<Complaint> Complaints => complaints;

    /// <summary>The operator of the step right before, if there is one.</summary>
    public Operator? Previous { get; init; }

    /// <summary>How many rows a `load` may bring, when a script is tried on a part of its data.</summary>
    public int? RowLimit { get; init; }

    /// <summary>What the heads of files say.</summary>
    public Headers Headers { get; init; } = new();

    public bool Failed => complaints.Exists(c => c.IsError);

    /// <param name="argument">The property at fault (<c>nameof</c>), or null for the whole step.</param>
    /// <param name="text">What is wrong: names in back-ticks, ends with a period.</param>
    /// <param name="hint">What to do, as an imperative that ends with a period.</param>
    public void Refuse(string? argument, string text, string? hint = null) =>
        complaints.Add(new Complaint(argument, 0, "Step cannot run", text, hint, IsError: true));

    public void Warn(string? argument, string text, string? hint = null) =>
        complaints.Add(new Complaint(argument, 0, "Worth a look", text, hint, IsError: false));

    /// <summary>Throws the first mistake: for a run that nothing has checked before.</summary>
    public void ThrowIfFailed()
    {
        if (complaints.Find(c => c.IsError) is { } first) throw new Refusal(first.Text, first.Hint) { Argument = first.Argument };
    }

    /// <summary>A warning that a script can silence on its line: <c># ok: CODE</c>.</summary>
    /// <param name="code">Short and for good; it has a page in the language's `Pages`.</param>
    /// <param name="title">Two to four words.</param>
    public void Warn(string code, string title, string? argument, string text, string hint) =>
        complaints.Add(new Complaint(argument, 0, title, text, hint, IsError: false) { Code = code });

    public void Add(Complaint complaint) => complaints.Add(complaint);
}

/// <summary>What is wrong with a step: with which argument (and which of its values), and what to do.</summary>
public sealed record Complaint(string? Argument, int Index, string Title, string Text, string? Hint, bool IsError)
{
    /// <summary>A code of its own, for programs; without one it is a refusal or a warning like any other.</summary>
    public string? Code { get; init; }

    /// <summary>The part of an expression that it is about: whoever read the expression knows where it stands.</summary>
    public Expressions.Expression? About { get; init; }

    /// <summary>The exact place in the script, when the operator knows it.</summary>
    public (int Start, int Length)? At { get; init; }
}
