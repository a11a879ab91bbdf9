namespace Runtime.Data;

/// <summary>What lies where a missing file was looked for.</summary>
static class Nearby
{
    const int Most = 5;

    /// <summary>No disk has longer ones.</summary>
    const int LongestName = 255;

    public static string Hint(string path)
    {
        var folder = Path.GetDirectoryName(path) is { Length: > 0 } given ? given : ".";
        if (!Directory.Exists(folder)) return $"Check the path: there is no folder `{Path.GetFileName(folder)}` either.";
        var wanted = Path.GetFileName(path);
        if (wanted.Length > LongestName) return $"Give a path whose name has at most {LongestName} characters.";
        var names = Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)!).ToArray();
        // Endings are often left out or wrong, so a name may also be compared by as many letters as were written.
        int Far(string name) => Math.Min(Distance(wanted, name), 1 + Distance(Stem(wanted), Cut(Stem(name), Stem(wanted).Length)));
        var similar = names.Where(n => Far(n) <= Math.Max(2, wanted.Length / 3))
            .OrderBy(Far).ThenBy(n => n, StringComparer.Ordinal).Take(Most).ToArray();
        if (similar.Length > 0) return $"Check the name: the folder has {List(similar)}.";
        // Of no ending, or of one that is not known, a table of text is meant.
        var kind = Formats.All.FirstOrDefault(f => f.Has(wanted)) ?? Formats.All.Find("csv")!;
        var alike = names.Where(kind.Has).Order(StringComparer.Ordinal).Take(Most).ToArray();
        return alike.Length > 0
            ? $"Check the name: the folder has {List(alike)}."
            : $"Check the path: the folder has no {Formats.Kinds([kind])} file.";
    }

    static string Cut(string text, int length) => text[..Math.Min(length, text.Length)];

    static string Stem(string name) => name.Split('.')[0];

    static string List(string[] names) => string.Join(", ", names.Select(n => $"`{n}`"));

    /// <summary>Edits that make one name of the other, letter case aside (Levenshtein 1966).</summary>
    static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                (diagonal, row[j]) = (row[j], cost);
            }
        }
        return row[^1];
    }
}
