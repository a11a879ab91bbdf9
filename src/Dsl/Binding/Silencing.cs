using Dsl.Diagnostics;
using Dsl.Syntax;

namespace Dsl.Binding;

/// <summary>Warnings that a script says are meant: <c># ok: unscaled, unused</c> on the line of the step.</summary>
static class Silencing
{
    const string Mark = "ok:";

    public static IEnumerable<Diagnostic> Of(IEnumerable<Diagnostic> diagnostics, Script script) =>
        diagnostics.Where(d => d.IsError || d.Span is not { } span || !IsMeant(d.Code, span, script));

    static bool IsMeant(string code, Span span, Script script) => script.Items
        .Where(i => i.Comments.Count > 0 && i.Span.Start <= span.Start && span.Start < i.Span.End)
        .SelectMany(i => i.Comments)
        .Any(c => Codes(c).Contains(code));

    static string[] Codes(Comment comment)
    {
        var text = comment.Text.TrimStart('#').TrimStart();
        return text.StartsWith(Mark, StringComparison.Ordinal) ? text[Mark.Length..].Split([',', ' '], StringSplitOptions.RemoveEmptyEntries) : [];
    }
}
