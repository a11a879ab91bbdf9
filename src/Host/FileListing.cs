namespace Host;

/// <summary>The files and folders that the beginning of a path may become.</summary>
static class FileListing
{
    const int Most = 200;

    /// <summary>In the order of their names, with <c>/</c> after a folder; hidden ones only when a name was begun.</summary>
    /// <param name="wanted">Which files; all of them when null.</param>
    public static IEnumerable<string> Of(string beginning, string folder, Func<string, bool>? wanted = null)
    {
        var cut = beginning.LastIndexOf('/') + 1;
        var (above, name) = (beginning[..cut], beginning[cut..]);
        try
        {
            var below = new DirectoryInfo(Path.GetFullPath(above.Length == 0 ? "." : Home(above), folder));
            var files = below.EnumerateFiles().Select(f => f.Name).Where(wanted ?? (_ => true));
            // What runs have put out is reached by its name.
            var folders = below.EnumerateDirectories().Select(d => d.Name + "/").Where(d => name.Length > 0 || !d.EndsWith(".out/"));
            var names = folders.Concat(files);
            return [.. names.Where(n => n.StartsWith(name, StringComparison.Ordinal) && (!n.StartsWith('.') || name.Length > 0))
                .Select(n => above + n).Order(StringComparer.Ordinal).Take(Most)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    static string Home(string path) => path.StartsWith("~/", StringComparison.Ordinal)
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[2..]) : path;
}
