using System.Text.RegularExpressions;

namespace Host.Results;

/// <summary>What differs between two steps of one verb, argument by argument; only their texts are looked at.</summary>
static partial class StepArguments
{
    const string As = "as";

    [GeneratedRegex("^[a-z][a-z0-9_]*=(?!=)")]
    private static partial Regex Named();

    /// <summary>The operator that a step calls: its name may be two words.</summary>
    public static string VerbOf(string text)
    {
        var words = text.Split(' ', 3);
        return words.Length > 1 && Catalog.Find($"{words[0]} {words[1]}") is { } two ? two.Name : words[0];
    }

    public static IReadOnlyList<Changed> Between(string before, string after)
    {
        var verb = VerbOf(after);
        var signature = Catalog.Find(verb);
        var (olds, news) = (Of(before, verb, signature), Of(after, verb, signature));
        return [.. olds.Keys.Union(news.Keys).Where(k => olds.GetValueOrDefault(k) != news.GetValueOrDefault(k))
            .Select(k => new Changed(k, Value(olds, k, signature), Value(news, k, signature)))];
    }

    static string? Value(Dictionary<string, string> given, string name, Signature? signature) =>
        given.TryGetValue(name, out var value) ? value
        : signature?.Find(name)?.Default is { } usual && CanonicalText.Of(usual) is { Length: > 0 } text ? $"{text} (default)" : null;

    static Dictionary<string, string> Of(string text, string verb, Signature? signature)
    {
        var first = signature?.Parameters.FirstOrDefault(p => p.Positional || p.FreeNames)?.Name ?? "arguments";
        var words = RecordWords.Of(text[Math.Min(text.Length, verb.Length)..]);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (words.Length >= 2 && words[^2] == As)
        {
            found[As] = words[^1];
            words = words[..^2];
        }
        // In a calculation a name before a sign of equality is one that the script chose.
        var calculates = signature?.Calculates ?? false;
        var named = words
            .Where(w => Named().IsMatch(w) && (!calculates || signature!.Find(w[..w.IndexOf('=')]) is { FreeNames: false })).ToArray();
        foreach (var word in named) found[word[..word.IndexOf('=')]] = word[(word.IndexOf('=') + 1)..];
        var rest = string.Join(' ', words.Except(named));
        if (rest.Length > 0) found[first] = rest;
        return found;
    }
}

/// <summary>Something that has another value, or has come or gone.</summary>
/// <param name="Old">Null when it was not there.</param>
/// <param name="New">Null when it is not there any more.</param>
sealed record Changed(string Name, string? Old, string? New);
