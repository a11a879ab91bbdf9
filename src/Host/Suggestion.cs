namespace Host;

/// <summary>A hint for a word that is not there: the one that was probably meant, or what there is.</summary>
static class Suggestion
{
    public static string For(string word, IEnumerable<string> known)
    {
        var all = known.ToList();
        if (Spelling.Nearest(word, all) is { } near) return $"Did you mean `{near}`?";
        return $"There {(all.Count == 1 ? "is" : "are")} {string.Join(", ", all.Select(k => $"`{k}`"))}.";
    }
}
