using System.Text;

namespace Tests;

/// <summary>How two texts differ, for a person to read: the lines that differ first, with those around them.</summary>
static class TextDifference
{
    const int Around = 3;
    const int Most = 30;

    /// <summary>Fails with the difference and with what to do about it.</summary>
    public static void FailUnless(string expected, string actual, string what, string todo)
    {
        if (expected != actual) Assert.Fail($"{what} {todo}\n{Of(expected, actual)}");
    }

    /// <summary>Fails with what is missing and what is too much.</summary>
    public static void FailUnlessSame(IEnumerable<string> expected, IEnumerable<string> actual, string what, string todo)
    {
        var (wanted, there) = (expected.ToHashSet(), actual.ToHashSet());
        if (wanted.SetEquals(there)) return;
        string[] lines =
        [
            .. wanted.Except(there).Order(StringComparer.Ordinal).Select(t => $"  missing: {t}"),
            .. there.Except(wanted).Order(StringComparer.Ordinal).Select(t => $"  too much: {t}"),
        ];
        Assert.Fail($"{what} {todo}\n{string.Join('\n', lines)}");
    }

    /// <summary>Lines that are gone with <c>-</c>, new ones with <c>+</c>, by the longest common subsequence.</summary>
    public static string Of(string expected, string actual)
    {
        var (before, after) = (expected.Split('\n'), actual.Split('\n'));
        var lines = Lines(before, after, Common(before, after)).ToList();
        var changed = lines.Select((l, i) => (l, i)).Where(x => x.l[0] != ' ').Select(x => x.i).ToList();
        var text = new StringBuilder();
        var last = -1;
        foreach (var i in changed.SelectMany(c => Enumerable.Range(c - Around, 2 * Around + 1)).Where(i => i >= 0 && i < lines.Count).Distinct().Take(Most))
        {
            if (i > last + 1) text.Append("  …\n");
            text.Append(lines[i]).Append('\n');
            last = i;
        }
        return text.ToString();
    }

    static int[,] Common(string[] before, string[] after)
    {
        var length = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
            for (var j = after.Length - 1; j >= 0; j--)
                length[i, j] = before[i] == after[j] ? 1 + length[i + 1, j + 1] : Math.Max(length[i + 1, j], length[i, j + 1]);
        return length;
    }

    static IEnumerable<string> Lines(string[] before, string[] after, int[,] common)
    {
        int i = 0, j = 0;
        while (i < before.Length || j < after.Length)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                yield return "  " + before[i++];
                j++;
            }
            else if (j == after.Length || i < before.Length && common[i + 1, j] >= common[i, j + 1]) yield return "- " + before[i++];
            else yield return "+ " + after[j++];
        }
    }
}
