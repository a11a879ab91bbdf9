namespace Runtime.Files;

/// <summary>Writes a file at a path that a person has named: whole or not at all. Nothing else writes files.</summary>
public static class WholeFile
{
    /// <summary>Makes the folder, too, when it is not there. A pipe or a device is written into, since it can only be that.</summary>
    /// <exception cref="Refusal">A link stands at the place.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        if (IsDevice(path))
        {
            using var device = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            if (device.CanSeek) device.Seek(0, SeekOrigin.End);
            write(device);
            return;
        }
        using var folder = OpenFolder.Made(Path.GetDirectoryName(path)!);
        folder.Write(Path.GetFileName(path), write);
    }

    public static void Write(string path, byte[] bytes) => Write(path, stream => stream.Write(bytes));

    /// <summary>The links in the system's folders of devices are its own.</summary>
    static bool IsDevice(string path)
    {
        if (FileKinds.OfTarget(path) is FileKind.None or FileKind.Folder) return false;
        if (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal)) return true;
        return FileKinds.Of(path) == FileKind.Other;
    }
}
