using Runtime.Files;

namespace Runtime.Storage;

/// <summary>The files that a kept step has read or written: they are known again by their content.</summary>
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

    /// <summary>The files that a step reads, and then those that it writes, by their paths.</summary>
    public static string[] PathsOf(StepCall call) =>
    [
        .. ReadBy(call),
        .. Catalog.Of(call.Step).Parameters.SelectMany(p => p.ValuesIn(call.Step)).OfType<OutputFile>()
            .Select(f => f.PlaceIn(call.Run.OutputFolder)),
    ];

    /// <summary>What is to be known of the files that a step is going to read, before it does.</summary>
    public static FileIdentity?[] Before(StepCall call) => [.. ReadBy(call).Select(FileIdentity.Of)];

    /// <summary>The files of a step that has just run; null where it cannot be told what it read or wrote.</summary>
    /// <param name="read">With the hash of what was read.</param>
    /// <param name="before">What the files were before that.</param>
    public static KnownFile[]? After(StepCall call, IEnumerable<Source> read, FileIdentity?[] before)
    {
        KnownFile[] sources = [.. read.Zip(before, (source, identity) => new KnownFile(source.Hash, identity))];
        var written = PathsOf(call)[before.Length..];
        return sources.Length == before.Length && read.Count() == before.Length && Array.TrueForAll(written, IsFile)
            ? [.. sources, .. written.Select(Known)] : null;
    }

    /// <summary>The same files as they are now; null where one is another. Only what may have been written to since is read.</summary>
    public static KnownFile[]? Now(KnownFile[] kept, StepCall call)
    {
        var files = PathsOf(call);
        if (files.Length != kept.Length || !Array.TrueForAll(files, IsFile)) return null;
        var now = new KnownFile[files.Length];
        for (var i = 0; i < now.Length; i++)
        {
            now[i] = kept[i].Identity is { } identity && identity == FileIdentity.Of(files[i]) ? kept[i] : Known(files[i]);
            if (now[i].Hash != kept[i].Hash) return null;
        }
        return now;
    }

    static IEnumerable<string> ReadBy(StepCall call) => call.Step.Reads(call.Study.Shape).Files.Where(Path.IsPathRooted);

    static bool IsFile(string path) => FileKinds.OfTarget(path) == FileKind.File;

    static KnownFile Known(string path)
    {
        // Before it is read: what is written to it meanwhile makes it another.
        var identity = FileIdentity.Of(path);
        return new(RegularFile.HashOf(path), identity);
    }
}

/// <summary>A file as a step has read or written it.</summary>
/// <param name="Hash">SHA-256 of its content.</param>
/// <param name="Identity">By which it is seen without reading that the content is still the same; null where it must be read.</param>
sealed record KnownFile(string Hash, FileIdentity? Identity);
