using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime;

namespace Dsl.Binding;

/// <summary>Where in a script a remedy of Runtime goes.</summary>
static class Remedies
{
    public static IEnumerable<Fix> Of(Complaint complaint, ArgumentSpans places, Step step, string source) =>
        complaint.Remedies.Select(r => new Fix(Title(r, source, places.Of(complaint)), [.. Edits(r, places.Of(complaint), step, source)]));

    static string Title(Remedy remedy, string source, Span about) =>
        remedy.Before is { } before ? $"Put `{before}` before this step."
        : remedy.Further is { } further ? $"Add `{further}`."
        : remedy.Instead is { Length: > 0 } instead ? $"Write `{instead}`."
        : $"Leave `{source.Substring(about.Start, about.Length)}` out.";

    static IEnumerable<Edit> Edits(Remedy remedy, Span about, Step step, string source)
    {
        if (remedy.Before is { } before) yield return new Edit(new Span(step.Span.Start, 0), before + Separator(step, source));
        if (remedy.Instead is { Length: > 0 } instead) yield return new Edit(about, instead);
        if (remedy.Instead is { Length: 0 }) yield return new Edit(Cut.Item(about, source), "");
        if (remedy.Further is { } further) yield return new Edit(new Span(step.ArgumentsEnd, 0), " " + further);
    }

    /// <summary>What ends a step that is put before this one.</summary>
    static string Separator(Step step, string source) =>
        step.Span.Start == 0 || source[step.Span.Start - 1] is '\n' or '\uFEFF' ? "\n" : " | ";
}
