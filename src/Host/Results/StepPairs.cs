namespace Host.Results;

/// <summary>Which step of one record is which of another: in order, those that are most alike.</summary>
static class StepPairs
{
    /// <summary>Beyond so many pairs to look at, only equal texts are found.</summary>
    const int MostPairs = 4_000_000;

    public static IReadOnlyList<(StepFound? Before, StepFound? After)> Of(IReadOnlyList<StepFound> before, IReadOnlyList<StepFound> after)
    {
        var start = 0;
        while (start < before.Count && start < after.Count && before[start].Text == after[start].Text) start++;
        var end = 0;
        while (end < before.Count - start && end < after.Count - start && before[^(end + 1)].Text == after[^(end + 1)].Text) end++;
        StepFound[] olds = [.. before.Skip(start).SkipLast(end)], news = [.. after.Skip(start).SkipLast(end)];
        return
        [
            .. before.Take(start).Zip(after, (a, b) => ((StepFound?)a, (StepFound?)b)),
            .. (long)olds.Length * news.Length <= MostPairs ? Aligned(olds, news) : Apart(olds, news),
            .. before.TakeLast(end).Zip(after.TakeLast(end), (a, b) => ((StepFound?)a, (StepFound?)b)),
        ];
    }

    static IEnumerable<(StepFound?, StepFound?)> Apart(StepFound[] olds, StepFound[] news) =>
        [.. olds.Select(o => ((StepFound?)o, (StepFound?)null)), .. news.Select(n => ((StepFound?)null, (StepFound?)n))];

    /// <summary>The order of both that has the largest sum of likenesses (Needleman and Wunsch 1970, without a price of gaps).</summary>
    static List<(StepFound?, StepFound?)> Aligned(StepFound[] olds, StepFound[] news)
    {
        var best = new int[olds.Length + 1, news.Length + 1];
        for (var i = olds.Length - 1; i >= 0; i--)
            for (var j = news.Length - 1; j >= 0; j--)
                best[i, j] = Math.Max(Math.Max(best[i + 1, j], best[i, j + 1]), Together(i, j));
        var pairs = new List<(StepFound?, StepFound?)>();
        var (a, b) = (0, 0);
        while (a < olds.Length || b < news.Length)
        {
            if (a < olds.Length && b < news.Length && Likeness(olds[a], news[b]) > 0 && best[a, b] == Together(a, b))
                pairs.Add((olds[a++], news[b++]));
            else if (b == news.Length || a < olds.Length && best[a + 1, b] >= best[a, b + 1]) pairs.Add((olds[a++], null));
            else pairs.Add((null, news[b++]));
        }
        return pairs;

        int Together(int i, int j) => Likeness(olds[i], news[j]) is var like and > 0 ? best[i + 1, j + 1] + like : 0;
    }

    static int Likeness(StepFound one, StepFound other) =>
        one.Text == other.Text ? 4
        : StepArguments.VerbOf(one.Text) != StepArguments.VerbOf(other.Text) ? 0
        : one.Makes.Count > 0 && one.Makes.SequenceEqual(other.Makes) ? 2 : 1;
}
