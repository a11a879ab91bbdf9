using System.Text.RegularExpressions;

namespace Dsl.Diagnostics;

/// <summary>What there is to choose from is listed once in a run of messages.</summary>
static partial class Repeats
{
    [GeneratedRegex(@" ?The (?<what>other )?(?<noun>[\p{L} ]+) are `.*?(`| more)\.(?= |\z)")]
    static partial Regex Listing { get; }

    public static IEnumerable<Diagnostic> Without(IEnumerable<Diagnostic> diagnostics)
    {
        var told = new HashSet<string>();
        foreach (var diagnostic in diagnostics)
        {
            var list = Listing.Match(diagnostic.Hint ?? "");
            var isRepeated = list.Success && !told.Add(list.Groups["noun"].Value);
            yield return isRepeated ? diagnostic with { Hint = Rest(diagnostic.Hint!) } : diagnostic;
        }
    }

    static string? Rest(string hint) => Listing.Replace(hint, "").Trim() is { Length: > 0 } rest ? rest : null;
}
