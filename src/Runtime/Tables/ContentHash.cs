using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace Runtime.Tables;

/// <summary>What a value holds, as 128 bits: equal content has equal hashes on every machine.</summary>
/// <remarks>XXH128 (Collet): against accidents, not against forgers. Numbers go in as their little-endian bytes.</remarks>
public sealed class ContentHash
{
    readonly XxHash128 hash = new();

    /// <summary>The hash of what <paramref name="add"/> puts in, as 32 hexadecimal digits.</summary>
    public static string Of(Action<ContentHash> add)
    {
        var content = new ContentHash();
        add(content);
        return Convert.ToHexStringLower(content.hash.GetCurrentHash());
    }

    public ContentHash Add(long value) => Add<long>([value]);

    public ContentHash Add(double value) => Add<double>([value]);

    /// <summary>A text with its length, so that two texts in a row cannot be cut otherwise.</summary>
    public ContentHash Add(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.Append(MemoryMarshal.AsBytes<int>([bytes.Length]));
        hash.Append(bytes);
        return this;
    }

    public ContentHash Add<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        hash.Append(MemoryMarshal.AsBytes(values));
        return this;
    }
}
