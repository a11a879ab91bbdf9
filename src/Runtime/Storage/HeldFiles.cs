using System.Collections.Concurrent;
using System.Security.Cryptography;
using Runtime.Files;

namespace Runtime.Storage;

/// <summary>
/// The parts of what is kept that are brought only when they are asked for: a sealed file each, named by the hash of what is in it, so
/// that what many steps hold lies there once.
/// </summary>
/// <param name="path">The folder that they lie in.</param>
sealed class HeldFiles(string path)
{
    public const string Ending = ".held";

    const int MostBytes = 1 << 30;

    /// <summary>What has been brought and still lives.</summary>
    readonly ConcurrentDictionary<string, WeakReference<object>> living = new();

    /// <summary>Writes a part and those within it that are not there yet.</summary>
    /// <param name="folder">Where the parts lie, opened.</param>
    /// <returns>How many bytes were written.</returns>
    public static long Keep(OpenFolder folder, IHeld part)
    {
        var (name, bytes) = (part.Hash + Ending, 0L);
        if (folder.StampOf(name) is not null) return 0;
        folder.Write(name, stream =>
        {
            if (StateWriter.IsFlat(part.Value)) Seal.WriteKnown(stream, part.Hash!, plain => StateWriter.Write(plain, part.Value, null));
            else Seal.Write(stream, part.Hash!,
                sealedStream => StateWriter.Write(sealedStream, part.Value, nested => bytes += Keep(folder, nested)));
            bytes += stream.Position;
            if (stream.Position > MostBytes) throw new IOException("It is too large to be kept.");
        }, toDisk: false);
        return bytes;
    }

    /// <summary>What brings a part. Its file is opened only then: a table may have thousands of them.</summary>
    /// <param name="again">Gives the part by its hash where the file turns out to be damaged, or has gone by then.</param>
    /// <exception cref="IOException">There is no such part.</exception>
    public Func<string, object> Bring(string hash, Func<string, object> again)
    {
        if (hash.Length != SHA256.HashSizeInBytes * 2 || !hash.All(char.IsAsciiHexDigitLower)) throw new FormatException("a hash is none");
        if (Alive(hash) is { } alive) return _ => alive;
        var file = Path.Combine(path, hash + Ending);
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow);
        return _ => Alive(hash) ?? Read(file, hash, again);
    }

    object? Alive(string hash) => living.TryGetValue(hash, out var known) && known.TryGetTarget(out var value) ? value : null;

    object Read(string file, string hash, Func<string, object> again)
    {
        var value = Whole(file, hash, again) ?? again(hash);
        living[hash] = new(value);
        return value;
    }

    /// <summary>Null when it is not there, or not what was written.</summary>
    object? Whole(string file, string hash, Func<string, object> again)
    {
        try
        {
            var bytes = RegularFile.Bytes(file, file, "Clear the cache.", MostBytes);
            if (Seal.Within(hash, bytes) is { } within) return StateReader.Read(within, nested => Bring(nested, again));
            using var folder = OpenFolder.At(path);
            folder.Delete(hash + Ending);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or Refusal)
        {
            return null;
        }
    }
}
