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

    /// <summary>The columns that later steps read, when the step is about to run; null for all.</summary>
    public ValueList<string>? Wanted { get; init; }

    /// <summary>What the heads of files say.</summary>
    public Headers Headers { get; init; } = new();

    /// <summary>The same surroundings for a check whose complaints nobody is to hear.</summary>
    public CheckContext Unheard() => new() { Previous = Previous, RowLimit = RowLimit, Wanted = Wanted, Headers = Headers };

    public bool Failed => complaints.Exists(c => c.IsError);

    /// <param name="argument">The property at fault (<c>nameof</c>), or null for the whole step.</param>
    /// <param name="text">What is wrong: names in back-ticks, ends with a period.</param>
    /// <param name="hint">What to do, as an imperative that ends with a period.</param>
    public void Refuse(string? argument, string text, string? hint = null) => Add(new(ContractCodes.Refused, argument, text, hint));

    public void Warn(string? argument, string text, string? hint = null) => Add(new(ContractCodes.WorthALook, argument, text, hint));

    /// <summary>A warning of a kind of its own, which a script can silence on its line: <c># ok: CODE</c>.</summary>
    /// <param name="code">Declared beside the operator.</param>
    public void Warn(DiagnosticCode code, string? argument, string text, string hint, params Remedy[] remedies) =>
        Add(new(code, argument, text, hint) { Remedies = remedies });

    public void Add(Complaint complaint) => complaints.Add(complaint);

    /// <summary>Throws the first mistake: for a run that nothing has checked before.</summary>
    public void ThrowIfFailed()
    {
        if (complaints.Find(c => c.IsError) is { } first) throw new Refusal(first.Text, first.Hint) { Argument = first.Argument };
    }
}
