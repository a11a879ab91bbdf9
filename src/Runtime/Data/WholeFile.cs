namespace Runtime.Data;

/// <summary>
/// Writes files whole or not at all: beside their place first, and moved into it when they are complete. Nothing else writes files.
/// </summary>
public static class WholeFile
{
    /// <summary>Makes the folder, too, when it is not there.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write)) write(stream);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    public static void Write(string path, byte[] bytes) => Write(path, stream => stream.Write(bytes));
}
