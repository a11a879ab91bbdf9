using System.IO.Compression;

namespace Runtime.Data;

/// <summary>A file in a zip file; that it is not what was packed is noticed at its end by its checksum (CRC-32).</summary>
sealed class CheckedEntry(ZipArchiveEntry entry) : ReadOnlyStream
{
    static readonly uint[] Steps = [.. Enumerable.Range(0, 256).Select(i => StepOf((uint)i))];

    readonly Stream unpacked = entry.Open();
    uint sum = uint.MaxValue;

    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public override int Read(Span<byte> buffer)
    {
        var count = unpacked.Read(buffer);
        foreach (var letter in buffer[..count]) sum = Steps[(byte)(sum ^ letter)] ^ (sum >> 8);
        if (count == 0 && buffer.Length > 0 && ~sum != entry.Crc32)
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

    static uint StepOf(uint value)
    {
        for (var bit = 0; bit < 8; bit++) value = (value >> 1) ^ ((value & 1) * 0xEDB88320);
        return value;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) unpacked.Dispose();
        base.Dispose(disposing);
    }
}
