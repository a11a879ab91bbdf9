namespace Runtime.Numerics.Statistics;

/// <summary>The most frequent values of a column.</summary>
/// <param name="Top">Most frequent first; equally frequent ones in the order of their text's code points.</param>
/// <param name="Present">Rows that have a value.</param>
public sealed record Frequencies(IReadOnlyList<ValueCount> Top, int Distinct, int Present)
{
    /// <param name="most">How many values to give.</param>
    public static Frequencies Of(Column column, int most) => column switch
    {
        TextColumn text => WordCounts.Of(text).Top(most),
        NumberColumn numbers => OfNumbers(Distribution.Of(numbers.Values), most, numbers.Show),
        LabelColumn labels => Of(labels.Words, most),
        _ => throw new NotSupportedException(column.GetType().Name),
    };

    /// <summary>Of each group of rows for itself.</summary>
    public static IReadOnlyList<Frequencies> OfGroups(Column column, IReadOnlyList<int[]> groups, int most, Work work)
    {
        var result = new Frequencies[groups.Count];
        if ((column is LabelColumn labels ? labels.Words : column) is TextColumn text)
        {
            var counter = new WordCounts.Counter(text.Words);
            for (var g = 0; g < result.Length; g++)
            {
                work.Cancel.ThrowIfCancellationRequested();
                result[g] = counter.Count(Array.ConvertAll(groups[g], r => text.Codes[r])).Top(most);
            }
            return result;
        }
        var numbers = (NumberColumn)column;
        var values = numbers.Storage;
        work.For(result.Length,
            g => result[g] = OfNumbers(Distribution.Of(Array.ConvertAll(groups[g], r => values[r])), most, numbers.Show));
        return result;
    }

    /// <summary>How many rows of the whole column have each of some values.</summary>
    public static Dictionary<string, int> CountsOf(Column column, HashSet<string> values)
    {
        if ((column is LabelColumn labels ? labels.Words : column) is not TextColumn text)
            return Of(column, int.MaxValue).Top.Where(v => values.Contains(v.Value)).ToDictionary(v => v.Value, v => v.Count);
        var counts = new int[text.Words.Count];
        foreach (var code in text.Codes) if (code >= 0) counts[code]++;
        return Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0 && values.Contains(text.Words[code]))
            .GroupBy(code => text.Words[code]).ToDictionary(g => g.Key, g => g.Sum(code => counts[code]));
    }

    static Frequencies OfNumbers(Distribution distribution, int most, Func<double, string> show)
    {
        var top = TopRanks.Of(
            Enumerable.Range(0, distribution.Distinct), most, distribution.CountOf,
            (a, b) => string.CompareOrdinal(Text(a), Text(b)));
        return new(
            [.. top.Select(i => new ValueCount(Text(i), distribution.CountOf(i)))],
            distribution.Distinct, distribution.Count);

        string Text(int index) => show(distribution.Values[index]);
    }
}

/// <summary>A value as text and how many rows have it.</summary>
public readonly record struct ValueCount(string Value, int Count);
