using System.IO.Compression;
using System.IO.Hashing;

namespace Runtime.Data;

/// <summary>A file in a zip file; that it is not what was packed is noticed at its end by its checksum (CRC-32).</summary>
sealed class CheckedEntry(ZipArchiveEntry entry) : ReadOnlyStream
{
    readonly Stream unpacked = entry.Open();
    readonly Crc32 sum = new();

    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public override int Read(Span<byte> buffer)
    {
        var count = unpacked.Read(buffer);
        sum.Append(buffer[..count]);
        if (count == 0 && buffer.Length > 0 && sum.GetCurrentHashAsUInt32() != entry.Crc32)
            throw new InvalidDataException($"The checksum of {entry.Name} is another.");
        return count;
    }

    /// <exception cref="InvalidDataException">Something in it is damaged.</exception>
    public static void DemandWhole(ZipArchive packed)
    {
        var buffer = new byte[1 << 16];
        foreach (var entry in packed.Entries)
        {
            using var bytes = new CheckedEntry(entry);
            while (bytes.Read(buffer.AsSpan()) > 0)
            {
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) unpacked.Dispose();
        base.Dispose(disposing);
    }
}
