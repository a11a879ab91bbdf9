using Dsl.Syntax;
using Runtime;

namespace Dsl.Binding;

/// <summary>Where a path of the script leads: its own are relative to its folder, those of settings to the working directory.</summary>
static class Paths
{
    const string Sample = "sample:";

    public static object? Input(Value value, LanguageOptions options)
    {
        var written = Types.Text(value);
        if (string.IsNullOrWhiteSpace(written) || written.Contains('\0')) return null;
        var folder = value.Setting is null ? options.ScriptFolder : options.WorkingFolder;
        if (!written.StartsWith(Sample, StringComparison.Ordinal)) return new InputFile(Resolve(written, folder), written);
        var name = written[Sample.Length..];
        var isPath = name.Contains('/') || name.Contains('\\') || name.EndsWith(".json", StringComparison.Ordinal) || name.EndsWith(".json.gz", StringComparison.Ordinal);
        return new InputFile(isPath ? Sample + Resolve(name, folder) : written, written);
    }

    static string Resolve(string path, string folder)
    {
        if (path.StartsWith("~/", StringComparison.Ordinal))
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[2..]);
        return Path.GetFullPath(Path.Combine(Path.GetFullPath(folder), path));
    }
}
