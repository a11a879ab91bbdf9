using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Runtime.Files;

/// <summary>A folder as a file descriptor, and what is relative to it.</summary>
sealed class UnixFolder(SafeFileHandle handle, string path) : OpenFolder(path)
{
    const int NotThere = 2, Denied = 13, NotPermitted = 1, ThereAlready = 17, ReadOnlyDisk = 30;

    public static UnixFolder Open(string path)
    {
        var handle = Libc.Open(path, Libc.Folder);
        var error = Marshal.GetLastPInvokeError();
        if (handle.IsInvalid && error == Denied) handle = Libc.Open(path, Libc.Folder | Libc.NotToRead);
        return handle.IsInvalid ? throw Failure(path, error) : new UnixFolder(handle, path);
    }

    protected internal override OpenFolder? Enter(string name, bool make)
    {
        var child = Libc.OpenAt(handle, name, Libc.Folder | Libc.NoFollow);
        if (child.IsInvalid && make && Marshal.GetLastPInvokeError() == NotThere)
        {
            if (Libc.MakeFolderAt(handle, name, Libc.AllForFolders) != 0 && Marshal.GetLastPInvokeError() != ThereAlready)
                throw Failure(Path.Combine(FullPath, name), Marshal.GetLastPInvokeError());
            child = Libc.OpenAt(handle, name, Libc.Folder | Libc.NoFollow);
        }
        var error = Marshal.GetLastPInvokeError();
        if (!child.IsInvalid) return new UnixFolder(child, Path.Combine(FullPath, name));
        if (IsLink(name)) throw LinkInTheWay(name);
        return error == NotThere && !make ? null : throw Failure(Path.Combine(FullPath, name), error);
    }

    protected override bool IsLink(string name) => Libc.ReadLinkAt(handle, name, out _, 1) >= 0;

    protected override FileStream Create(string name)
    {
        var file = Libc.CreateAt(handle, name);
        return file.IsInvalid ? throw Failure(FullPath, Marshal.GetLastPInvokeError()) : new FileStream(file, FileAccess.Write);
    }

    protected override void Move(string from, string to)
    {
        if (Libc.RenameAt(handle, from, handle, to) != 0) throw Failure(Path.Combine(FullPath, to), Marshal.GetLastPInvokeError());
    }

    protected override void Remove(string name) => Libc.RemoveAt(handle, name, 0);

    protected override SafeFileHandle? Read(string name)
    {
        var file = Libc.OpenAt(handle, name, Libc.NoFollow | Libc.NoWait);
        if (!file.IsInvalid && FileKinds.Of(file) == FileKind.File) return file;
        file.Dispose();
        return null;
    }

    /// <summary>A disk that knows no locks is used without.</summary>
    public override bool TryOwn() => Libc.Lock(handle, Libc.AloneAtOnce) == 0 || Marshal.GetLastPInvokeError() != Libc.WouldWait;

    static Exception Failure(string path, int error)
    {
        var text = $"{Marshal.GetPInvokeErrorMessage(error)}: `{Printable.Of(path)}`.";
        return error switch
        {
            NotThere => new DirectoryNotFoundException(text),
            Denied or NotPermitted or ReadOnlyDisk => new UnauthorizedAccessException(text),
            _ => new IOException(text),
        };
    }

    public override void Dispose() => handle.Dispose();
}
