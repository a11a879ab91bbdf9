using System.Security.Cryptography;

namespace Runtime.Files;

/// <summary>Opens files to read them. A pipe or a device is refused at once: it would be waited for. Nothing else opens files.</summary>
public static class RegularFile
{
    /// <param name="written">The path as the person has it.</param>
    /// <param name="hint">What to name instead of what is no file.</param>
    /// <exception cref="Refusal">It is a folder, a pipe, a device or a socket.</exception>
    public static FileStream Open(string path, string written, string hint, int buffer = 4096)
    {
        Demand(path, written, hint);
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, buffer,
            FileOptions.SequentialScan);
    }

    static void Demand(string path, string written, string hint)
    {
        if (FileKinds.OfTarget(path) is FileKind.Other or FileKind.Folder)
            throw new Refusal($"`{Printable.Of(written)}` is no regular file.", hint);
    }

    /// <summary>SHA-256 of all of it, in lower-case hexadecimal.</summary>
    /// <exception cref="Refusal">It is no regular file.</exception>
    public static string HashOf(string path)
    {
        using var file = Open(path, path, "Name a file.", buffer: 0);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    /// <summary>All of it, when it is not too long to be what it should be.</summary>
    /// <exception cref="Refusal">It is no regular file, or has more bytes.</exception>
    public static byte[] Bytes(string path, string written, string hint, int most)
    {
        Demand(path, written, hint);
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var length = RandomAccess.GetLength(file);
        if (length > most) throw new Refusal($"`{Printable.Of(written)}` has more than {Wording.Count(most)} bytes.", hint);
        var (bytes, read) = (new byte[length], 0);
        while (read < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(read), read) is > 0 and var more) read += more;
        return read == bytes.Length ? bytes : bytes[..read];
    }

    /// <summary>The same as text, of which a mark of the byte order is no part.</summary>
    /// <exception cref="Refusal">It is no regular file, or has more bytes.</exception>
    public static string Text(string path, string written, string hint, int most)
    {
        using var text = new StreamReader(new MemoryStream(Bytes(path, written, hint, most)));
        return text.ReadToEnd();
    }
}
