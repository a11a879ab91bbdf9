using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Runtime.Files;

namespace Host.Receipts;

/// <summary>
/// The receipt of the last run of a script, beside what is kept of its steps. Losing it costs only what could be said of it.
/// </summary>
sealed class ReceiptFile
{
    const int MostBytes = 1 << 24;

    static readonly TimeSpan Remembered = TimeSpan.FromDays(60);

    readonly string? folder;
    readonly string name;

    ReceiptFile(string? folder, string name) => (this.folder, this.name) = (folder, name);

    /// <param name="script">As the person has it: a moved script is another one.</param>
    public static ReceiptFile Of(string script, HostContext host) => new(
        host.Cache is { } cache ? Path.Combine(cache.Folder.FullPath, "receipts") : null,
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(host.PathOf(script))))}.json");

    /// <summary>Null when there is none, or none that can be read.</summary>
    public Receipt? Read()
    {
        try
        {
            if (folder is null || FileKinds.OfTarget(Path.Combine(folder, name)) != FileKind.File) return null;
            var bytes = RegularFile.Bytes(Path.Combine(folder, name), name, "", MostBytes);
            return JsonSerializer.Deserialize(bytes, ReceiptJson.Default.Receipt);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Refusal or JsonException)
        {
            return null;
        }
    }

    /// <summary>In the place of the one before it; each step that ran is told why by that.</summary>
    public void Keep(Receipt receipt)
    {
        if (folder is null) return;
        var earlier = Read();
        var steps = receipt.Steps.Select(s =>
            s.Key is null || s.Kept || !s.IsCostly ? s : s with { Because = [.. Reasons.Of(s, receipt, earlier)] });
        var bytes = JsonSerializer.SerializeToUtf8Bytes(new Receipt([.. steps]), ReceiptJson.Default.Receipt);
        try
        {
            CacheFolder.Make(folder);
            using var open = OpenFolder.At(folder);
            open.Write(name, stream => stream.Write(bytes));
            foreach (var old in new DirectoryInfo(folder).EnumerateFiles())
                if (DateTime.UtcNow - old.LastWriteTimeUtc > Remembered) open.Delete(old.Name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Refusal)
        {
            // The next run has less to say, and that is all.
        }
    }
}
