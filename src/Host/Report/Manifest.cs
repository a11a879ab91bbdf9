using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Runtime.Files;

namespace Host.Report;

/// <summary>
/// What the last run wrote to a folder, and how it looked then. It lies with what belongs to the person, so that no folder that comes from
/// elsewhere can bring one along: only what stands in it is ever removed.
/// </summary>
/// <param name="place">Where the person's things are kept; without one nothing is remembered.</param>
sealed class Manifest(string? place, string folder)
{
    const string Below = "outputs", Running = "running";
    static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    readonly string name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..32];

    public IEnumerable<Output> Read() => Lines().Select(Entry).OfType<Output>();

    /// <summary>The mark in the names of what the last run was writing when it was killed; null when it came to an end.</summary>
    public string? Killed() =>
        Lines() is [var first, ..] && first.Split(' ') is [Running, var mark] && Guid.TryParse(mark, out _) ? mark : null;

    string[] Lines()
    {
        if (place is null || FileKinds.Of(Path.Combine(place, Below, name)) != FileKind.File) return [];
        using var kept = OpenFolder.At(Path.Combine(place, Below));
        return Encoding.UTF8.GetString(kept.BytesOf(name) ?? []).Split('\n');
    }

    /// <param name="running">More is to come.</param>
    public void Write(IEnumerable<Output> files, bool running)
    {
        if (place is null) return;
        var lines = files.Where(f => !f.File.Contains('\n'))
            .Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Stamp.Length} {f.Stamp.Changed} {f.File}\n"))
            .Prepend(running ? $"{Running} {OpenFolder.Mark}\n" : "");
        try
        {
            using var kept = OpenFolder.Made(Path.Combine(place, Below));
            kept.Write(name, stream => stream.Write(Encoding.UTF8.GetBytes(string.Concat(lines))), toDisk: !running);
            foreach (var old in Directory.EnumerateFiles(kept.FullPath).Where(f => DateTime.UtcNow - File.GetLastWriteTimeUtc(f) > Kept))
                kept.Delete(Path.GetFileName(old));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Refusal)
        {
            // Then the next run removes nothing.
        }
    }

    static Output? Entry(string line) =>
        line.Split(' ', 3) is [var length, var changed, var file]
        && long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
        && long.TryParse(changed, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            ? new(file, new FileStamp(bytes, ticks)) : null;
}

/// <summary>A file that a run has written, and how it looked then.</summary>
/// <param name="File">Relative to the folder.</param>
sealed record Output(string File, FileStamp Stamp);
