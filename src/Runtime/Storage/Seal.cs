using System.Security.Cryptography;
using System.Text;

namespace Runtime.Storage;

/// <summary>The hash at the end of a kept file, of its name and all before it: what is damaged, or of another name, has none.</summary>
static class Seal
{
    const int Bytes = SHA256.HashSizeInBytes;

    /// <summary>Writes what is to be sealed, and the seal.</summary>
    public static void Write(Stream stream, string name, Action<Stream> write)
    {
        using var sha = SHA256.Create();
        using (var hashed = new CryptoStream(stream, sha, CryptoStreamMode.Write, leaveOpen: true)) write(hashed);
        stream.Write(Of(name, sha.Hash!));
    }

    /// <summary>The same of what has its own hash for a name.</summary>
    public static void WriteKnown(Stream stream, string hash, Action<Stream> write)
    {
        write(stream);
        stream.Write(Of(hash, Convert.FromHexString(hash)));
    }

    /// <summary>What is sealed; null when the seal does not hold.</summary>
    public static MemoryStream? Within(string name, byte[] bytes) =>
        bytes.Length > Bytes && bytes.AsSpan(^Bytes..).SequenceEqual(Of(name, SHA256.HashData(bytes.AsSpan(..^Bytes))))
            ? new MemoryStream(bytes, 0, bytes.Length - Bytes) : null;

    static byte[] Of(string name, byte[] hash) => SHA256.HashData([.. Encoding.UTF8.GetBytes(name), .. hash]);
}
