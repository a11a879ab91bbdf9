using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Runtime.Files;

/// <summary>The calls of Unix that take an open folder and a name in it, with their flags, which differ from system to system.</summary>
static partial class Libc
{
    const string Name = "libc";
    const int WriteOnly = 1, AllForFiles = 0x1B6;

    /// <summary>rwxrwxrwx, less what the process's mask takes away.</summary>
    public const int AllForFolders = 0x1FF;

    /// <summary>LOCK_EX | LOCK_NB.</summary>
    public const int AloneAtOnce = 2 | 4;

    static readonly bool IsLinux = OperatingSystem.IsLinux();
    static readonly bool IsArm = RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.Arm;
    static readonly bool IsAppleArm = !IsLinux && IsArm;

    /// <summary>O_CLOEXEC.</summary>
    static int Own => IsLinux ? 0x80000 : 0x1000000;

    /// <summary>O_CREAT | O_EXCL.</summary>
    static int New => IsLinux ? 0x40 | 0x80 : 0x200 | 0x800;

    /// <summary>O_DIRECTORY.</summary>
    public static int Folder => IsLinux ? IsArm ? 0x4000 : 0x10000 : 0x100000;

    /// <summary>O_NOFOLLOW.</summary>
    public static int NoFollow => IsLinux ? IsArm ? 0x8000 : 0x20000 : 0x100;

    /// <summary>O_NONBLOCK: a pipe without a writer is opened, too.</summary>
    public static int NoWait => IsLinux ? 0x800 : 0x4;

    /// <summary>O_PATH, O_SEARCH: for a folder that may be entered but not listed.</summary>
    public static int NotToRead => IsLinux ? 0x200000 : 0x40000000;

    /// <summary>EWOULDBLOCK.</summary>
    public static int WouldWait => IsLinux ? 11 : 35;

    public static SafeFileHandle Open(string path, int flags) => OpenRaw(path, flags | Own);

    public static SafeFileHandle OpenAt(SafeFileHandle folder, string name, int flags) => OpenAtRaw(folder, name, flags | Own, AllForFiles);

    /// <summary>A new file for writing.</summary>
    public static SafeFileHandle CreateAt(SafeFileHandle folder, string name)
    {
        var flags = WriteOnly | New | NoFollow | Own;
        return IsAppleArm
            ? OpenAtOnStack(folder, name, flags, 0, 0, 0, 0, 0, AllForFiles)
            : OpenAtRaw(folder, name, flags, AllForFiles);
    }

    [LibraryImport(Name, EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle OpenRaw(string path, int flags);

    [LibraryImport(Name, EntryPoint = "openat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle OpenAtRaw(SafeFileHandle folder, string name, int flags, int mode);

    /// <summary>Where arguments beyond the named ones go onto the stack: the registers before it are filled up.</summary>
    [LibraryImport(Name, EntryPoint = "openat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle OpenAtOnStack(
        SafeFileHandle folder, string name, int flags, nint fourth, nint fifth, nint sixth, nint seventh, nint eighth, nint mode);

    [LibraryImport(Name, EntryPoint = "mkdirat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int MakeFolderAt(SafeFileHandle folder, string name, int mode);

    [LibraryImport(Name, EntryPoint = "renameat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int RenameAt(SafeFileHandle folder, string from, SafeFileHandle into, string to);

    [LibraryImport(Name, EntryPoint = "unlinkat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int RemoveAt(SafeFileHandle folder, string name, int flags);

    [LibraryImport(Name, EntryPoint = "readlinkat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint ReadLinkAt(SafeFileHandle folder, string name, out byte first, nint size);

    [LibraryImport(Name, EntryPoint = "flock", SetLastError = true)]
    public static partial int Lock(SafeFileHandle file, int operation);
}
