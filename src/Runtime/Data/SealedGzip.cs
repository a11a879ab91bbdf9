using System.IO.Compression;

namespace Runtime.Data;

/// <summary>Unpacks gzip and notices when the end is missing.</summary>
/// <remarks>
/// <see cref="GZipStream"/> takes a cut-off file for a complete one. So one more member, the seal, is put behind the
/// file: only when the file ends where a member ends does the seal come out again as the last bytes.
/// </remarks>
sealed class SealedGzip(Stream packed) : ReadOnlyStream
{
    static readonly byte[] Mark = [0xD1, 0x5E, 0xA1, 0xED, 0x00, 0xFF, 0x3C, 0xC3, 0x96, 0x69, 0x0F, 0xF0, 0x5A, 0xA5, 0x42, 0x24];

    /// <summary>What has to follow the file's own bytes in <c>packed</c>.</summary>
    public static readonly byte[] Seal = MakeSeal();

    readonly GZipStream unpacked = new(packed, CompressionMode.Decompress);

    /// <summary>The last bytes unpacked, held back because they may be the seal.</summary>
    readonly byte[] held = new byte[Mark.Length];
    int heldCount;

    /// <exception cref="InvalidDataException">The file is damaged or cut off.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.Length <= Mark.Length) throw new ArgumentException("The buffer has to be larger than the seal.", nameof(buffer));
        held.AsSpan(0, heldCount).CopyTo(buffer);
        var count = heldCount;
        while (count <= Mark.Length)
        {
            var more = unpacked.Read(buffer[count..]);
            if (more == 0) return End(buffer[..count]);
            count += more;
        }
        heldCount = Mark.Length;
        buffer[(count - heldCount)..count].CopyTo(held);
        return count - heldCount;
    }

    /// <summary>
    /// Where the packed data end: tapes and some servers fill files up with zero bytes. The last number of the data may end with zeros,
    /// too; only one reading of that is whole.
    /// </summary>
    public static long EndOf(Stream file)
    {
        var end = file.Length - TrailingZeros(file);
        for (var zeros = 0; end + 4 <= file.Length && zeros < 4; zeros++)
            if (IsWhole(file, end + zeros)) return end + zeros;
        return file.Length;
    }

    static long TrailingZeros(Stream file)
    {
        var block = new byte[1 << 12];
        for (var end = file.Length; end > 0; end -= block.Length)
        {
            var start = Math.Max(0, end - block.Length);
            file.Position = start;
            var text = block.AsSpan(0, (int)(end - start));
            file.ReadExactly(text);
            if (text.LastIndexOfAnyExcept((byte)0) is >= 0 and var last) return file.Length - (start + last + 1);
        }
        return 0;
    }

    static bool IsWhole(Stream file, long end)
    {
        file.Position = 0;
        try
        {
            var unpacked = new SealedGzip(new HashedInput(file, Seal, end));
            var buffer = new byte[1 << 16];
            while (unpacked.Read(buffer.AsSpan()) > 0)
            {
            }
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    static int End(ReadOnlySpan<byte> rest)
    {
        if (!rest.SequenceEqual(Mark)) throw new InvalidDataException("The end is missing.");
        return 0;
    }

    static byte[] MakeSeal()
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.NoCompression)) gzip.Write(Mark);
        return bytes.ToArray();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) unpacked.Dispose();
        base.Dispose(disposing);
    }
}
