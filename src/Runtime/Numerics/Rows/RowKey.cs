using System.Numerics;

namespace Runtime.Numerics.Rows;

/// <summary>What of a column tells two rows apart.</summary>
abstract class RowKey
{
    public static RowKey Of(Column column) => column switch
    {
        NumberColumn numbers => new OfNumbers(numbers.Storage),
        TextColumn texts => new OfCodes(texts.Storage, -1),
        LabelColumn labels => new OfCodes(labels.Storage, LabelColumn.Absent),
        _ => throw new NotSupportedException(column.GetType().Name),
    };

    /// <summary>Takes the values of some rows into the hashes of these rows.</summary>
    /// <param name="start">The row of the first hash.</param>
    public abstract void Mix(Span<ulong> hashes, int start);

    /// <summary>Sets the hash of rows that miss the value to 0.</summary>
    public abstract void LeaveOut(Span<ulong> hashes, int start);

    /// <summary>Two rows have the same value, or both have none.</summary>
    public abstract bool AreEqual(int first, int second);

    static ulong Mixed(ulong hash, ulong bits) => (BitOperations.RotateLeft(hash, 29) ^ bits) * 0x9E3779B97F4A7C15;

    sealed class OfNumbers(double[] values) : RowKey
    {
        public override void Mix(Span<ulong> hashes, int start)
        {
            for (var i = 0; i < hashes.Length; i++)
            {
                var value = values[start + i];
                // Adding zero turns −0 into 0: equal numbers need equal bits; what is missing may have any bits of NaN.
                hashes[i] = Mixed(hashes[i], double.IsNaN(value) ? ~0ul : BitConverter.DoubleToUInt64Bits(value + 0.0));
            }
        }

        public override void LeaveOut(Span<ulong> hashes, int start)
        {
            for (var i = 0; i < hashes.Length; i++) if (double.IsNaN(values[start + i])) hashes[i] = 0;
        }

        public override bool AreEqual(int first, int second)
        {
            var (a, b) = (values[first], values[second]);
            return a == b || double.IsNaN(a) && double.IsNaN(b);
        }
    }

    sealed class OfCodes(int[] codes, int missing) : RowKey
    {
        public override void Mix(Span<ulong> hashes, int start)
        {
            for (var i = 0; i < hashes.Length; i++) hashes[i] = Mixed(hashes[i], (uint)codes[start + i] + 1ul);
        }

        public override void LeaveOut(Span<ulong> hashes, int start)
        {
            for (var i = 0; i < hashes.Length; i++) if (codes[start + i] == missing) hashes[i] = 0;
        }

        public override bool AreEqual(int first, int second) => codes[first] == codes[second];
    }
}
