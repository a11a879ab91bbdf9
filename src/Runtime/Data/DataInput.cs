using Runtime.Files;

namespace Runtime.Data;

/// <summary>A file of data, opened: its unpacked bytes, and what it is when all of it is read.</summary>
sealed class DataInput : IDisposable
{
    /// <summary>How much of a file tells what it holds.</summary>
    public const int HeadBytes = 1 << 12;

    readonly HashedInput raw;
    readonly InputFile file;
    readonly FileState state;

    DataInput(InputFile file, HashedInput raw, Stream bytes, FileState state, TableFormat? format = null, string? name = null)
    {
        (this.file, this.raw, this.state, Name) = (file, raw, state, name ?? file.Path);
        Format = format ?? Formats.Of(Name);
        Bytes = new CheckedStream(bytes, file);
    }

    public InputFile File => file;

    /// <summary>The name that says what it holds: its own, or that of the one file in it.</summary>
    public string Name { get; }

    /// <summary>What it holds.</summary>
    public TableFormat Format { get; }

    public Stream Bytes { get; }

    /// <summary>How much of it has been read.</summary>
    public double Share => raw.Bytes == 0 ? 1 : (double)raw.Done / raw.Bytes;

    /// <summary>Reads all of it for its hash, while somebody else reads the file by its place.</summary>
    public void ReadThrough() => raw.ReadThrough();

    /// <summary>What it is, which is known when all of it has been read.</summary>
    /// <exception cref="Refusal">It is no longer what it was when it was opened.</exception>
    public Source Finish()
    {
        var hash = raw.Hash();
        DemandSame();
        return new(file.Written, raw.Bytes, hash);
    }

    /// <exception cref="Refusal">Somebody has written to the file since it was opened: what was read of it is of two minds.</exception>
    public void DemandSame()
    {
        if (raw.Done > raw.Bytes || FileState.Of(file.Path) != state)
            throw new Refusal($"`{file}` changed while it was read.", "Run again when nobody writes to it any more.");
    }

    /// <summary>The same file once more, from its start.</summary>
    public DataInput Again()
    {
        DemandSame();
        return Open(file);
    }

    /// <exception cref="Refusal">It is not there or not to be read.</exception>
    public static DataInput Open(InputFile file)
    {
        if (StandardInput.Is(file)) return StandardInput.Open(file);
        if (Directory.Exists(file.Path)) throw new Refusal($"`{file}` is a folder.", "Name a file in it.");
        if (!System.IO.File.Exists(file.Path)) throw new Refusal($"There is no file `{file}`.", Nearby.Hint(file.Path));
        try
        {
            var state = FileState.Of(file.Path);
            var stream = RegularFile.Open(file.Path, file.Written, "Name a file, or read what is piped in with `load -`.", buffer: 0);
            return Of(file, stream, state);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new Refusal($"`{file}` cannot be opened: {error.Message.TrimEnd('.')}.", "Check that it may be read.");
        }
    }

    /// <summary>A stream that can be read again from its start, unpacked and read by what it starts with.</summary>
    public static DataInput Of(InputFile file, Stream stream, FileState state)
    {
        var head = new byte[HeadBytes];
        var start = head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        if (start.IsEmpty) throw new Refusal($"`{file}` is empty.", "Give a file with a header and rows.");
        if (start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            var end = SealedGzip.EndOf(stream);
            stream.Position = 0;
            var packed = new HashedInput(stream, SealedGzip.Seal, end);
            return new(file, packed, new SealedGzip(packed), state);
        }
        var isZip = start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8);
        var workbook = isZip ? ZippedTable.HoldsWorkbook(stream) ?? Formats.Of(file.Path) is ExcelFormat : false;
        stream.Position = 0;
        var raw = new HashedInput(stream, []);
        if (workbook) return new(file, raw, raw, state, Formats.All.Find("excel"));
        if (!isZip) return new(file, raw, raw, state, Formats.Held(file.Path, start));
        var (bytes, name) = ZippedTable.Open(file, raw);
        return new(file, raw, bytes, state, name: name);
    }

    public void Dispose()
    {
        Bytes.Dispose();
        raw.Dispose();
    }
}

/// <summary>What shows that a file has been written to.</summary>
readonly record struct FileState(long Length, DateTime Changed)
{
    public static FileState Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new(file.Length, file.LastWriteTimeUtc) : default;
    }
}
