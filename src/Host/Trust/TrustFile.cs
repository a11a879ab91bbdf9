using System.Globalization;

namespace Host.Trust;

/// <summary>The code that this user trusts: a line of hash, day and script for each, in the configuration folder.</summary>
sealed class TrustFile(Surroundings around)
{
    public string FullPath => Path.Combine(around.ConfigFolder, "trusted");

    public bool Has(ScriptCode code) => Lines().Any(l => l.StartsWith(code.Hash, StringComparison.Ordinal));

    /// <summary>Written beside and moved into place: whole or not at all.</summary>
    public void Add(ScriptCode code, string script)
    {
        if (Has(code)) return;
        Directory.CreateDirectory(around.ConfigFolder);
        var name = string.Concat(script.Select(c => char.IsControl(c) ? '?' : c));
        var day = around.Clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var unfinished = $"{FullPath}.{Guid.NewGuid():N}";
        File.WriteAllLines(unfinished, [.. Lines(), $"{code.Hash} {day} {name}"]);
        File.Move(unfinished, FullPath, overwrite: true);
    }

    string[] Lines() => File.Exists(FullPath) ? File.ReadAllLines(FullPath) : [];
}
