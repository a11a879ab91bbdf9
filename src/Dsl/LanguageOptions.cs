using Runtime;

namespace Dsl;

/// <summary>What a script is read with.</summary>
public sealed record LanguageOptions
{
    /// <summary>What paths in the script are relative to.</summary>
    public string ScriptFolder { get; init; } = ".";

    /// <summary>What paths in <see cref="Settings"/> are relative to.</summary>
    public string WorkingFolder { get; init; } = ".";

    /// <summary>Values for the script's parameters: <c>--set NAME=VALUE</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>How many rows a `load` may bring, when a script is tried on a part of its data.</summary>
    public int? RowLimit { get; init; }

    /// <summary>What is there before the first step: nothing, or what a session has made so far.</summary>
    public Shape Start { get; init; } = Shape.Empty;
}
