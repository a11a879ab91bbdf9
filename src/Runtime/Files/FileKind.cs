using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Runtime.Files;

/// <summary>What a path names.</summary>
public enum FileKind
{
    None,
    File,
    Folder,
    Link,

    /// <summary>A pipe, a device, a socket: what is read and written in its own time.</summary>
    Other,
}

/// <summary>Looks at what a path names, without opening it.</summary>
public static partial class FileKinds
{
    const int ModeAt = 4, TypeMask = 0xF000;

    /// <summary>More than a status takes.</summary>
    internal const int StatusSize = 256;

    /// <summary>What stands at the path itself, which may be a link.</summary>
    public static FileKind Of(string path) => OperatingSystem.IsWindows()
        ? new FileInfo(path).LinkTarget is not null ? FileKind.Link : OnWindows(path)
        : OfMode(path, follow: false);

    /// <summary>What the path leads to; none for a link that leads nowhere.</summary>
    public static FileKind OfTarget(string path) => OperatingSystem.IsWindows() ? OnWindows(path) : OfMode(path, follow: true);

    /// <summary>What has been opened.</summary>
    public static unsafe FileKind Of(SafeFileHandle file)
    {
        if (OperatingSystem.IsWindows()) return FileKind.File;
        var status = stackalloc byte[StatusSize];
        return StatusOfOpen(file, status) != 0 ? FileKind.None : KindIn(status);
    }

    static FileKind OnWindows(string path) => path.StartsWith(@"\\.\", StringComparison.Ordinal) ? FileKind.Other
        : Directory.Exists(path) ? FileKind.Folder
        : File.Exists(path) ? FileKind.File
        : FileKind.None;

    /// <remarks>.NET has the status in one form for all of Unix, and does not give the type of a file away in any other way.</remarks>
    static unsafe FileKind OfMode(string path, bool follow)
    {
        var status = stackalloc byte[StatusSize];
        return (follow ? Status(path, status) : StatusOfLink(path, status)) != 0 ? FileKind.None : KindIn(status);
    }

    static unsafe FileKind KindIn(byte* status) => (*(int*)(status + ModeAt) & TypeMask) switch
    {
        0x8000 => FileKind.File,
        0x4000 => FileKind.Folder,
        0xA000 => FileKind.Link,
        _ => FileKind.Other,
    };

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_FStat")]
    private static unsafe partial int StatusOfOpen(SafeFileHandle file, byte* status);

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_Stat", StringMarshalling = StringMarshalling.Utf8)]
    internal static unsafe partial int Status(string path, byte* status);

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_LStat", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int StatusOfLink(string path, byte* status);
}
