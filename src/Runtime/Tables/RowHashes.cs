using System.IO.Hashing;

namespace Runtime.Tables;

/// <summary>
/// A number for each row that depends on what stands in it alone: on the names and values of its columns, in whatever order these stand.
/// Rows that hold the same are told apart by which of them comes first.
/// </summary>
public static class RowHashes
{
    const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>The rows whose hashes are smallest, ascending: the same rows of the same table on every machine, mostly the same of a
    /// longer one.</summary>
    /// <param name="columns">What a row is told by.</param>
    /// <returns>At most <paramref name="count"/> rows and their hashes.</returns>
    public static (int[] Rows, ulong[] Hashes) Smallest(IReadOnlyList<Column> columns, int rows, int count)
    {
        var hashes = Of(columns, rows);
        var kept = new PriorityQueue<int, (ulong, int)>(Comparer<(ulong, int)>.Create((a, b) => b.CompareTo(a)));
        for (var row = 0; row < rows; row++)
        {
            if (kept.Count < count) kept.Enqueue(row, (hashes[row], row));
            else if (kept.TryPeek(out var worst, out _) && (hashes[row], row).CompareTo((hashes[worst], worst)) < 0)
                kept.DequeueEnqueue(row, (hashes[row], row));
        }
        var chosen = kept.UnorderedItems.Select(i => i.Element).ToArray();
        Array.Sort(chosen, (a, b) => (hashes[a], a).CompareTo((hashes[b], b)));
        return (chosen, Array.ConvertAll(chosen, row => hashes[row]));
    }

    static ulong[] Of(IReadOnlyList<Column> columns, int rows)
    {
        var hashes = new ulong[rows];
        foreach (var column in columns) Add(hashes, column);
        var seen = new Dictionary<ulong, ulong>();
        for (var row = 0; row < rows; row++)
        {
            var hash = Mixed(hashes[row]);
            var before = seen.GetValueOrDefault(hash);
            seen[hash] = before + 1;
            hashes[row] = Mixed(hash + before * Golden);
        }
        return hashes;
    }

    /// <summary>Sums, so that the order of columns is nothing that a row is told by.</summary>
    static void Add(ulong[] hashes, Column column)
    {
        var name = XxHash3.HashToUInt64(System.Text.Encoding.UTF8.GetBytes(column.Name));
        switch (column)
        {
            case TextColumn text:
                ulong[] words = [.. Enumerable.Range(0, text.Words.Count).Select(code => XxHash3.HashToUInt64(text.Words.Utf8(code)))];
                for (var row = 0; row < hashes.Length; row++)
                    hashes[row] += text.Codes[row] < 0 ? 0 : Mixed(name ^ words[text.Codes[row]]);
                break;
            case NumberColumn numbers:
                for (var row = 0; row < hashes.Length; row++)
                    if (numbers.Values[row] + 0.0 is var value && !double.IsNaN(value))
                        hashes[row] += Mixed(name ^ BitConverter.DoubleToUInt64Bits(value));
                break;
            case LabelColumn labels:
                for (var row = 0; row < hashes.Length; row++) hashes[row] += Mixed(name ^ unchecked((ulong)labels.Labels[row]));
                break;
        }
    }

    /// <summary>Steele, Lea and Flood 2014, Fast splittable pseudorandom number generators: the finaliser.</summary>
    static ulong Mixed(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
