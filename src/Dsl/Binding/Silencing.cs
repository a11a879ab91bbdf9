using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime;

namespace Dsl.Binding;

/// <summary>Warnings that a script says are meant: <c># ok: unscaled, unused</c> on the line of the step.</summary>
static class Silencing
{
    const string Mark = "ok:";

    /// <summary>Those that are not meant; each warning with what would say that it is.</summary>
    public static IEnumerable<Diagnostic> Of(IEnumerable<Diagnostic> diagnostics, Script script, string source)
    {
        foreach (var diagnostic in diagnostics)
        {
            var items = diagnostic is { IsError: false, Span: { } span }
                ? script.Items.Where(i => i.Span.Start <= span.Start && span.Start < i.Span.End) : [];
            var comments = items.SelectMany(i => i.Comments).ToArray();
            if (comments.Any(c => Codes(c).Contains(diagnostic.Code.Name))) continue;
            yield return items.FirstOrDefault() is { } item ? diagnostic.With(Silence(diagnostic.Code, item, comments, source))
                : diagnostic;
        }
    }

    static IEnumerable<Fix> Silence(DiagnosticCode code, Item item, Comment[] comments, string source)
    {
        var title = $"Say that it is meant: `# {Mark} {code.Name}`.";
        if (comments.FirstOrDefault(c => Codes(c).Length > 0) is { } said) yield return Fix.Insert(said.Span.End, $", {code.Name}", title);
        else if (comments.Length == 0)
        {
            var end = source.IndexOf('\n', item.Span.End) is >= 0 and var line ? line : source.Length;
            yield return Fix.Insert(source[..end].TrimEnd('\r').Length, $"  # {Mark} {code.Name}", title);
        }
    }

    static string[] Codes(Comment comment)
    {
        var text = comment.Text.TrimStart('#').TrimStart();
        return text.StartsWith(Mark, StringComparison.Ordinal)
            ? text[Mark.Length..].Split([',', ' '], StringSplitOptions.RemoveEmptyEntries) : [];
    }
}
