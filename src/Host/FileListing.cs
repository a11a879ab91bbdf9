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
            var below = new DirectoryInfo(Path.GetFullPath(above.Length == 0 ? "." : above, folder));
            var files = below.EnumerateFiles().Select(f => f.Name).Where(wanted ?? (_ => true));
            var names = below.EnumerateDirectories().Select(d => d.Name + "/").Concat(files);
            return [.. names.Where(n => n.StartsWith(name, StringComparison.Ordinal) && (!n.StartsWith('.') || name.Length > 0))
                .Select(n => above + n).Order(StringComparer.Ordinal).Take(Most)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
