using System.Text.RegularExpressions;

namespace Runtime.Expressions;

/// <summary>What a pattern of SQL, or of file names, asks of a text, as expressions here say it.</summary>
public static class LikePattern
{
    static readonly string[] Sql = ["like", "similar_to"], SqlOfAnyCase = ["ilike"], OfFiles = ["glob", "fnmatch"];

    /// <summary>What <c>text like "A%"</c> is here: <c>starts_with(text, "A")</c>; null when the word takes no pattern.</summary>
    public static string? Written(string word, string text, string pattern)
    {
        bool Is(string[] names) => names.Any(n => Spelling.AreSame(n, word));
        if (Is(SqlOfAnyCase)) return Test($"lower({text})", pattern.ToLowerInvariant(), '%', '_');
        return Is(Sql) ? Test(text, pattern, '%', '_') : Is(OfFiles) ? Test(text, pattern, '*', '?') : null;
    }

    static string Test(string text, string pattern, char any, char one)
    {
        var inner = pattern.Trim(any);
        if (inner.Contains(any) || inner.Contains(one))
            return $"matches({text}, {Notation.Text(Expression(pattern, any, one))})";
        var (open, word) = ((Start: pattern.StartsWith(any), End: pattern.EndsWith(any)), Notation.Text(inner));
        return inner.Length == 0 ? $"{text} is not missing"
            : open switch
            {
                (false, false) => $"{text} == {word}",
                (false, true) => $"starts_with({text}, {word})",
                (true, false) => $"ends_with({text}, {word})",
                _ => $"contains({text}, {word})",
            };
    }

    static string Expression(string pattern, char any, char one) =>
        $"^{string.Concat(pattern.Select(c => c == any ? ".*" : c == one ? "." : Regex.Escape($"{c}")))}$";
}
