namespace Runtime.Numerics.Statistics;

/// <summary>How often each text occurs; a missing one (code −1) is none.</summary>
public sealed class WordCounts : IAggregate<WordCounts, TextPool>
{
    readonly TextPool words;
    readonly int[] codes, counts;

    /// <param name="codes">Those that occur.</param>
    WordCounts(TextPool words, int[] codes, int[] counts) => (this.words, this.codes, this.counts) = (words, codes, counts);

    /// <summary>Of rows whose first code is one of the words.</summary>
    public static WordCounts Of(RowBlock rows, TextPool words) => new Counter(words).Count(rows.Codes(0));

    public static WordCounts Of(TextColumn column) => new Counter(column.Words).Count(column.Codes);

    /// <summary>The most frequent first; equally frequent ones in the order of their text's code points.</summary>
    public Frequencies Top(int most)
    {
        var all = Enumerable.Range(0, codes.Length);
        var top = TopRanks.Of(all, most, i => counts[i], (a, b) => words.Utf8(codes[a]).SequenceCompareTo(words.Utf8(codes[b])));
        return new([.. top.Select(i => new ValueCount(words[codes[i]], counts[i]))], codes.Length, counts.Sum());
    }

    /// <summary>By the words: the two may number them in different ways.</summary>
    public WordCounts Merge(WordCounts next)
    {
        var (table, sums) = (new WordTable(), new List<int>());
        foreach (var part in (WordCounts[])[this, next])
        {
            for (var i = 0; i < part.codes.Length; i++)
            {
                var code = table.Add(part.words.Utf8(part.codes[i]));
                if (code == sums.Count) sums.Add(0);
                sums[code] += part.counts[i];
            }
        }
        return new(table.ToPool(), [.. Enumerable.Range(0, sums.Count)], [.. sums]);
    }

    public void Write(BinaryWriter to)
    {
        to.WriteAll<int>(counts);
        foreach (var code in codes) to.WriteAll(words.Utf8(code));
    }

    public static WordCounts Read(BinaryReader from)
    {
        var table = new WordTable();
        var counts = from.ReadAll<int>();
        int[] codes = [.. counts.Select(_ => table.Add(from.ReadAll<byte>()))];
        return new(table.ToPool(), codes, counts);
    }

    /// <summary>Counts words by their codes, with one array for all groups of rows: its memory is that of the words.</summary>
    internal sealed class Counter(TextPool words)
    {
        readonly int[] counts = new int[words.Count];

        public WordCounts Count(ReadOnlySpan<int> rows)
        {
            var seen = new List<int>();
            foreach (var code in rows) if (code >= 0 && counts[code]++ == 0) seen.Add(code);
            var found = new WordCounts(words, [.. seen], [.. seen.Select(c => counts[c])]);
            foreach (var code in seen) counts[code] = 0;
            return found;
        }
    }
}
