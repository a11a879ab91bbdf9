using Runtime;

namespace Dsl.Binding;

/// <summary>What a script is read with.</summary>
public sealed record LanguageOptions
{
    /// <summary>What paths in the script are relative to.</summary>
    public string ScriptFolder { get; init; } = ".";

    /// <summary>What paths in <see cref="Settings"/> are relative to.</summary>
    public string WorkingFolder { get; init; } = ".";

    /// <summary>Values for the script's parameters: <c>--set NAME=VALUE</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>The operators that a step may call.</summary>
    public NamedList<Signature> Operators { get; init; } = Catalog.Operators;

    /// <summary>Names of operators that exist but may not be looked at: what their steps do is not known.</summary>
    public IReadOnlySet<string> Unseen { get; init; } = new HashSet<string>();

    /// <summary>Nobody has trusted the script: of code that lies outside its folder nothing is compiled, and nothing shown.</summary>
    public bool Confined { get; init; }

    /// <summary>How many rows a `load` may bring, when a script is tried on a part of its data.</summary>
    public int? RowLimit { get; init; }

    /// <summary>What the heads of files say; one that is kept reads each of them once.</summary>
    public Headers Headers { get; init; } = new();

    /// <summary>More steps are going to follow, so that a name which none has used yet is nothing to warn of.</summary>
    public bool GoesOn { get; init; }

    /// <summary>What is there before the first step: nothing, or what a session has made so far.</summary>
    public Shape Start { get; init; } = Shape.Empty;
}
