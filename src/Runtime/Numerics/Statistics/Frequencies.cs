namespace Runtime.Numerics.Statistics;

/// <summary>The most frequent values of a column.</summary>
/// <param name="Top">Most frequent first; equally frequent ones in the order of their text's code points.</param>
/// <param name="Present">Rows that have a value.</param>
public sealed record Frequencies(IReadOnlyList<ValueCount> Top, int Distinct, int Present, int Missing)
{
    /// <param name="most">How many values to give.</param>
    public static Frequencies Of(Column column, int most) => column switch
    {
        TextColumn text => new WordCounter(text).Count(text.Codes, most),
        NumberColumn numbers => OfNumbers(numbers.Values, most),
        LabelColumn labels => Of(labels.Words, most),
        _ => throw new NotSupportedException(column.GetType().Name),
    };

    /// <summary>Of each group of rows for itself.</summary>
    public static IReadOnlyList<Frequencies> OfGroups(Column column, IReadOnlyList<int[]> groups, int most, Work work)
    {
        var result = new Frequencies[groups.Count];
        if ((column is LabelColumn labels ? labels.Words : column) is TextColumn text)
        {
            var counter = new WordCounter(text);
            for (var g = 0; g < result.Length; g++)
            {
                work.Cancel.ThrowIfCancellationRequested();
                result[g] = counter.Count(Array.ConvertAll(groups[g], r => text.Codes[r]), most);
            }
            return result;
        }
        var values = ((NumberColumn)column).Storage;
        work.For(result.Length, g => result[g] = OfNumbers(Array.ConvertAll(groups[g], r => values[r]), most));
        return result;
    }

    static Frequencies OfNumbers(ReadOnlySpan<double> numbers, int most)
    {
        var distribution = Distribution.Of(numbers);
        var top = TopRanks.Of(
            Enumerable.Range(0, distribution.Distinct), most, distribution.CountOf,
            (a, b) => string.CompareOrdinal(Text(distribution, a), Text(distribution, b)));
        return new(
            [.. top.Select(i => new ValueCount(Text(distribution, i), distribution.CountOf(i)))],
            distribution.Distinct, distribution.Count, numbers.Length - distribution.Count);
    }

    static string Text(Distribution distribution, int index) =>
        distribution.Values[index].ToString("R", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Counts words by their codes, with one array for all groups: its memory is that of the words.</summary>
    sealed class WordCounter(TextColumn column)
    {
        readonly int[] counts = new int[column.Words.Count];

        public Frequencies Count(ReadOnlySpan<int> codes, int most)
        {
            var seen = new List<int>();
            var missing = 0;
            foreach (var code in codes)
            {
                if (code < 0) missing++;
                else if (counts[code]++ == 0) seen.Add(code);
            }
            var top = TopRanks.Of(seen, most, c => counts[c], (a, b) => column.Words.Utf8(a).SequenceCompareTo(column.Words.Utf8(b)));
            var result = new Frequencies(
                [.. top.Select(c => new ValueCount(column.Words[c], counts[c]))], seen.Count, codes.Length - missing, missing);
            foreach (var code in seen) counts[code] = 0;
            return result;
        }
    }
}

/// <summary>A value as text and how many rows have it.</summary>
public readonly record struct ValueCount(string Value, int Count);
