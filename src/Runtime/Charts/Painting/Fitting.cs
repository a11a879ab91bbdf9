using System.Globalization;

namespace Runtime.Charts.Painting;

/// <summary>Texts made to fit a width.</summary>
static class Fitting
{
    /// <summary>The text, its end replaced by an ellipsis when it is wider than <paramref name="width"/>.</summary>
    public static string Fit(string text, TextStyle style, float width) => Cut(text, style, width, middle: false);

    /// <summary>Names that stand together: those that would look alike are cut in the middle, else at their start, else numbered.</summary>
    public static string[] Told(IReadOnlyList<string> names, TextStyle style, float width)
    {
        string[] told = [.. names.Select(name => Fit(name, style, width))];
        var alike = Alike(names, told);
        for (var i = 0; i < told.Length; i++) if (alike.Contains(told[i])) told[i] = Cut(names[i], style, width, middle: true);
        alike = Alike(names, told);
        var shared = Shared([.. names.Where((_, i) => alike.Contains(told[i])).Distinct()]);
        for (var i = 0; i < told.Length; i++)
            if (alike.Contains(told[i]) && shared > 0) told[i] = Fit("…" + names[i][shared..], style, width);
        alike = Alike(names, told);
        for (var i = 0; i < told.Length; i++)
        {
            if (!alike.Contains(told[i])) continue;
            var number = $" {(i + 1).ToString(CultureInfo.InvariantCulture)}";
            told[i] = Fit(names[i], style, width - Fonts.Width(number, style)) + number;
        }
        return told;
    }

    /// <summary>The text in two lines of about one width, where it is too wide for one and has a place to be broken; else itself.</summary>
    public static string[] Lines(string text, TextStyle style, float width)
    {
        if (Fonts.Width(text, style) <= width) return [text];
        var broken = Enumerable.Range(1, text.Length - 1).Where(at => IsBreak(text[at - 1]))
            .Select(at => (string[])[text[..at].TrimEnd(), text[at..]]).MinBy(lines => Styles.Widest(lines, style));
        return broken is not null && Styles.Widest(broken, style) <= width ? broken : [text];
    }

    /// <summary>The text in as many lines as it needs.</summary>
    public static List<string> Wrapped(string text, TextStyle style, float width)
    {
        var lines = new List<string>();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && Fonts.Width(lines[^1] + " " + word, style) <= width) lines[^1] += " " + word;
            else lines.Add(Fit(word, style, width));
        }
        return lines;
    }

    static bool IsBreak(char letter) => letter is ' ' or '_' or '-' or '.' or '/';

    /// <summary>How many letters all the names begin with, up to the end of a word.</summary>
    internal static int Shared(string[] names)
    {
        if (names.Length < 2) return 0;
        var (length, shortest) = (0, names.Min(name => name.Length));
        while (length < shortest && Array.TrueForAll(names, name => name[length] == names[0][length])) length++;
        while (length > 0 && !IsBreak(names[0][length - 1])) length--;
        return length;
    }

    static HashSet<string> Alike(IReadOnlyList<string> names, string[] told) =>
        [.. names.Zip(told).Distinct().CountBy(pair => pair.Second).Where(text => text.Value > 1).Select(text => text.Key)];

    static string Cut(string text, TextStyle style, float width, bool middle)
    {
        if (Fonts.Width(text, style) <= width) return text;
        var starts = StringInfo.ParseCombiningCharacters(text);
        int low = 0, high = starts.Length - 1;
        while (low < high)
        {
            var half = (low + high + 1) / 2;
            (low, high) = Fonts.Width(Kept(half), style) <= width ? (half, high) : (low, half - 1);
        }
        return Kept(low);

        string Kept(int characters)
        {
            var behind = middle ? characters / 2 : 0;
            return text[..At(characters - behind)].TrimEnd() + "…" + text[At(starts.Length - behind)..].TrimStart();
        }

        int At(int character) => character < starts.Length ? starts[character] : text.Length;
    }
}
