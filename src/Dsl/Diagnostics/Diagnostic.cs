namespace Dsl.Diagnostics;

public enum Severity
{
    Error,
    Warning,
}

/// <summary>What is wrong, where, and what to do.</summary>
/// <param name="Code">A short word for programs that never changes: <c>unknown-argument</c>.</param>
/// <param name="Span">Where in the script; null when it is not in the script (a setting).</param>
/// <param name="Title">Two or three words.</param>
/// <param name="Text">A sentence, names in back-ticks.</param>
/// <param name="Hint">What to do, as an imperative.</param>
public sealed record Diagnostic(Severity Severity, string Code, Span? Span, string Title, string Text, string? Hint = null)
{
    public bool IsError => Severity == Severity.Error;

    internal static Diagnostic Error(string code, Span? span, string title, string text, string? hint = null) =>
        new(Severity.Error, code, span, title, text, hint);
}
