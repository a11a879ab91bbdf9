using System.Runtime.InteropServices;

namespace Runtime.Data;

/// <summary>Whether a path leads to a file that can be read to its end: opening a pipe or a device may wait for ever.</summary>
public static partial class FileKind
{
    const int TypeMask = 0xF000;
    const int Regular = 0x8000;

    public static bool IsRegular(string path)
    {
        if (OperatingSystem.IsWindows()) return true;
        try
        {
            // Flags, then the mode: the rest is not looked at.
            Span<int> status = stackalloc int[64];
            return Stat(path, ref status[0]) != 0 || (status[1] & TypeMask) == Regular;
        }
        catch (EntryPointNotFoundException)
        {
            return true;
        }
    }

    /// <summary>The library's own call, the same on each platform; links are followed.</summary>
    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_Stat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Stat(string path, ref int status);
}
