using System.Numerics;

namespace Runtime.Numerics.Rows;

/// <summary>A whole number for each row, in the order of a column's values.</summary>
/// <param name="OfRow">n keys.</param>
/// <param name="Bits">How many of their lowest bits are used.</param>
sealed record ColumnKeys(ulong[] OfRow, int Bits)
{
    /// <summary>No value has this key: among numbers it is that of a NaN.</summary>
    const ulong Missing = ulong.MaxValue;

    const ulong Sign = 1ul << 63;

    public static ColumnKeys Of(Column column, bool descending, MissingRows missing, Work work)
    {
        var keys = GC.AllocateUninitializedArray<ulong>(column.Rows);
        var ranks = column is TextColumn words ? WordRanks.Of(words) : [];
        work.ForBlocks(keys.Length, (start, end) => Fill(keys.AsSpan(start, end - start), column, start, ranks));
        var (low, high, gaps) = Range(keys);
        if (low > high) return new(new ulong[keys.Length], 0);
        var (first, gap) = gaps && missing == MissingRows.First ? (1ul, 0ul) : (0, high - low + 1);
        work.ForBlocks(keys.Length, (start, end) =>
        {
            foreach (ref var key in keys.AsSpan(start, end - start))
                key = key == Missing ? gap : (descending ? high - key : key - low) + first;
        });
        return new(keys, 64 - BitOperations.LeadingZeroCount(high - low + (gaps ? 1ul : 0)));
    }

    static void Fill(Span<ulong> keys, Column column, int start, int[] ranks)
    {
        switch (column)
        {
            case NumberColumn { Whole: true } whole:
                Fill(keys, whole.Values.Slice(start, keys.Length), value => (ulong)(long)value ^ Sign);
                break;
            case NumberColumn numbers:
                Fill(keys, numbers.Values.Slice(start, keys.Length), value => OfNumber(BitConverter.DoubleToUInt64Bits(value + 0.0)));
                break;
            case TextColumn texts:
                var codes = texts.Codes.Slice(start, keys.Length);
                for (var i = 0; i < keys.Length; i++) keys[i] = codes[i] < 0 ? Missing : (ulong)ranks[codes[i]];
                break;
            case LabelColumn labels:
                var clusters = labels.Labels.Slice(start, keys.Length);
                for (var i = 0; i < keys.Length; i++) keys[i] = clusters[i] == LabelColumn.Absent ? Missing : (ulong)(clusters[i] + 1);
                break;
            default: throw new NotSupportedException(column.GetType().Name);
        }
    }

    static void Fill(Span<ulong> keys, ReadOnlySpan<double> values, Func<double, ulong> keyOf)
    {
        for (var i = 0; i < keys.Length; i++) keys[i] = double.IsNaN(values[i]) ? Missing : keyOf(values[i]);
    }

    /// <summary>All bits of negative numbers turn, the sign of the others; adding zero before made −0 equal to 0.</summary>
    static ulong OfNumber(ulong bits) => bits ^ ((ulong)((long)bits >> 63) | Sign);

    static (ulong Low, ulong High, bool Gaps) Range(ulong[] keys)
    {
        var (low, high, gaps) = (ulong.MaxValue, 0ul, false);
        foreach (var key in keys)
        {
            if (key == Missing)
            {
                gaps = true;
                continue;
            }
            (low, high) = (Math.Min(low, key), Math.Max(high, key));
        }
        return (low, high, gaps);
    }
}
