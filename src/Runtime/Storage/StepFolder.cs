using System.Security.Cryptography;
using System.Text;
using Runtime.Files;

namespace Runtime.Storage;

/// <summary>
/// Results of steps on disk, a file each, named by the key, with a hash at its end of its name and all before it. What is damaged is not
/// there, and goes; beyond a limit what was not asked for the longest goes. Losing it costs only time.
/// </summary>
/// <param name="path">The folder; it is made when first written to.</param>
/// <param name="limit">Bytes that all of them may take.</param>
public sealed class StepFolder(string path, long limit)
{
    const string Ending = ".step";
    const int Seal = SHA256.HashSizeInBytes, MostBytes = 1 << 30;

    static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    public string FullPath => path;

    public long Limit => limit;

    /// <summary>How many there are, and the bytes they take.</summary>
    public (int Count, long Bytes) Size => Entries() is var all ? (all.Length, all.Sum(e => e.Length)) : default;

    /// <summary>Whether there is something under a key, which may turn out to be damaged.</summary>
    public bool Has(string key) => File.Exists(Path.Combine(path, key + Ending));

    /// <summary>What is kept under a key; null when there is nothing, or nothing whole.</summary>
    internal StepResult? Read(string key)
    {
        var file = Path.Combine(path, key + Ending);
        try
        {
            if (FileKinds.OfTarget(file) != FileKind.File) return null;
            var bytes = RegularFile.Bytes(file, file, "Clear the cache.", MostBytes);
            var result = Holds(key, bytes) ? StateReader.Read(new MemoryStream(bytes, 0, bytes.Length - Seal)) as StepResult : null;
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

    static bool Holds(string key, byte[] bytes) =>
        bytes.Length > Seal && bytes.AsSpan(^Seal..).SequenceEqual(SealOf(key, SHA256.HashData(bytes.AsSpan(..^Seal))));

    static byte[] SealOf(string key, byte[] hash) => SHA256.HashData([.. Encoding.UTF8.GetBytes(key), .. hash]);

    /// <returns>False when there is no room for it, or it holds what cannot be kept.</returns>
    internal bool Write(string key, StepResult result)
    {
        try
        {
            CacheFolder.Make(path);
            using var folder = OpenFolder.At(path);
            folder.Write(key + Ending, stream => Write(stream, key, result));
            Trim(folder);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Refusal or NotSupportedException)
        {
            return false;
        }
    }

    static void Write(Stream stream, string key, StepResult result)
    {
        using var sha = SHA256.Create();
        using (var hashed = new CryptoStream(stream, sha, CryptoStreamMode.Write, leaveOpen: true)) StateWriter.Write(hashed, result);
        if (stream.Position > MostBytes - Seal) throw new IOException("It is too large to be kept.");
        stream.Write(SealOf(key, sha.Hash!));
    }

    /// <summary>The bytes that a result would take.</summary>
    internal static long LengthOf(StepResult result)
    {
        using var counted = new CountedStream();
        StateWriter.Write(counted, result);
        return counted.Length;
    }

    /// <summary>Removes all, and says how many bytes there were.</summary>
    public long Clear()
    {
        if (!Directory.Exists(path)) return 0;
        var bytes = Size.Bytes;
        using var folder = OpenFolder.At(path);
        foreach (var entry in Entries()) folder.Delete(entry.Name);
        return bytes;
    }

    void Trim(OpenFolder folder)
    {
        var left = limit;
        foreach (var entry in Entries().OrderByDescending(e => e.LastWriteTimeUtc).ThenBy(e => e.Name, StringComparer.Ordinal))
            if ((left -= entry.Length) < 0) folder.Delete(entry.Name);
        // What a run that was killed has not finished.
        foreach (var part in new DirectoryInfo(path).EnumerateFiles(".*.part"))
            if (DateTime.UtcNow - part.LastWriteTimeUtc > Abandoned) folder.Delete(part.Name);
    }

    FileInfo[] Entries() => Directory.Exists(path) ? [.. new DirectoryInfo(path).EnumerateFiles("*" + Ending)] : [];

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

    /// <summary>Counts what is written to it.</summary>
    sealed class CountedStream : Stream
    {
        long length;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => length;

        public override long Position { get => length; set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count) => length += count;

        public override void Write(ReadOnlySpan<byte> buffer) => length += buffer.Length;

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
