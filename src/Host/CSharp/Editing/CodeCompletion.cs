using Host.Editor;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;

namespace Host.CSharp.Editing;

/// <summary>Roslyn's completion in the text of a block.</summary>
sealed class CodeCompletion
{
    /// <summary>As many as a menu shows at first are explained while the person still waits for the menu.</summary>
    const int ShownFirst = 8;

    static readonly string[] OfEveryObject = ["Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone"];

    /// <summary>What is likeliest meant comes first.</summary>
    static readonly string[] Order = ["Local", "Parameter", "RangeVariable", "EnumMember", "Property", "Field", "Method", "ExtensionMethod",
        "Keyword"];

    readonly BlockProject project = new();

    /// <summary>Loads it, and lets it answer once, since the first answer takes seconds.</summary>
    public static async Task<CodeCompletion> Start()
    {
        var started = new CodeCompletion();
        const string Try = "Numbers(\"x\").Av";
        foreach (var choice in (await started.At(Try, Try.Length, ".").ConfigureAwait(false)).Choices) _ = choice.Says;
        return started;
    }

    /// <param name="folder">What paths in the code are relative to.</param>
    public async Task<Menu> At(string code, int caret, string folder)
    {
        var (document, offset) = project.Document(code, folder);
        var service = CompletionService.GetService(document)!;
        var list = await service.GetCompletionsAsync(document, offset + caret).ConfigureAwait(false);
        var signature = await Signatures.Around(document, offset + caret).ConfigureAwait(false);
        var start = Math.Clamp(list.Span.Start - offset, 0, caret);
        if (list.ItemsList.Count == 0) return new Menu(caret, [], signature);
        var choices = Fitting(list.ItemsList, code[start..caret], IsMember(code, start)).Select(i => ChoiceOf(service, document, i))
            .ToList();
        Parallel.ForEach(choices.Take(ShownFirst), c => _ = c.Says);
        return new Menu(start, choices, signature);
    }

    static bool IsMember(string code, int start) => code.AsSpan(0, start).TrimEnd() is [.., '.'];

    static List<CompletionItem> Fitting(IEnumerable<CompletionItem> items, string written, bool member)
    {
        // What needs a `using` first would be written as a change elsewhere in the text.
        var all = items.Where(i => !i.IsComplexTextEdit && (member || !OfEveryObject.Contains(i.DisplayText)))
            .DistinctBy(i => i.DisplayText)
            .OrderByDescending(i => i.Rules.MatchPriority).ThenBy(Rank).ThenBy(i => i.SortText, StringComparer.OrdinalIgnoreCase).ToList();
        // In the open, before a letter is typed: what the block itself knows, rather than all of .NET.
        if (written.Length == 0)
            return member ? all : all.FindAll(i => Rank(i) < Array.IndexOf(Order, "ExtensionMethod")) is { Count: > 0 } own ? own : all;
        var starting = all.FindAll(i => i.FilterText.StartsWith(written, StringComparison.OrdinalIgnoreCase));
        return starting.Count > 0 ? starting : all.FindAll(i => i.FilterText.Contains(written, StringComparison.OrdinalIgnoreCase));
    }

    static int Rank(CompletionItem item) => Array.FindIndex(Order, o => item.Tags.Contains(o)) is >= 0 and var place ? place : Order.Length;

    static Choice ChoiceOf(CompletionService service, Document document, CompletionItem item)
    {
        var kind = item.Tags is [var first, ..] ? Kind(first) : "";
        return new Choice(item.DisplayTextSuffix == ":" ? item.DisplayText + ":" : item.DisplayText, kind, "")
        {
            Explained = new Lazy<string>(
                () => CodeExplanation.Of(service.GetDescriptionAsync(document, item).GetAwaiter().GetResult(), kind)),
        };
    }

    /// <summary><c>ExtensionMethod</c> → <c>method</c>, as a person says it.</summary>
    static string Kind(string tag) => tag switch
    {
        "ExtensionMethod" => "method",
        "EnumMember" => "choice",
        "Local" or "RangeVariable" => "variable",
        _ => tag.ToLowerInvariant(),
    };
}
