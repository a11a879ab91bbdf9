using System.Text;
using Runtime;
using Runtime.Expressions;

namespace Dsl.Editing;

/// <summary>
/// Operators and functions by what they do: names count most, then keywords, then what is said of them and of their arguments.
/// </summary>
public static class ManualSearch
{
    /// <summary>Words of a question that say nothing of what is looked for.</summary>
    static readonly string[] Filling =
        ["a", "an", "the", "at", "of", "to", "in", "on", "by", "with", "for", "how", "do", "i", "my", "from", "and"];

    /// <summary>Those that all words fit, best first; empty when there is none.</summary>
    public static IReadOnlyList<(string Name, string Doc)> Find(string words, NamedList<Signature> operators)
    {
        string[] asked = [.. Words(words).Except(Filling)];
        return
        [
            .. operators.Select(o => (o.Name, o.Doc, Fits: Array.ConvertAll(asked, w => Fit(o, w))))
                .Concat(FunctionCatalog.Functions.Select(f => (Name: f.Name + "()", f.Doc, Fits: Array.ConvertAll(asked, w => Fit(f, w)))))
                .Where(o => o.Fits.Length > 0 && o.Fits.All(f => f > 0))
                .OrderByDescending(o => o.Fits.Sum())
                .ThenBy(o => o.Name, StringComparer.Ordinal)
                .Select(o => (o.Name, o.Doc)),
        ];
    }

    /// <summary>What is found, at most 80 columns wide.</summary>
    public static string Show(IReadOnlyList<(string Name, string Doc)> found)
    {
        var (text, widest) = (new StringBuilder(), found.Max(o => o.Name.Length));
        foreach (var (name, doc) in found) ManualText.Entry(text, name, widest, doc);
        return text.ToString();
    }

    static int Fit(Signature op, string word) =>
        op.Name == word ? 101
        : op.Name.Split(' ', '_').Contains(word) ? 100
        : op.Name.Contains(word, StringComparison.OrdinalIgnoreCase) ? 50
        : Others(op).Any(n => Spelling.AreSame(n, word)) ? 40
        : Words(op.Keywords).Any(k => IsLike(k, word)) || Others(op).SelectMany(Words).Any(k => IsLike(k, word)) ? 20
        : op.Category.Equals(word, StringComparison.OrdinalIgnoreCase) ? 15
        : Has(op.Doc, word) ? 10
        : op.Parameters.Any(p => p.Name.Contains(word, StringComparison.OrdinalIgnoreCase) || p.Choices.Contains(word)) ? 6
        : op.Parameters.Any(p => Has(p.Doc, word)) ? 3
        : 0;

    /// <summary>What it, and what it comes nearest to, is called elsewhere.</summary>
    static IEnumerable<string> Others(Signature op) => op.AlsoCalled.SelectMany(n => n.Names).Concat(op.InsteadOf.SelectMany(n => n.Names));

    /// <summary>Behind operators that fit as well: a step does more than a part of one.</summary>
    static bool IsLike(string keyword, string word) =>
        keyword.StartsWith(word, StringComparison.Ordinal) || word.StartsWith(keyword, StringComparison.Ordinal) && keyword.Length > 3;

    static int Fit(Function function, string word) =>
        function.Name == word ? 99
        : function.Name.Contains(word, StringComparison.Ordinal) ? 49
        : function.AlsoCalled.Any(n => Spelling.AreSame(n, word)) ? 39
        : Has(function.Doc, word) ? 9
        : word is "string" or "strings" && function.Parameters is [{ Type: ExpressionType.Text }, ..] ? 8
        : 0;

    static bool Has(string doc, string word) => Words(doc).Any(w => w.StartsWith(word, StringComparison.Ordinal));

    static string[] Words(string text) =>
        text.ToLowerInvariant().Split([' ', ',', '.', ';', ':', '`', '(', ')', '-', '*', '/', '_'], StringSplitOptions.RemoveEmptyEntries);
}
