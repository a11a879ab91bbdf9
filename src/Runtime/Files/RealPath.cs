namespace Runtime.Files;

/// <summary>Where paths lead when the links in them are followed.</summary>
public static class RealPath
{
    /// <summary>As the disk has it: two paths of one file are one.</summary>
    public static StringComparer Comparer { get; } =
        OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    /// <summary>The path with every link in it followed, also those of folders above.</summary>
    public static string Of(string path) => Walk(Path.GetFullPath(path), static (_, _) => { });

    public static bool IsBelow(string path, string folder)
    {
        var relative = Path.GetRelativePath(Of(folder), Of(path));
        return relative != ".." && !relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            && !Path.IsPathRooted(relative);
    }

    /// <summary>The first link on the way to a path that lies in a folder or below it; null when there is none.</summary>
    public static string? LinkIn(string folder, string path)
    {
        string? found = null;
        Walk(Path.GetFullPath(path), (above, link) => found ??= IsBelow(above, folder) ? link : null);
        return found;
    }

    static string Walk(string path, Action<string, string> onLink)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, part);
            if (FileKinds.Of(next) == FileKind.Link)
            {
                onLink(real, next);
                next = Target(next) ?? next;
            }
            real = next;
        }
        return real;
    }

    /// <summary>Null when it leads nowhere, or round and round.</summary>
    static string? Target(string link)
    {
        try
        {
            return new FileInfo(link).ResolveLinkTarget(returnFinalTarget: true) is { } target ? Of(target.FullName) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
