using Dsl.Binding;
using Dsl.Diagnostics;

namespace Dsl.Editing;

/// <summary>What may stand at a place of a script.</summary>
/// <param name="Replaced">The beginning of a word that stands there already.</param>
/// <param name="Note">What is to be written there, when it cannot be listed: an argument's doc.</param>
public sealed record Completions(Span Replaced, IReadOnlyList<Candidate> Candidates, string? Note)
{
    /// <summary>The block around the caret; there are no candidates then.</summary>
    public Fence? Fence { get; init; }
}

/// <summary>Something that may be written.</summary>
/// <param name="Text">What to write.</param>
/// <param name="Kind">What it is, in a word or two: <c>number</c>, <c>labeling</c>.</param>
public sealed record Candidate(string Text, string Kind, string Doc);

/// <summary>What may stand at the caret, from the declarations of the operators and the shape of the study there.</summary>
public static class Completion
{
    /// <param name="files">The paths that a beginning may become; asked only where a file stands.</param>
    /// <param name="values">The values of a column of texts; asked only where one is compared.</param>
    public static Completions At(string text, int caret, LanguageOptions options, Func<string, IEnumerable<string>> files,
        Func<string, IEnumerable<string>>? values = null)
    {
        var site = CaretContext.At(text[..caret], options.Operators);
        if (CaretContext.AtRun(text[..caret], options.Operators) is { Closed: false } run && run.TakesRun) site = run;
        if (site.Closed && site.Fence is null) return new Completions(new Span(caret, 0), [], null);
        var plan = Language.Check(new SourceText("", text[..site.StepStart]), options);
        var shape = plan.Steps is [.., var last] ? last.After : options.Start;
        if (site.Fence is { } mark)
            return new Completions(new Span(caret, 0), [], null) { Fence = Fence.At(text, mark, shape, plan.Parameters) };
        var offered = new Candidates(site, options.Operators, shape, plan.Parameters, files) { ValuesOf = values ?? (_ => []) };
        var ranked = Ranked(offered.All(), site.Prefix);
        if (ranked.Count == 0) ranked = [.. offered.Called()];
        return new Completions(Span.FromTo(site.PrefixStart, caret), ranked, offered.Note);
    }

    /// <summary>Those that start with what is written, else those that hold it; in their own order.</summary>
    static List<Candidate> Ranked(IEnumerable<Candidate> candidates, string prefix)
    {
        var all = candidates.DistinctBy(c => c.Text).ToList();
        if (prefix.Length == 0) return all;
        var starting = all.FindAll(c => Bare(c).StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        return starting.Count > 0 ? starting : all.FindAll(c => Bare(c).Contains(prefix, StringComparison.OrdinalIgnoreCase));
    }

    static string Bare(Candidate candidate) => candidate.Text.TrimStart('`', '"');
}
