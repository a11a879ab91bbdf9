namespace Runtime.Words;

/// <summary>Names that a person may have meant, for messages.</summary>
public static class Spelling
{
    const int Listed = 8;

    /// <summary>What can be chosen is what the tool has, so it is shown whole.</summary>
    const int Chosen = 30;

    /// <summary>Fewer letters begin too many names.</summary>
    const int ShortestBeginning = 4;

    /// <summary>No slip is looked for in what is longer.</summary>
    const int LongestName = 200;

    /// <summary>
    /// The name that <paramref name="written"/> is most likely a slip of: equal but for case, else within a third of its length in edits.
    /// </summary>
    public static string? Nearest(string written, IEnumerable<string> names)
    {
        var (name, distance) = (default(string), Math.Min(Math.Max(1, written.Length / 3), written.Length - 1) + 1);
        foreach (var other in names)
            if (Distance(written, other) is var far && far < distance) (name, distance) = (other, far);
        return name ?? Begun(written, names);
    }

    /// <summary>The only name that starts so, whatever signs join its words: <c>flipper</c> of <c>flipper_length_mm</c>.</summary>
    static string? Begun(string written, IEnumerable<string> names)
    {
        var key = Key(written);
        if (key.Length < ShortestBeginning) return null;
        string[] begun = [.. names.Where(n => Key(n).StartsWith(key, StringComparison.Ordinal)).Take(2)];
        return begun is [var only] ? only : null;
    }

    /// <summary>
    /// "Columns are `a`, `b` and `c`.": in their own order, so that one can look them through; of many, those around the one nearest to
    /// <paramref name="written"/>, the rest counted.
    /// </summary>
    public static string List(string noun, string written, IEnumerable<string> names)
    {
        string[] all = [.. names.Distinct()];
        var most = noun.EndsWith("choices", StringComparison.Ordinal) ? Chosen : Listed;
        var nearest = all.Length > most + 1 ? Array.IndexOf(all, all.MinBy(n => Distance(written, n))) : 0;
        var first = Math.Clamp(nearest - most / 2, 0, Math.Max(0, all.Length - most));
        var ranked = all.Skip(all.Length > most + 1 ? first : 0).Concat(all.Take(first)).Select(n => $"`{n}`").ToArray();
        if (ranked.Length == 0) return $"There are no {noun} yet.";
        if (ranked.Length == 1) return $"The only one of the {noun} is {ranked[0]}.";
        var rest = ranked.Length - most;
        return rest > 1
            ? $"The {noun} are {string.Join(", ", ranked[..most])} and {rest} more."
            : $"The {noun} are {Wording.And(ranked)}.";
    }

    /// <summary>The likely name and then what else there is; null when there is nothing.</summary>
    /// <param name="meant">What is known to be meant; else the nearest.</param>
    public static string? Guess(string noun, string written, IReadOnlyCollection<string> names, string? meant = null)
    {
        if (names.Count == 0) return null;
        if ((meant ?? Nearest(written, names)) is not { } near) return List(noun, written, names);
        return $"Did you mean `{near}`?{(names.Count > 1 ? " " + List("other " + noun, written, names.Where(n => n != near)) : "")}";
    }

    /// <summary>The letters and digits alone, small.</summary>
    public static string Key(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Equal but for capitals, blanks and the signs that join words.</summary>
    public static bool AreSame(string name, string other) => Key(name) == Key(other);

    /// <summary>Edits (insert, delete, replace, swap neighbours) from one to the other; 0 when equal but for case.</summary>
    /// <remarks>Optimal string alignment, Damerau 1964, CACM 7(3).</remarks>
    public static int Distance(string from, string to)
    {
        if (Math.Max(from.Length, to.Length) > LongestName) return from == to ? 0 : Math.Max(from.Length, to.Length);
        var (a, b) = (from.ToLowerInvariant(), to.ToLowerInvariant());
        int[] before = new int[b.Length + 1], last = new int[b.Length + 1], row = new int[b.Length + 1];
        for (var j = 0; j < last.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            (before, last, row) = (last, row, before);
        }
        return last[b.Length];
    }
}
