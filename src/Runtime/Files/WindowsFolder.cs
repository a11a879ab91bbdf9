using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Runtime.Files;

/// <summary>
/// A folder that nobody may remove or rename while it is held, so that its path means the same from when it was looked at.
/// </summary>
sealed partial class WindowsFolder : OpenFolder
{
    const uint ListFolder = 1, OpenExisting = 3, BackupSemantics = 0x02000000, OpenReparsePoint = 0x00200000;

    readonly SafeFileHandle handle;
    SafeFileHandle? owned;

    WindowsFolder(SafeFileHandle handle, string path) : base(path) => this.handle = handle;

    public static WindowsFolder Open(string path) => Open(path, BackupSemantics);

    static WindowsFolder Open(string path, uint flags)
    {
        var handle = CreateFile(path, ListFolder, FileShare.ReadWrite, 0, OpenExisting, flags, 0);
        var error = Marshal.GetLastPInvokeError();
        return handle.IsInvalid
            ? throw new IOException($"{Marshal.GetPInvokeErrorMessage(error).TrimEnd()} `{Printable.Of(path)}`")
            : new WindowsFolder(handle, path);
    }

    protected internal override OpenFolder? Enter(string name, bool make)
    {
        var below = Path.Combine(FullPath, name);
        if (make && !IsLink(name)) Directory.CreateDirectory(below);
        if (!IsLink(name) && !Directory.Exists(below)) return null;
        var folder = Open(below, BackupSemantics | OpenReparsePoint);
        if (!IsLink(name)) return folder;
        folder.Dispose();
        throw LinkInTheWay(name);
    }

    protected override bool IsLink(string name) => FileKinds.Of(Path.Combine(FullPath, name)) == FileKind.Link;

    protected override FileStream Create(string name) => new(Path.Combine(FullPath, name), FileMode.CreateNew, FileAccess.Write);

    protected override void Move(string from, string to) =>
        File.Move(Path.Combine(FullPath, from), Path.Combine(FullPath, to), overwrite: true);

    protected override void Remove(string name)
    {
        try
        {
            File.Delete(Path.Combine(FullPath, name));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    protected override SafeFileHandle? Read(string name)
    {
        var path = Path.Combine(FullPath, name);
        return FileKinds.Of(path) == FileKind.File ? File.OpenHandle(path) : null;
    }

    public override bool TryOwn()
    {
        try
        {
            owned = File.OpenHandle(Path.Combine(FullPath, ".pipe.lock"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None,
                FileOptions.DeleteOnClose);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public override void Dispose()
    {
        owned?.Dispose();
        handle.Dispose();
    }

    [LibraryImport("kernel32", EntryPoint = "CreateFileW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    private static partial SafeFileHandle CreateFile(
        string path, uint access, FileShare share, nint security, uint disposition, uint flags, nint template);
}
