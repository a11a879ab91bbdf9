using Runtime.Files;

namespace Runtime.Storage;

/// <summary>
/// Results of steps on disk, a file each, named by the key, with a hash at its end of its name and all before it, and beside them the parts
/// that they hold. What is damaged is not there, and goes; beyond a limit what was not asked for the longest goes. Losing it costs only
/// time.
/// </summary>
/// <param name="path">The folder; it is made when first written to.</param>
/// <param name="limit">Bytes that all of them may take.</param>
public sealed class StepFolder(string path, long limit)
{
    const string Ending = ".step";
    const int MostBytes = 1 << 30;

    static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    readonly HeldFiles parts = new(path);

    /// <summary>Bytes that may still be written before the limit may be reached; null before that has been looked at.</summary>
    long? room;

    public string FullPath => path;

    public long Limit => limit;

    /// <summary>How many there are, and the bytes they take.</summary>
    public (int Count, long Bytes) Size => (Files(Ending).Length, All().Sum(f => f.Length));

    /// <summary>Whether there is something under a key, which may turn out to be damaged.</summary>
    public bool Has(string key) => File.Exists(Path.Combine(path, key + Ending));

    /// <summary>What is kept under a key; null when there is nothing, or nothing whole.</summary>
    /// <param name="again">Gives a part by its hash where its file turns out to be damaged.</param>
    internal StepResult? Read(string key, Func<string, object> again)
    {
        var file = Path.Combine(path, key + Ending);
        try
        {
            if (FileKinds.OfTarget(file) != FileKind.File) return null;
            var bytes = RegularFile.Bytes(file, file, "Clear the cache.", MostBytes);
            var result = Seal.Within(key, bytes) is { } within
                ? StateReader.Read(within, hash => parts.Bring(hash, again)) as StepResult : null;
            if (result is null) Delete(key);
            else File.SetLastWriteTimeUtc(file, DateTime.UtcNow);
            return result;
        }
        // Another run may have let it go, the disk may be gone, and what is written wrong fails as whatever it comes to.
        catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException)
        {
            if (e is not (IOException or UnauthorizedAccessException)) Delete(key);
            return null;
        }
    }

    /// <returns>False when there is no room for it, or it holds what cannot be kept.</returns>
    internal bool Write(string key, StepResult result)
    {
        try
        {
            CacheFolder.Make(path);
            using var folder = OpenFolder.At(path);
            var bytes = 0L;
            folder.Write(key + Ending, stream =>
            {
                Seal.Write(stream, key,
                    sealedStream => StateWriter.Write(sealedStream, result, part => bytes += HeldFiles.Keep(folder, part)));
                bytes += stream.Position;
                if (stream.Position > MostBytes) throw new IOException("It is too large to be kept.");
            }, toDisk: false);
            lock (parts)
                if ((room -= bytes) is null or < 0) room = Trim(folder);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Refusal or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>The bytes that a result takes, parts and all.</summary>
    internal static long LengthOf(StepResult result)
    {
        var counted = new CountedStream();
        void Part(IHeld part) => StateWriter.Write(counted, part.Value, Part);
        StateWriter.Write(counted, result, Part);
        return counted.Length;
    }

    /// <summary>Removes all, and says how many bytes there were.</summary>
    public long Clear()
    {
        if (!Directory.Exists(path)) return 0;
        var bytes = Size.Bytes;
        using var folder = OpenFolder.At(path);
        foreach (var file in All()) folder.Delete(file.Name);
        return bytes;
    }

    /// <summary>Lets go what is beyond the limit, and says what room is left below it.</summary>
    long Trim(OpenFolder folder)
    {
        var left = limit;
        foreach (var file in All().OrderByDescending(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal))
            if (file.Length > left) folder.Delete(file.Name);
            else left -= file.Length;
        // What a run that was killed has not finished.
        foreach (var part in new DirectoryInfo(path).EnumerateFiles(".*.part"))
            if (DateTime.UtcNow - part.LastWriteTimeUtc > Abandoned) folder.Delete(part.Name);
        return left;
    }

    FileInfo[] All() => [.. Files(Ending), .. Files(HeldFiles.Ending)];

    FileInfo[] Files(string ending) => Directory.Exists(path) ? [.. new DirectoryInfo(path).EnumerateFiles("*" + ending)] : [];

    void Delete(string key)
    {
        try
        {
            using var folder = OpenFolder.At(path);
            folder.Delete(key + Ending);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Refusal)
        {
            // It is not believed the next time either.
        }
    }
}
