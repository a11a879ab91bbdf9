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

    /// <summary>
    /// Those that all words fit, best first, and before them those that somebody calls just so; where no one fits all, those that fit the
    /// most, and half of the words at least; empty when there is none.
    /// </summary>
    public static IReadOnlyList<(string Name, string Doc)> Find(string words, NamedList<Signature> operators)
    {
        string[] asked = [.. Words(words).Except(Filling)];
        var whole = Stems(words);
        var all = operators.Select(o => (o.Name, o.Doc, Phrase: IsPhrase(o, whole), Fits: Array.ConvertAll(asked, w => Fit(o, w))))
            .Concat(FunctionCatalog.Functions.Select(f => (Name: f.Name + "()", f.Doc, Phrase: f.AlsoCalled.Any(n => IsSame(n, whole)),
                Fits: Array.ConvertAll(asked, w => Fit(f, w)))))
            .Where(o => o.Phrase || o.Fits.Any(f => f > 0)).ToArray();
        var found = all.Where(o => o.Phrase || o.Fits.All(f => f > 0)).ToArray();
        var most = found.Length > 0 || all.Length == 0 ? 0 : all.Max(o => o.Fits.Count(f => f >= Clearly));
        if (2 * most >= asked.Length && most > 0) found = [.. all.Where(o => o.Fits.Count(f => f >= Clearly) == most)];
        return
        [
            .. found.OrderByDescending(o => o.Phrase).ThenByDescending(o => o.Fits.Sum()).ThenBy(o => o.Name, StringComparer.Ordinal)
                .Take(most > 0 ? MostNear : int.MaxValue).Select(o => (o.Name, o.Doc)),
        ];
    }

    /// <summary>So well does a word fit what an operator is called or for, not only what is said of it.</summary>
    const int Clearly = 20;

    const int MostNear = 6;

    static bool IsPhrase(Signature op, string[] asked) => asked.Length > 0 && (Others(op).Any(n => IsSame(n, asked))
        || asked.Length > 1 && Spaced(Stems(op.Keywords)).Contains(Spaced(asked), StringComparison.Ordinal));

    static string Spaced(string[] words) => $" {string.Join(' ', words)} ";

    /// <summary>However its words are joined: <c>LabelEncoder</c>, <c>label encoding</c>.</summary>
    static bool IsSame(string name, string[] asked) => string.Concat(Stems(name)) == string.Concat(asked);

    static string[] Stems(string text) => [.. Words(text).Except(Filling).Select(Stem)];

    /// <summary>A word without what it ends with for grammar.</summary>
    static string Stem(string word)
    {
        foreach (var ending in (string[])["ations", "ation", "ings", "ing", "ies", "ers", "er", "ed", "es", "s", "e", "y"])
            if (word.Length - ending.Length >= 4 && word.EndsWith(ending, StringComparison.Ordinal)) return word[..^ending.Length];
        return word;
    }

    /// <summary>What is found.</summary>
    public static string Show(IReadOnlyList<(string Name, string Doc)> found, int width = ManualText.Width)
    {
        var (text, widest) = (new ManualText(width), found.Max(o => o.Name.Length));
        foreach (var (name, doc) in found) text.Entry(name, widest, doc);
        return text.ToString();
    }

    static int Fit(Signature op, string word) => Math.Max(FitOf(op, word), Stem(word) == word ? 0 : FitOf(op, Stem(word)) - 1);

    static int FitOf(Signature op, string word) =>
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
        : Has(function.Doc, word) || Has(function.Doc, Stem(word)) ? 9
        : word is "string" or "strings" && function.Parameters is [{ Type: ExpressionType.Text }, ..] ? 8
        : 0;

    static bool Has(string doc, string word) => Words(doc).Any(w => w.StartsWith(word, StringComparison.Ordinal));

    static string[] Words(string text) =>
        text.ToLowerInvariant().Split([' ', ',', '.', ';', ':', '`', '(', ')', '-', '*', '/', '_'], StringSplitOptions.RemoveEmptyEntries);
}
