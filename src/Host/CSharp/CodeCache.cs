using System.Security.Cryptography;
using System.Text;
using Runtime.Files;

namespace Host.CSharp;

/// <summary>
/// Compiled code on disk, by what it was compiled from, each with a hash of its own: one that is damaged is compiled anew. Losing it costs
/// only time.
/// </summary>
static class CodeCache
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    static string Folder => CacheFolder.Of("code");

    /// <summary>The compiled code: from the disk, or compiled now and kept if it compiles.</summary>
    public static CompiledCode Get(string hash, Func<CompiledCode> compile)
    {
        if (Read(hash) is { } kept) return kept;
        var compiled = compile();
        if (compiled.Errors.Count == 0) Keep(hash, compiled);
        return compiled;
    }

    static CompiledCode? Read(string hash)
    {
        try
        {
            var path = PathOf(hash);
            if (FileKinds.OfTarget(path) != FileKind.File) return null;
            var bytes = File.ReadAllBytes(path);
            if (!Seal.Holds(hash, bytes)) return null;
            Touch(path);
            return Seal.Open(bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>A cache that may only be read is no worse for it.</summary>
    static void Touch(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    static void Keep(string hash, CompiledCode code)
    {
        try
        {
            CacheFolder.Make(Folder);
            using var folder = OpenFolder.At(Folder);
            folder.Write(Path.GetFileName(PathOf(hash)), stream => Seal.Write(stream, hash, code));
            foreach (var old in Directory.EnumerateFiles(Folder).Where(f => DateTime.UtcNow - File.GetLastWriteTimeUtc(f) > Kept))
                folder.Delete(Path.GetFileName(old));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Refusal)
        {
            // A disk that cannot be written to only makes the next run slower.
        }
    }

    static string PathOf(string hash) => Path.Combine(Folder, hash + ".dll");

    /// <summary>The form of a file: the assembly, the symbols, how long the assembly is, and a hash of all that and of its name.</summary>
    static class Seal
    {
        const int Size = SHA256.HashSizeInBytes;

        public static bool Holds(string name, byte[] bytes) => bytes.Length >= Size + sizeof(int)
            && bytes.AsSpan(^Size..).SequenceEqual(Of(name, bytes.AsSpan(..^Size)));

        static byte[] Of(string name, ReadOnlySpan<byte> bytes)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(bytes);
            return hash.GetHashAndReset();
        }

        public static void Write(Stream stream, string name, CompiledCode code)
        {
            byte[] bytes = [.. code.Assembly, .. code.Symbols, .. BitConverter.GetBytes(code.Assembly.Length)];
            stream.Write(bytes);
            stream.Write(Of(name, bytes));
        }

        public static CompiledCode Open(byte[] bytes)
        {
            var end = bytes.Length - Size - sizeof(int);
            var assembly = BitConverter.ToInt32(bytes, end);
            return new CompiledCode(bytes[..assembly], bytes[assembly..end], []);
        }
    }
}
