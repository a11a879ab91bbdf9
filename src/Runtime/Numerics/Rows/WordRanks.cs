using System.Buffers.Binary;

namespace Runtime.Numerics.Rows;

/// <summary>The place of each word that a column uses among these: by code point, or in the column's own order.</summary>
static class WordRanks
{
    /// <returns>A rank for each code; −1 for words that no row has.</returns>
    public static int[] Of(TextColumn column)
    {
        var words = column.Words;
        var ranks = new int[words.Count];
        Array.Fill(ranks, -1);
        foreach (var code in column.Codes) if (code >= 0) ranks[code] = 0;
        int[] codes = [.. Enumerable.Range(0, ranks.Length).Where(c => ranks[c] == 0)];
        if (!column.IsOrdered) Sort(codes, words);
        for (var rank = 0; rank < codes.Length; rank++) ranks[codes[rank]] = rank;
        return ranks;
    }

    /// <summary>By their first eight bytes as one number, and those that begin alike by all of them.</summary>
    static void Sort(int[] codes, TextPool words)
    {
        var starts = Array.ConvertAll(codes, c => Start(words.Utf8(c)));
        Array.Sort(starts, codes);
        for (var (first, next) = (0, 0); first < codes.Length; first = next)
        {
            while (next < codes.Length && starts[next] == starts[first]) next++;
            if (next - first > 1)
                codes.AsSpan(first, next - first).Sort((a, b) => words.Utf8(a).SequenceCompareTo(words.Utf8(b)));
        }
    }

    static ulong Start(ReadOnlySpan<byte> word)
    {
        if (word.Length >= 8) return BinaryPrimitives.ReadUInt64BigEndian(word);
        Span<byte> padded = stackalloc byte[8];
        padded.Clear();
        word.CopyTo(padded);
        return BinaryPrimitives.ReadUInt64BigEndian(padded);
    }
}
