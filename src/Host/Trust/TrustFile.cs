using System.Globalization;
using System.Text;
using Runtime.Files;

namespace Host.Trust;

/// <summary>The code that this user trusts: a line of hash, day and script for each, in the configuration folder.</summary>
sealed class TrustFile(HostContext host)
{
    const string Name = "trusted";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public bool Has(ScriptCode code) => Lines().Any(l => l.StartsWith(code.Hash, StringComparison.Ordinal));

    /// <summary>What of it has been read and trusted before, in whatever script.</summary>
    public IReadOnlySet<CodePart> Known(ScriptCode code)
    {
        var lines = Lines().Select(l => l.Split(' ')[0]).ToHashSet();
        return code.Parts.Where(p => lines.Contains(p.Hash)).ToHashSet();
    }

    /// <summary>Several processes may add at once: each waits for its turn, and keeps what the others wrote.</summary>
    /// <exception cref="Refusal">There is no place to keep it.</exception>
    public void Add(ScriptCode code, string script)
    {
        var path = host.ConfigFolder
            ?? throw new Refusal("This account has no folder to keep trust in.", "Set `HOME`, or run the script with `--trust`.");
        using var folder = OpenFolder.Made(path);
        folder.Own(Patience);
        if (Has(code)) return;
        var day = host.Clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var known = Known(code);
        string[] hashes = [code.Hash, .. code.Parts.Where(p => !known.Contains(p)).Select(p => p.Hash).Distinct()];
        var lines = Lines().Concat(hashes.Select(hash => $"{hash} {day} {Printable.Of(script)}"));
        folder.Write(Name, stream => stream.Write(Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n")))));
    }

    string[] Lines() =>
        host.ConfigFolder is { } folder && File.Exists(Path.Combine(folder, Name)) ? File.ReadAllLines(Path.Combine(folder, Name)) : [];
}
