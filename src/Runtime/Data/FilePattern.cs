namespace Runtime.Data;

/// <summary>A path that may stand for several files by a pattern of their names: <c>tracks-*.csv</c>.</summary>
public static class FilePattern
{
    /// <summary>The files that a path stands for, by name; itself when it is no pattern, or when a file is called just so.</summary>
    public static IEnumerable<InputFile> FilesOf(InputFile file)
    {
        if (InputFile.IsElsewhere(file.Written) || !file.Written.AsSpan().ContainsAny('*', '?') || File.Exists(file.Path)) return [file];
        var (folder, pattern) = (Path.GetDirectoryName(file.Path)!, Path.GetFileName(file.Path));
        if (!Directory.Exists(folder)) return [];
        var start = file.Written[..^pattern.Length];
        return Directory.GetFiles(folder, pattern).Order(StringComparer.Ordinal)
            .Select(path => new InputFile(path, start + Path.GetFileName(path)));
    }
}
