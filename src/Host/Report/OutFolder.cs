using System.Text.Json;
using Runtime.Data;

namespace Host.Report;

/// <summary>
/// The folder a run writes to. A file appears whole or not at all; what an earlier run left is removed, and nothing
/// that is not ours is touched.
/// </summary>
public sealed class OutFolder(string path)
{
    readonly HashSet<string> files = new(StringComparer.Ordinal);

    public string FullPath => path;

    /// <summary>What this run wrote, relative to the folder, with <c>/</c> between.</summary>
    public IEnumerable<string> Files => files.Order(StringComparer.Ordinal);

    /// <summary>Makes the folder and removes the files that the <c>run.json</c> of an earlier run lists.</summary>
    public void Prepare()
    {
        Directory.CreateDirectory(path);
        foreach (var file in FilesOfEarlierRun().Select(f => Path.Combine(path, f)).Where(File.Exists)) File.Delete(file);
    }

    /// <summary>Notes a file that a step itself has written.</summary>
    public void Note(string file) => files.Add(file);

    public void Write(string file, Action<Stream> write)
    {
        WholeFile.Write(Path.Combine(path, file), write);
        files.Add(file);
    }

    /// <summary>Paths that lead out of the folder are not ours, whatever the list says.</summary>
    List<string> FilesOfEarlierRun()
    {
        var record = Path.Combine(path, "run.json");
        if (!File.Exists(record)) return [];
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(record));
            return [.. document.RootElement.GetProperty("files").EnumerateArray().Select(f => f.GetString() ?? "").Where(StaysInside)];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return [];
        }
    }

    bool StaysInside(string file) =>
        file.Length > 0 && Path.GetFullPath(file, path).StartsWith(path + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
