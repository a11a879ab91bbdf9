using System.Globalization;
using System.Text;
using Runtime.Data;

namespace Host.Trust;

/// <summary>The code that this user trusts: a line of hash, day and script for each, in the configuration folder.</summary>
sealed class TrustFile(HostContext host)
{
    public bool Has(ScriptCode code) => Lines().Any(l => l.StartsWith(code.Hash, StringComparison.Ordinal));

    /// <exception cref="Refusal">There is no place to keep it.</exception>
    public void Add(ScriptCode code, string script)
    {
        if (Has(code)) return;
        var folder = host.ConfigFolder
            ?? throw new Refusal("This account has no folder to keep trust in.", "Set `HOME`, or run the script with `--trust`.");
        var name = string.Concat(script.Select(c => char.IsControl(c) ? '?' : c));
        var day = host.Clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var lines = Lines().Append($"{code.Hash} {day} {name}");
        WholeFile.Write(FileIn(folder), Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n"))));
    }

    static string FileIn(string folder) => Path.Combine(folder, "trusted");

    string[] Lines() => host.ConfigFolder is { } folder && File.Exists(FileIn(folder)) ? File.ReadAllLines(FileIn(folder)) : [];
}
