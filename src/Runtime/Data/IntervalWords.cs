namespace Runtime.Data;

/// <summary>
/// Texts that are intervals and so have an order of their own, which a file does not keep: <c>[0, 10)</c> of `bin`, <c>(5,10]</c> of R and
/// pandas, by lower edge and then by upper edge; and bands that do not overlap, <c>5-9</c>, <c>10-14</c>, <c>65+</c>.
/// </summary>
static class IntervalWords
{
    delegate bool Reading(ReadOnlySpan<byte> word, out (double Low, bool Open, double High) edges);

    /// <summary>The column with its words in the order of the intervals; the column itself when one of them is none.</summary>
    public static TextColumn InOrder(TextColumn column)
    {
        var words = column.Words;
        if ((Edges(words, TryBrackets) ?? Edges(words, TryBand)) is not { Length: > 0 } edges) return column;
        var all = Enumerable.Range(0, edges.Length);
        int[] order = [.. all.OrderBy(code => edges[code]).ThenBy(code => words[code], StringComparer.Ordinal)];
        var areApart = order.Zip(order.Skip(1)).All(pair => edges[pair.First].High <= edges[pair.Second].Low);
        if (words[0][0] is not ('[' or '(') && !(areApart && edges.Length > 1)) return column;
        var place = new int[order.Length];
        for (var i = 0; i < order.Length; i++) place[order[i]] = i;
        var codes = Array.ConvertAll(column.Storage, code => code < 0 ? -1 : place[code]);
        return new TextColumn(column.Name, codes, TextPool.Of(order.Select(code => words[code]))) { IsOrdered = true };
    }

    /// <summary>Those of all words; null when one is no interval.</summary>
    static (double Low, bool Open, double High)[]? Edges(TextPool words, Reading read)
    {
        var edges = new (double Low, bool Open, double High)[words.Count];
        for (var code = 0; code < edges.Length; code++) if (!read(words.Utf8(code), out edges[code])) return null;
        return edges;
    }

    /// <summary>Two numbers in brackets, the greater one behind; one bracket at least is square, or they would be pairs.</summary>
    static bool TryBrackets(ReadOnlySpan<byte> word, out (double Low, bool Open, double High) edges)
    {
        edges = default;
        if (word.Length < 5 || word[0] is not ((byte)'[' or (byte)'(') || word[^1] is not ((byte)']' or (byte)')')) return false;
        var inside = word[1..^1];
        var open = word[0] == '(';
        if (open && word[^1] == ')' || inside.IndexOfAny((byte)',', (byte)';') is not (> 0 and var at)) return false;
        if (!TryEdge(inside[..at], out var low) || !TryEdge(inside[(at + 1)..], out var high) || low > high) return false;
        edges = (low, open, high);
        return true;
    }

    /// <summary>Two numbers with a dash between them, or one with a sign where the band is open: <c>&lt;18</c>, <c>65+</c>.</summary>
    static bool TryBand(ReadOnlySpan<byte> word, out (double Low, bool Open, double High) edges)
    {
        edges = (double.NegativeInfinity, false, double.PositiveInfinity);
        if (word.Length < 2) return false;
        if (word[0] == '<') return TryEdge(word[1..].TrimStart((byte)'='), out edges.High);
        if (word[0] == '>') return TryEdge(word[1..].TrimStart((byte)'='), out edges.Low);
        if (word[^1] == '+') return TryEdge(word[..^1], out edges.Low);
        var dash = word[1..].IndexOf((byte)'-') + 1;
        var (at, length) = dash > 0 ? (dash, 1) : (word.IndexOf("–"u8), 3);
        return at > 0 && TryEdge(word[..at], out edges.Low) && TryEdge(word[(at + length)..], out edges.High) && edges.Low <= edges.High;
    }

    static bool TryEdge(ReadOnlySpan<byte> text, out double edge)
    {
        text = text.Trim((byte)' ');
        if (Fields.TryNumber(text, out edge)) return true;
        edge = text.StartsWith("-"u8) ? double.NegativeInfinity : double.PositiveInfinity;
        var size = text.TrimStart("+-"u8);
        return size.SequenceEqual("inf"u8) || size.SequenceEqual("Inf"u8) || size.SequenceEqual("∞"u8);
    }
}
