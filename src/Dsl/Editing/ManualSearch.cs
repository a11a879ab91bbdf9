using System.Text;
using Dsl.Diagnostics;
using Runtime;

namespace Dsl.Editing;

/// <summary>Operators by what they do: names count most, then keywords, then what is said of them and of their arguments.</summary>
public static class ManualSearch
{
    /// <summary>The operators that all words fit, best first; empty when there is none.</summary>
    public static IReadOnlyList<Signature> Find(string words, NamedList<Signature> operators) =>
    [
        .. operators
            .Select(o => (Operator: o, Fits: Words(words).Select(w => Fit(o, w)).ToArray()))
            .Where(o => o.Fits.Length > 0 && o.Fits.All(f => f > 0))
            .OrderByDescending(o => o.Fits.Sum())
            .ThenBy(o => o.Operator.Name, StringComparer.Ordinal)
            .Select(o => o.Operator),
    ];

    /// <summary>What is found, at most 80 columns wide.</summary>
    public static string Show(IReadOnlyList<Signature> found)
    {
        var (text, widest) = (new StringBuilder(), found.Max(o => o.Name.Length));
        foreach (var op in found)
        {
            var name = op.Name;
            foreach (var line in DiagnosticText.Wrap(op.Doc, 80 - widest - 4))
            {
                text.Append("  ").Append(name.PadRight(widest)).Append("  ").Append(line).Append('\n');
                name = "";
            }
        }
        return text.ToString();
    }

    static int Fit(Signature op, string word) =>
        op.Name.Split(' ', '_').Contains(word) ? 100
        : op.Name.Contains(word, StringComparison.OrdinalIgnoreCase) ? 50
        : Words(op.Keywords).Any(k => k.StartsWith(word, StringComparison.Ordinal) || word.StartsWith(k, StringComparison.Ordinal) && k.Length > 3) ? 20
        : Has(op.Doc, word) ? 10
        : op.Parameters.Any(p => p.Name.Contains(word, StringComparison.OrdinalIgnoreCase) || p.Choices.Contains(word)) ? 6
        : op.Parameters.Any(p => Has(p.Doc, word)) ? 3
        : 0;

    static bool Has(string doc, string word) => Words(doc).Any(w => w.StartsWith(word, StringComparison.Ordinal));

    static string[] Words(string text) => text.ToLowerInvariant().Split([' ', ',', '.', ';', ':', '`', '(', ')', '-', '*', '/'], StringSplitOptions.RemoveEmptyEntries);
}
