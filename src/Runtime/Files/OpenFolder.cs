using Microsoft.Win32.SafeHandles;

namespace Runtime.Files;

/// <summary>
/// A folder that is held open: what is done in it is done there, whatever becomes of its path, and no link below it is followed.
/// </summary>
public abstract class OpenFolder(string path) : IDisposable
{
    static int written;

    /// <summary>Stands in the names of files that this process has not finished: nobody can have known it before.</summary>
    public static string Mark { get; } = Guid.NewGuid().ToString("N");

    public string FullPath => path;

    /// <summary>Opens a folder by a path that a person has named: the links in it are theirs.</summary>
    public static OpenFolder At(string path) => OperatingSystem.IsWindows() ? WindowsFolder.Open(path) : UnixFolder.Open(path);

    /// <summary>The same, and makes it when it is not there.</summary>
    public static OpenFolder Made(string path)
    {
        if (FileKinds.OfTarget(path) != FileKind.Folder) Directory.CreateDirectory(path);
        return At(path);
    }

    /// <summary>Opens a folder for what a program puts out. It may lie behind links, but is none itself.</summary>
    /// <exception cref="Refusal">It is a link.</exception>
    public static OpenFolder ForOutput(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } above) return At(full);
        using var parent = Made(above);
        return parent.Enter(Path.GetFileName(full), make: true)!;
    }

    /// <summary>Writes a file whole: under a name of its own first, then, when it is on the disk, moved into its place.</summary>
    /// <param name="file">Relative, with <c>/</c> between; folders are made.</param>
    /// <param name="toDisk">False where it is settled later, or where losing it costs nothing and half of it would be noticed.</param>
    /// <exception cref="Refusal">A link is in the way.</exception>
    public void Write(string file, Action<Stream> write, bool toDisk = true)
    {
        using var place = new Place(this, file, make: true);
        place.Folder!.WriteHere(place.Name, write, toDisk);
    }

    void WriteHere(string name, Action<Stream> write, bool toDisk)
    {
        if (IsLink(name)) throw LinkInTheWay(name);
        var unfinished = $".{Mark}.{Interlocked.Increment(ref written)}.part";
        try
        {
            using (var stream = Create(unfinished))
            {
                write(stream);
                stream.Flush(toDisk);
            }
            Move(unfinished, name);
        }
        finally
        {
            Remove(unfinished);
        }
    }

    /// <summary>Length and time of the last change of a regular file; null when none is there, links not followed.</summary>
    public FileStamp? StampOf(string file)
    {
        using var place = new Place(this, file, make: false);
        using var handle = place.Folder?.Read(place.Name);
        return handle is null ? null : new FileStamp(RandomAccess.GetLength(handle), File.GetLastWriteTimeUtc(handle).Ticks);
    }

    /// <summary>Whether a regular file has just these bytes.</summary>
    public bool Holds(string file, ReadOnlySpan<byte> bytes)
    {
        using var place = new Place(this, file, make: false);
        using var handle = place.Folder?.Read(place.Name);
        if (handle is null || RandomAccess.GetLength(handle) != bytes.Length) return false;
        var held = new byte[bytes.Length];
        var read = 0;
        while (read < held.Length && RandomAccess.Read(handle, held.AsSpan(read), read) is > 0 and var more) read += more;
        return bytes.SequenceEqual(held);
    }

    /// <summary>Sees to it that a file that was written without is on the disk.</summary>
    public void Settle(string file)
    {
        using var place = new Place(this, file, make: false);
        using var handle = place.Folder?.Read(place.Name);
        // Windows wants the right to write for it, and has been told what is in the file when it was closed.
        if (handle is not null && !OperatingSystem.IsWindows()) RandomAccess.FlushToDisk(handle);
    }

    public void Delete(string file)
    {
        using var place = new Place(this, file, make: false);
        place.Folder?.Remove(place.Name);
    }

    /// <summary>The bytes of a regular file right in this folder; null when there is none.</summary>
    public byte[]? BytesOf(string name)
    {
        using var handle = Read(name);
        if (handle is null) return null;
        using var stream = new FileStream(handle, FileAccess.Read);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Makes the folder one's own until it is let go, or until the process ends, however that comes about.</summary>
    /// <returns>False when it is another's.</returns>
    public abstract bool TryOwn();

    /// <summary>The same, waiting a while for another to let it go.</summary>
    /// <exception cref="IOException">It did not.</exception>
    public void Own(TimeSpan patience)
    {
        var end = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        while (!TryOwn())
        {
            if (Environment.TickCount64 > end) throw new IOException($"Another process holds `{Printable.Of(FullPath)}`.");
            Thread.Sleep(10);
        }
    }

    /// <returns>Null when it is not there and not to be made.</returns>
    /// <exception cref="Refusal">It is a link.</exception>
    protected internal abstract OpenFolder? Enter(string name, bool make);

    protected abstract bool IsLink(string name);

    protected abstract FileStream Create(string name);

    protected abstract void Move(string from, string to);

    /// <summary>Does nothing when it cannot be removed.</summary>
    protected abstract void Remove(string name);

    /// <summary>Null for all but regular files.</summary>
    protected abstract SafeFileHandle? Read(string name);

    protected Refusal LinkInTheWay(string name) => new(
        $"`{Printable.Of(Path.Combine(FullPath, name))}` is a link, and nothing is written through one.",
        "Remove the link, or name the place that it leads to.");

    public abstract void Dispose();

    /// <summary>The folder that a relative path leads to, entered name by name, and the last name.</summary>
    readonly struct Place : IDisposable
    {
        readonly List<OpenFolder> entered = [];

        public Place(OpenFolder root, string file, bool make)
        {
            var names = file.Split('/');
            if (names.Any(n => n is "" or "." or ".." || n.Contains('\0')))
                throw new Refusal($"`{Printable.Of(file)}` leads out of its folder.", "Give a path below it, without `..`.");
            (Folder, Name) = (root, names[^1]);
            foreach (var name in names[..^1])
            {
                Folder = Folder?.Enter(name, make);
                if (Folder is not null) entered.Add(Folder);
            }
        }

        /// <summary>Null when it is not there.</summary>
        public OpenFolder? Folder { get; }

        public string Name { get; }

        public void Dispose() => entered.ForEach(f => f.Dispose());
    }
}

/// <summary>By what a file is known again: how long it is, and when it was last changed, in ticks of UTC.</summary>
public sealed record FileStamp(long Length, long Changed);
