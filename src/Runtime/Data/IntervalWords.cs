namespace Runtime.Data;

/// <summary>
/// Texts that are intervals, such as <c>[0, 10)</c> of `bin` or <c>(5,10]</c> of R and pandas, and so have an order of their own, which a
/// file does not keep: by lower edge, then by upper edge.
/// </summary>
static class IntervalWords
{
    /// <summary>The column with its words in the order of the intervals; the column itself when one of them is none.</summary>
    public static TextColumn InOrder(TextColumn column)
    {
        var words = column.Words;
        var edges = new (double Low, bool Open, double High)[words.Count];
        for (var code = 0; code < edges.Length; code++) if (!TryRead(words.Utf8(code), out edges[code])) return column;
        if (edges.Length == 0) return column;
        var all = Enumerable.Range(0, edges.Length);
        int[] order = [.. all.OrderBy(code => edges[code]).ThenBy(code => words[code], StringComparer.Ordinal)];
        var place = new int[order.Length];
        for (var i = 0; i < order.Length; i++) place[order[i]] = i;
        var codes = Array.ConvertAll(column.Storage, code => code < 0 ? -1 : place[code]);
        return new TextColumn(column.Name, codes, TextPool.Of(order.Select(code => words[code]))) { IsOrdered = true };
    }

    /// <summary>Two numbers in brackets, the greater one behind; one bracket at least is square, or they would be pairs.</summary>
    static bool TryRead(ReadOnlySpan<byte> word, out (double Low, bool Open, double High) edges)
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

    static bool TryEdge(ReadOnlySpan<byte> text, out double edge)
    {
        text = text.Trim((byte)' ');
        if (Fields.TryNumber(text, out edge)) return true;
        var isBelow = text.StartsWith("-"u8);
        edge = isBelow ? double.NegativeInfinity : double.PositiveInfinity;
        var size = text.TrimStart("+-"u8);
        return size.SequenceEqual("inf"u8) || size.SequenceEqual("Inf"u8) || size.SequenceEqual("∞"u8);
    }
}
