using System.Globalization;

namespace Host.Trust;

/// <summary>The code that this user trusts: a line of hash, day and script for each, in the configuration folder.</summary>
sealed class TrustFile(Surroundings around)
{
    public bool Has(ScriptCode code) => Lines().Any(l => l.StartsWith(code.Hash, StringComparison.Ordinal));

    /// <summary>Written beside and moved into place: whole or not at all.</summary>
    /// <exception cref="Refusal">There is no place to keep it.</exception>
    public void Add(ScriptCode code, string script)
    {
        if (Has(code)) return;
        var folder = around.ConfigFolder ?? throw new Refusal("This account has no folder to keep trust in.", "Set `HOME`, or run the script with `--trust`.");
        Directory.CreateDirectory(folder);
        var name = string.Concat(script.Select(c => char.IsControl(c) ? '?' : c));
        var day = around.Clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var file = FileIn(folder);
        var unfinished = $"{file}.{Guid.NewGuid():N}";
        File.WriteAllLines(unfinished, [.. Lines(), $"{code.Hash} {day} {name}"]);
        File.Move(unfinished, file, overwrite: true);
    }

    static string FileIn(string folder) => Path.Combine(folder, "trusted");

    string[] Lines() => around.ConfigFolder is { } folder && File.Exists(FileIn(folder)) ? File.ReadAllLines(FileIn(folder)) : [];
}
