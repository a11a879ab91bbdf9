using Runtime;

namespace Dsl.Diagnostics;

/// <summary>What is wrong, where, and what to do.</summary>
/// <param name="Span">Where in the script; null when it is not in the script (a setting).</param>
/// <param name="Text">A sentence, names in back-ticks.</param>
/// <param name="Hint">What to do, as an imperative.</param>
public sealed record Diagnostic(DiagnosticCode Code, Span? Span, string Text, string? Hint = null)
{
    public string Text { get; init => field = Ticks.Single(value); } = Ticks.Single(Text);

    public string? Hint { get; init => field = value is null ? null : Ticks.Single(value); } = Hint is null ? null : Ticks.Single(Hint);

    public Severity Severity { get; init; } = Code.Severity;

    /// <summary>Two or three words.</summary>
    public string Title { get; init; } = Code.Title;

    /// <summary>What does what the hint says, or something as good; one of them is enough.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];

    /// <summary>What its place is in, when that is no script: the file of an own operator.</summary>
    public SourceText? Source { get; init; }

    /// <summary>Other places that it is about.</summary>
    public IReadOnlyList<Related> Related { get; init; } = [];

    public bool IsError => Severity == Severity.Error;

    internal Diagnostic With(params IEnumerable<Fix> fixes) => this with { Fixes = [.. Fixes, .. fixes] };
}

/// <summary>Another place of the script, and what it has to do with it.</summary>
public sealed record Related(Span Span, string Text);
