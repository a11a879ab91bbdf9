using System.Runtime.CompilerServices;

namespace Runtime.Numerics.Rows;

/// <summary>Which rows are equal in some columns, by an open hash table of their first rows.</summary>
/// <remarks>
/// The hashes are cut into parts by their first bits, each with a table of its own that stays in cache; in a part the rows come in their
/// order. Groups are numbered by their first rows, so neither hashes nor threads show in what comes out.
/// </remarks>
/// <param name="OfRow">n groups, 0..First.Length−1; −1 for a row that is in none.</param>
/// <param name="First">The first row of each group, ascending.</param>
public sealed record EqualRows(int[] OfRow, int[] First)
{
    const int PartBits = 4;

    /// <param name="missingIsAValue">Missing equals missing; otherwise a row that misses a value is in no group.</param>
    public static EqualRows Of(IReadOnlyList<Column> columns, bool missingIsAValue, Work work)
    {
        RowKey[] keys = [.. columns.Select(RowKey.Of)];
        var hashes = Hashes(keys, columns[0].Rows, missingIsAValue, work);
        var firstOf = GC.AllocateUninitializedArray<int>(hashes.Length);
        var parts = hashes.Length < 1 << 16 ? 1 : 1 << PartBits;
        work.For(parts, part =>
        {
            var table = new Table(keys);
            for (var row = 0; row < hashes.Length; row++)
            {
                var hash = hashes[row];
                if (parts > 1 && hash >> (64 - PartBits) != (ulong)part) continue;
                firstOf[row] = hash == 0 ? -1 : table.First(hash, row);
            }
        });
        return Numbered(firstOf, work);
    }

    static EqualRows Numbered(int[] firstOf, Work work)
    {
        var (numbers, first) = (GC.AllocateUninitializedArray<int>(firstOf.Length), new List<int>());
        for (var row = 0; row < firstOf.Length; row++)
        {
            if (firstOf[row] != row) continue;
            numbers[row] = first.Count;
            first.Add(row);
        }
        work.ForBlocks(firstOf.Length, (start, end) =>
        {
            for (var row = start; row < end; row++) firstOf[row] = firstOf[row] < 0 ? -1 : numbers[firstOf[row]];
        });
        return new(firstOf, [.. first]);
    }

    /// <summary>A hash of each row; 0 for those in no group.</summary>
    static ulong[] Hashes(RowKey[] keys, int rows, bool missingIsAValue, Work work)
    {
        var hashes = new ulong[rows];
        work.ForBlocks(rows, (start, end) =>
        {
            var some = hashes.AsSpan(start, end - start);
            foreach (var key in keys) key.Mix(some, start);
            foreach (ref var hash in some) hash = Math.Max(1, Spread(hash));
            if (missingIsAValue) return;
            foreach (var key in keys) key.LeaveOut(some, start);
        });
        return hashes;
    }

    /// <summary>Every bit has a say in every other (Stafford 2011, mix 13 of splitmix64).</summary>
    static ulong Spread(ulong hash)
    {
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return hash ^ (hash >> 31);
    }

    /// <summary>The first rows of what was seen, at most half full.</summary>
    sealed class Table(RowKey[] keys)
    {
        Slot[] slots = new Slot[1 << 10];
        int count;

        /// <summary>The first row that is equal to this one: this one if there was none yet.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public int First(ulong hash, int row)
        {
            var mask = slots.Length - 1;
            var at = (int)hash & mask;
            for (; slots[at].Hash != 0; at = (at + 1) & mask)
                if (slots[at].Hash == hash && AreEqual(slots[at].Row, row)) return slots[at].Row;
            slots[at] = new(hash, row);
            if (2 * ++count > slots.Length) Enlarge();
            return row;
        }

        bool AreEqual(int first, int second)
        {
            foreach (var key in keys) if (!key.AreEqual(first, second)) return false;
            return true;
        }

        void Enlarge()
        {
            var (old, mask) = (slots, 4 * slots.Length - 1);
            slots = new Slot[mask + 1];
            foreach (var slot in old)
            {
                if (slot.Hash == 0) continue;
                var at = (int)slot.Hash & mask;
                while (slots[at].Hash != 0) at = (at + 1) & mask;
                slots[at] = slot;
            }
        }

        readonly record struct Slot(ulong Hash, int Row);
    }
}
