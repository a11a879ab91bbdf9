using Dsl.Syntax;
using Runtime;
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
        if (!Samples.IsSample(plain)) return new InputFile(Resolve(written, folder), written);
        var name = Samples.PathOf(plain);
        var isPath = name.Contains('/') || name.Contains('\\') || Samples.IsDescription(name);
        return isPath ? new InputFile(Samples.Prefix + Resolve(name, folder), written) : plain;
    }

    /// <summary>Whether the script itself may read the file: what links lead to counts.</summary>
    public static bool IsReadable(InputFile file, LanguageOptions options)
    {
        if (options.Readable is not { } folders || PathOf(file) is not { } path) return true;
        var real = Real(path);
        return folders.Any(folder => IsBelow(real, Real(Path.GetFullPath(folder))));
    }

    /// <summary>The folder of a file as one would write it in the working directory.</summary>
    public static string FolderOf(InputFile file, LanguageOptions options) =>
        Path.GetRelativePath(Path.GetFullPath(options.WorkingFolder), Path.GetDirectoryName(PathOf(file)!) ?? PathOf(file)!);

    /// <summary>The file on disk; null for a sample that is built in.</summary>
    static string? PathOf(InputFile file)
    {
        var path = Samples.PathOf(file);
        return Path.IsPathRooted(path) ? path : null;
    }

    static bool IsBelow(string path, string folder)
    {
        var relative = Path.GetRelativePath(folder, path);
        return relative != ".." && !relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            && !Path.IsPathRooted(relative);
    }

    /// <summary>The path with every link in it followed, also those of folders above.</summary>
    static string Real(string path)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, part);
            FileSystemInfo info = Directory.Exists(next) ? new DirectoryInfo(next) : new FileInfo(next);
            real = Target(info) ?? next;
        }
        return real;
    }

    /// <summary>Null when it is no link, or leads nowhere.</summary>
    static string? Target(FileSystemInfo info)
    {
        try
        {
            return info.LinkTarget is not null && info.ResolveLinkTarget(returnFinalTarget: true) is { } target
                ? Real(target.FullName) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    static string Resolve(string path, string folder)
    {
        if (path.StartsWith("~/", StringComparison.Ordinal))
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[2..]);
        return Path.GetFullPath(Path.Combine(Path.GetFullPath(folder), path));
    }
}
