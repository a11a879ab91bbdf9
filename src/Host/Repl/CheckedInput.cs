using Dsl;
using Dsl.Diagnostics;
using Dsl.Editing;
using Dsl.Syntax;

namespace Host.Repl;

/// <summary>A text typed into a session, checked against what the session has made.</summary>
sealed class CheckedInput
{
    readonly int offset;

    CheckedInput(Plan plan, SourceText source, int offset) => (Plan, Source, this.offset) = (plan, source, offset);

    /// <summary>Holds the session's parameters before the text; its steps are the text's alone.</summary>
    public Plan Plan { get; }

    /// <summary>The text alone.</summary>
    public SourceText Source { get; }

    /// <param name="folder">What paths in the text are relative to.</param>
    /// <param name="check">Turns text into a plan: what a person types may do everything, what comes out of a file may not.</param>
    public static CheckedInput Of(
        Session session, SourceText source, HostContext host, string folder, Func<SourceText, LanguageOptions, Plan> check)
    {
        var declared = string.Concat(session.Entries.Where(e => e.Item is Declaration).Select(e => e.Text + "\n"));
        var plan = check(new SourceText(source.Name, declared + source.Text), new LanguageOptions
        {
            ScriptFolder = folder,
            WorkingFolder = host.WorkingFolder,
            Headers = host.Headers,
            Start = session.Study.Shape,
            GoesOn = true,
        });
        return new CheckedInput(plan, source, declared.Length);
    }

    public IEnumerable<Diagnostic> Diagnostics =>
        Plan.Diagnostics.Where(d => d.Span is null || d.Source is not null || d.Span.Start >= offset).Select(Placed);

    /// <summary>A diagnostic of the plan at its place in the text.</summary>
    public Diagnostic Placed(Diagnostic diagnostic) =>
        diagnostic is not { Span: { } span, Source: null } ? diagnostic
            : diagnostic with { Span = new Span(Math.Max(0, span.Start - offset), span.Length) };

    /// <summary>The values of the parameters that a step names, and of all where it holds code, which may read any.</summary>
    public string ParametersOf(string step) => string.Join(' ', Plan.Parameters
        .Where(p => step.Contains("$" + p.Name) || step.Contains(Fence.Mark)).Select(p => $"{p.Name}={p.Value}").Append($"{Plan.Seed}"));

    /// <summary>The items of the text, each with what is typed up to the next one.</summary>
    public IReadOnlyList<(Item Item, string Text)> Items
    {
        get
        {
            var items = Plan.Script.Items.Where(i => i.Span.Start >= offset).ToList();
            return [.. items.Select((item, i) => (item, TextOf(items, i)))];
        }
    }

    string TextOf(List<Item> items, int i)
    {
        var start = i == 0 ? 0 : items[i].Span.Start - offset;
        var end = i + 1 < items.Count ? items[i + 1].Span.Start - offset : Source.Text.Length;
        var text = Source.Text[start..end].Trim();
        var lastLine = text[(text.LastIndexOf('\n') + 1)..];
        return text.EndsWith('|') && !lastLine.Contains('#') ? text.TrimEnd('|').TrimEnd() : text;
    }
}
