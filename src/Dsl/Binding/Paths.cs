using Dsl.Syntax;
using Runtime;
using Runtime.Data;
using Runtime.Data.Samples;
using Runtime.Expressions;

namespace Dsl.Binding;

/// <summary>Where a path of the script leads: its own are relative to its folder, those of settings to the working directory.</summary>
static class Paths
{
    public static object? Input(Expression value, LanguageOptions options)
    {
        var written = ArgumentTypes.Text(value);
        if (string.IsNullOrWhiteSpace(written) || written.Contains('\0')) return null;
        var folder = value.Origin().Setting is null ? options.ScriptFolder : options.WorkingFolder;
        var plain = new InputFile(written, written);
        if (!Samples.IsSample(plain) && InputFile.IsElsewhere(written)) return plain;
        if (!Samples.IsSample(plain)) return new InputFile(Resolve(written, folder), written);
        var name = Samples.PathOf(plain);
        var isPath = name.Contains('/') || name.Contains('\\') || Samples.IsDescription(name);
        return isPath ? new InputFile(Samples.Prefix + Resolve(name, folder), written) : plain;
    }

    /// <summary>The files on disk that a step names to read.</summary>
    public static IEnumerable<string> ReadBy(PlannedStep step) => step.Operator is null ? []
        : step.Signature!.Parameters.Where(p => p.ValueType == typeof(InputFile)).Select(p => p.Property.GetValue(step.Operator))
            .SelectMany(v => v as IEnumerable<InputFile> ?? (v is InputFile file ? [file] : []))
            .SelectMany(FilePattern.FilesOf).Select(PathOf).OfType<string>();

    /// <summary>Null for a sample that is built in.</summary>
    static string? PathOf(InputFile file)
    {
        var path = Samples.PathOf(file);
        return Path.IsPathRooted(path) ? path : null;
    }

    static string Resolve(string path, string folder)
    {
        if (path.StartsWith("~/", StringComparison.Ordinal))
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[2..]);
        return Path.GetFullPath(Path.Combine(Path.GetFullPath(folder), path));
    }
}
