using System.Security.Cryptography;
using Runtime.Files;

namespace Runtime.Storage;

/// <summary>The files that a kept step has read: they are known again by their content.</summary>
static class KeptFiles
{
    const string Sample = "sample:";

    /// <summary>What a key says of the files before they are read; null where what they hold cannot be known by looking at them.</summary>
    public static IReadOnlyList<KeyPart>? Of(IEnumerable<string> files)
    {
        var parts = new List<KeyPart>();
        foreach (var file in files)
        {
            if (file.StartsWith(Sample, StringComparison.Ordinal) && !Path.IsPathRooted(file[Sample.Length..])) continue;
            // A database may have changes beside it that are not in its file yet.
            if (!Path.IsPathRooted(file) || FileKinds.OfTarget(file) != FileKind.File || File.Exists($"{file}-wal")) return null;
            parts.Add(new($"bytes of `{Path.GetFileName(file)}`", CanonicalText.Of(new FileInfo(file).Length)));
        }
        return parts;
    }

    /// <summary>Whether the files are those that were read, byte by byte.</summary>
    /// <param name="read">In the order of <paramref name="files"/>, without what is no file.</param>
    public static bool Are(IEnumerable<Source> read, IEnumerable<string> files)
    {
        string[] present = [.. files.Where(Path.IsPathRooted)];
        Source[] known = [.. read];
        return present.Length == known.Length && present.Zip(known).All(pair => HashOf(pair.First) == pair.Second.Hash);
    }

    static string HashOf(string file)
    {
        using var stream = RegularFile.Open(file, file, "Name a file.", 1 << 16);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
