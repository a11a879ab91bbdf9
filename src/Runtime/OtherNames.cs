namespace Runtime;

/// <summary>
/// What an operator, or an argument, is called by people who come from pandas, polars, scikit-learn, R, SQL, KQL or Nushell. Read
/// only when a name is not found.
/// </summary>
/// <param name="names">Compared without capitals, blanks and the signs that join words.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true)]
public sealed class AlsoCalledAttribute(params string[] names) : Attribute
{
    public IReadOnlyList<string> Names => names;

    /// <summary>What to write where the name alone would not do: <c>scale standard</c>. What the step has stands for <c>{}</c>.</summary>
    public string? As { get; init; }

    /// <summary>The names are of this value of the argument, not of the argument.</summary>
    public string? Value { get; init; }

    /// <summary>What to write for as many values as a form has places for (<see cref="StepForm"/>), before <see cref="As"/>.</summary>
    public string[] Forms { get; init; } = [];

    /// <summary>What is true there is false here: <c>ascending</c> and <c>descending</c>.</summary>
    public bool Opposite { get; init; }
}

/// <summary>What people look for and there is not: this operator comes nearest.</summary>
/// <param name="what">To follow "there is no": <c>t-SNE</c>.</param>
/// <param name="names">As of <see cref="AlsoCalledAttribute"/>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class InsteadOfAttribute(string what, params string[] names) : Attribute
{
    public string What => what;

    public IReadOnlyList<string> Names => names;

    /// <summary>As of <see cref="AlsoCalledAttribute"/>; the first stands where none fits.</summary>
    public string[] Forms { get; init; } = [];
}

/// <summary>An argument, or a word of a choice, that people look for and there is not: what does what it would.</summary>
/// <param name="names">As of <see cref="AlsoCalledAttribute"/>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true)]
public sealed class LacksAttribute(params string[] names) : Attribute
{
    public IReadOnlyList<string> Names => names;

    /// <summary>
    /// The step to write, for as many values as a form has places for, what the argument is given being the last of them; of a choice,
    /// the words to write.
    /// </summary>
    public string[] Forms { get; init; } = [];

    /// <summary>What these come to, to follow a colon.</summary>
    public string? Why { get; init; }
}

/// <summary>What a name that is not there was meant for.</summary>
/// <param name="Write">What to write in its place.</param>
/// <param name="Signature">The operator, or the one that comes nearest.</param>
/// <param name="Lacking">What there is not, when that is so.</param>
public sealed record MeantOperator(string Write, Signature Signature, string? Lacking = null)
{
    public IReadOnlyList<string> Forms { get; init; } = [];

    /// <summary>The step to write with these values; null when no form has places for just them.</summary>
    public string? Filled(IReadOnlyList<(string Text, bool IsLiteral)> values) =>
        Forms.Select(f => StepForm.Fill(f, values)).FirstOrDefault(f => f is not null);

    /// <summary>Somebody gives it just this name; it is no slip of another.</summary>
    public bool IsCalled(string written) => Lacking is not null || Spelling.AreSame(Signature.Name, written)
        || Signature.AlsoCalled.Any(n => n.Names.Any(o => Spelling.AreSame(o, written)));
}

/// <summary>Finds what is meant by a name that is called otherwise here: an other name comes before a slip of spelling.</summary>
public static class OtherNames
{
    /// <summary>So short a word is a slip of many: that there is no such thing is not said of it.</summary>
    const int MostShort = 3;

    /// <summary>Of two letters one that is wrong is half of the word: `ls` is no slip of `cs`.</summary>
    const int LeastSlip = 3;

    public static MeantOperator? Operator(string written, IEnumerable<Signature> known)
    {
        var all = known.SelectMany(All).ToArray();
        return Exact(written, all) ?? Near(written, all)
            ?? all.FirstOrDefault(m => m.Meant.Lacking is null && m.Name.StartsWith(written + ' ', StringComparison.Ordinal)).Meant;
    }

    /// <summary>Only by a name that somebody gives to it, not by a likeness.</summary>
    public static MeantOperator? Called(string written, IEnumerable<Signature> known) => Exact(written, [.. known.SelectMany(All)]);

    /// <summary>The argument of another name.</summary>
    public static (ParameterSignature Parameter, AlsoCalledAttribute? Name)? Argument(string written, Signature signature)
    {
        foreach (var parameter in signature.Parameters)
            if (Spelling.AreSame(parameter.Name, written)) return (parameter, null);
        foreach (var parameter in signature.Parameters)
            if (parameter.AlsoCalled.FirstOrDefault(n => n.Value is null && n.Names.Any(o => Spelling.AreSame(o, written))) is { } name)
                return (parameter, name);
        return null;
    }

    /// <summary>The word of a choice that another word stands for. Another number is no slip: `q50` is none of `q05`.</summary>
    public static string? Choice(string written, ParameterSignature parameter)
    {
        var others = parameter.AlsoCalled.Where(n => n.Value is not null).ToArray();
        return parameter.Choices.FirstOrDefault(c => Spelling.AreSame(c, written))
            ?? others.FirstOrDefault(n => n.Names.Any(o => Spelling.AreSame(o, written)))?.Value
            ?? (written.Any(char.IsDigit) ? null : Spelling.Nearest(written, parameter.Choices))
            ?? (Spelling.Nearest(written, others.SelectMany(n => n.Names)) is { } near
                ? others.First(n => n.Names.Contains(near)).Value : null);
    }

    static MeantOperator? Exact(string written, (string Name, MeantOperator Meant)[] all)
    {
        var key = Spelling.Key(written);
        return all.FirstOrDefault(m => Spelling.Key(m.Name) == key).Meant;
    }

    /// <summary>Of names that are as near an operator's own comes first: `scater` is `scatter`, not the `scaler` of others.</summary>
    static MeantOperator? Near(string written, (string Name, MeantOperator Meant)[] all)
    {
        if (written.Length < LeastSlip) return null;
        var known = all.Where(m => m.Meant.Lacking is null || written.Length > MostShort)
            .OrderByDescending(m => m.Name == m.Meant.Signature.Name);
        return Spelling.Nearest(written, known.Select(m => m.Name)) is { } near ? all.First(m => m.Name == near).Meant : null;
    }

    /// <summary>Its own name first.</summary>
    static IEnumerable<(string Name, MeantOperator Meant)> All(Signature op) =>
    [
        (op.Name, new(op.Name, op)),
        .. op.AlsoCalled.SelectMany(n => n.Names.Select(name => (name, new MeantOperator(n.As ?? op.Name, op) { Forms = n.Forms }))),
        .. op.InsteadOf.SelectMany(n => n.Names.Select(name => (name, new MeantOperator(op.Name, op, n.What) { Forms = n.Forms }))),
    ];
}
