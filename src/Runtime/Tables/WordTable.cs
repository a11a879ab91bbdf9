using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Runtime.Tables;

/// <summary>Distinct texts and their codes, in order of first appearance.</summary>
sealed class WordTable(int expected = 16)
{
    byte[] bytes = new byte[8 * expected];
    int[] ends = new int[expected];
    uint[] hashes = new uint[expected];

    /// <summary>Code + 1 of the word that hashes there; 0 when free. Open addressing, at most half full.</summary>
    int[] slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2 * expected))];

    public int Count { get; private set; }

    int Used => Count == 0 ? 0 : ends[Count - 1];

    /// <summary>The text's code; a new one when it was not seen before.</summary>
    public int Add(ReadOnlySpan<char> text)
    {
        Span<byte> utf8 = text.Length <= 128 ? stackalloc byte[3 * text.Length] : new byte[3 * text.Length];
        return Add(utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }

    public int Add(ReadOnlySpan<byte> utf8) => Add(utf8, Hash(utf8));

    /// <summary>The codes here of all words of another table, by their codes there.</summary>
    public int[] AddAll(WordTable other)
    {
        var codes = new int[other.Count];
        for (var code = 0; code < codes.Length; code++) codes[code] = Add(other.Utf8(code), other.hashes[code]);
        return codes;
    }

    public TextPool ToPool()
    {
        Array.Resize(ref bytes, Used);
        Array.Resize(ref ends, Count);
        return new TextPool(bytes, ends);
    }

    int Add(ReadOnlySpan<byte> utf8, uint hash)
    {
        var mask = slots.Length - 1;
        var slot = (int)hash & mask;
        for (; slots[slot] != 0; slot = (slot + 1) & mask)
        {
            var code = slots[slot] - 1;
            if (hashes[code] == hash && Utf8(code).SequenceEqual(utf8)) return code;
        }
        Append(utf8, hash);
        slots[slot] = Count;
        if (2 * Count > slots.Length) Rehash();
        return Count - 1;
    }

    void Append(ReadOnlySpan<byte> utf8, uint hash)
    {
        Reserve(utf8.Length);
        if (Count == ends.Length) Enlarge();
        utf8.CopyTo(bytes.AsSpan(Used));
        ends[Count] = Used + utf8.Length;
        hashes[Count++] = hash;
    }

    ReadOnlySpan<byte> Utf8(int code)
    {
        var start = code == 0 ? 0 : ends[code - 1];
        return bytes.AsSpan(start, ends[code] - start);
    }

    void Reserve(int more)
    {
        var needed = (long)Used + more;
        if (needed <= bytes.Length) return;
        if (needed > Array.MaxLength)
            throw new Refusal("A text column holds more than 2 GB of distinct texts.", "Leave the column out of the file.");
        Array.Resize(ref bytes, (int)Math.Min(Array.MaxLength, Math.Max(needed, 2L * bytes.Length)));
    }

    void Enlarge()
    {
        Array.Resize(ref ends, 2 * ends.Length);
        Array.Resize(ref hashes, ends.Length);
    }

    void Rehash()
    {
        slots = new int[2 * slots.Length];
        var mask = slots.Length - 1;
        for (var code = 0; code < Count; code++)
        {
            var slot = (int)hashes[code] & mask;
            while (slots[slot] != 0) slot = (slot + 1) & mask;
            slots[slot] = code + 1;
        }
    }

    /// <summary>Eight bytes at a time, multiplied and folded; only spread matters, for no result depends on it.</summary>
    static uint Hash(ReadOnlySpan<byte> text)
    {
        const ulong Odd = 0x9E3779B97F4A7C15;
        var hash = (ulong)text.Length * Odd;
        for (; text.Length >= 8; text = text[8..])
            hash = BitOperations.RotateLeft((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text)) * Odd, 29);
        ulong last = 0;
        foreach (var letter in text) last = last << 8 | letter;
        hash = (hash ^ last) * Odd;
        return (uint)(hash >> 32) ^ (uint)(hash >> 15);
    }
}
