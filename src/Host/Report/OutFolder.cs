using System.Text.Json;
using Runtime.Files;

namespace Host.Report;

/// <summary>
/// The folder a run writes to: its own as long as it lasts. A file appears whole or not at all, and one that lies there already as it
/// would be written is left; report, tables and figures of an earlier run that this one does not make are removed. What a step was asked
/// to write stays until one writes over it, and nothing that is not known to be ours is touched.
/// </summary>
public sealed class OutFolder : IDisposable
{
    readonly HashSet<string> files = new(StringComparer.Ordinal), asked = new(StringComparer.Ordinal);

    /// <summary>Written, but perhaps not on the disk yet.</summary>
    readonly HashSet<string> unsettled = new(StringComparer.Ordinal);
    readonly OpenFolder folder;
    readonly Manifest manifest;
    readonly ReadFiles read;

    /// <summary>What the last run here wrote by itself.</summary>
    readonly Dictionary<string, Output> earlier;

    OutFolder(OpenFolder folder, Manifest manifest, ReadFiles read)
    {
        (this.folder, this.manifest, this.read) = (folder, manifest, read);
        earlier = manifest.Read().DistinctBy(f => f.File).ToDictionary(f => f.File, StringComparer.Ordinal);
    }

    public string FullPath => folder.FullPath;

    /// <summary>What this run wrote, relative to the folder, with <c>/</c> between.</summary>
    public IEnumerable<string> Files => files.Order(StringComparer.Ordinal);

    /// <summary>Opens the folder, or makes it.</summary>
    /// <param name="path">As the person wrote it.</param>
    /// <param name="read">What is read, and so neither removed nor written over.</param>
    /// <exception cref="Refusal">It is a link, or another run's.</exception>
    public static OutFolder Own(string path, HostContext host, ReadFiles read)
    {
        var folder = OpenFolder.ForOutput(host.PathOf(path));
        try
        {
            if (!folder.TryOwn()) throw Taken(path, folder);
            var manifest = new Manifest(host.ConfigFolder, folder.FullPath);
            if (manifest.Killed() is { } mark) RemoveUnfinished(folder, mark);
            return new OutFolder(folder, manifest, read);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public bool Has(string file) => folder.StampOf(file) is not null;

    /// <summary>Notes a file that is being written.</summary>
    public void Note(string file) => files.Add(file);

    /// <summary>Notes a file that the script asked a step to write: it is the person's.</summary>
    public void NoteAsked(string file)
    {
        files.Add(file);
        asked.Add(file);
    }

    /// <summary>Writes a file whole; it is on the disk for good after <see cref="Settle"/>.</summary>
    public void Write(string file, byte[] bytes)
    {
        read.Spare(Path.Combine(FullPath, file), file);
        if (!folder.Holds(file, bytes))
        {
            folder.Write(file, stream => stream.Write(bytes), toDisk: false);
            unsettled.Add(file);
        }
        files.Add(file);
    }

    /// <summary>All at once at the end of a run: each on its own would have the disk wait for the run and the run for the disk.</summary>
    public void Settle()
    {
        foreach (var file in unsettled.Intersect(files)) folder.Settle(file);
    }

    /// <summary>Removes what the last run here wrote by itself, this one has not written, and nobody has changed since.</summary>
    public void RemoveEarlier()
    {
        foreach (var (file, stamp) in earlier.Values.Where(e => !files.Contains(e.File)))
            if (!read.Has(Path.Combine(FullPath, file)) && folder.StampOf(file) == stamp) folder.Delete(file);
        earlier.Clear();
    }

    /// <summary>Makes room for a file on a disk that has none.</summary>
    public void Delete(string file) => folder.Delete(file);

    /// <summary>Takes files from the list that are not there any more, where the person looks for them, and gives them.</summary>
    public IReadOnlyList<string> Lost()
    {
        var lost = Files.Where(f => !Has(f) || !File.Exists(Path.Combine(FullPath, f))).ToList();
        files.ExceptWith(lost);
        return lost;
    }

    /// <summary>Keeps for the next run what this one wrote by itself.</summary>
    /// <param name="running">More is to come.</param>
    public void Remember(bool running) => manifest.Write(
    [
        .. Files.Except(asked).Select(f => folder.StampOf(f) is { } stamp ? new Output(f, stamp) : null).OfType<Output>(),
        .. earlier.Values.Where(f => !files.Contains(f.File)),
    ], running);

    /// <summary>What a killed run was writing: nothing else has its mark in its name.</summary>
    static void RemoveUnfinished(OpenFolder folder, string mark)
    {
        var below = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = 10,
            AttributesToSkip = FileAttributes.ReparsePoint,
        };
        foreach (var file in Directory.EnumerateFiles(folder.FullPath, $".{mark}.*.part", below).ToList())
            folder.Delete(Path.GetRelativePath(folder.FullPath, file).Replace(Path.DirectorySeparatorChar, '/'));
    }

    static Refusal Taken(string path, OpenFolder folder)
    {
        var who = "";
        try
        {
            using var record = JsonDocument.Parse(folder.BytesOf(Publisher.RecordFile) ?? []);
            who = $" Process {record.RootElement.GetProperty("outcome").GetProperty("process").GetInt32()} has had it since "
                + $"{record.RootElement.GetProperty("timing").GetProperty("started").GetDateTimeOffset():yyyy-MM-dd HH:mm:ss} UTC.";
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IOException)
        {
            // It has only just begun.
        }
        return new Refusal($"Another run writes to `{Printable.Of(path)}`.{who}",
            "Wait until it has ended, or give `--out` another folder.");
    }

    public void Dispose() => folder.Dispose();
}
