using System.Security.Cryptography;

namespace Runtime.Data;

/// <summary>A file's bytes as they are read, with their SHA-256; what comes after them (<paramref name="tail"/>) is not counted.</summary>
/// <param name="end">Where the bytes end that are given out; what follows is only hashed.</param>
sealed class HashedInput(Stream file, byte[] tail, long end = long.MaxValue) : ReadOnlyStream
{
    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    int tailAt;

    public long Bytes { get; } = file.Length;

    /// <summary>How many of the file's bytes have been read.</summary>
    public long Done { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var count = file.Read(buffer[..(int)Math.Min(buffer.Length, end - Done)]);
        if (count == 0 && buffer.Length > 0) return ReadTail(buffer);
        hash.AppendData(buffer[..count]);
        Done += count;
        return count;
    }

    /// <summary>The hash of the whole file, which is read to its end for it.</summary>
    public string Hash()
    {
        ReadThrough();
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Reads on to the end of the file.</summary>
    public void ReadThrough()
    {
        var rest = new byte[1 << 16];
        while (file.Read(rest) is > 0 and var count)
        {
            hash.AppendData(rest, 0, count);
            Done += count;
        }
    }

    int ReadTail(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, tail.Length - tailAt);
        tail.AsSpan(tailAt, count).CopyTo(buffer);
        tailAt += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            hash.Dispose();
            file.Dispose();
        }
        base.Dispose(disposing);
    }
}
