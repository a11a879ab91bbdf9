namespace Runtime.Data;

/// <summary>A file of data, opened: its unpacked bytes, and what it is when all of it is read.</summary>
sealed class DataInput : IDisposable
{
    readonly HashedInput raw;
    readonly InputFile file;

    DataInput(InputFile file, HashedInput raw, bool packed)
    {
        (this.file, this.raw) = (file, raw);
        Bytes = new CheckedStream(packed ? new SealedGzip(raw) : raw, file);
    }

    public InputFile File => file;

    public Stream Bytes { get; }

    /// <summary>How much of it has been read.</summary>
    public double Share => raw.Bytes == 0 ? 1 : (double)raw.Done / raw.Bytes;

    /// <summary>What it is, which is known when all of it has been read.</summary>
    public Source Finish() => new(file.Written, raw.Bytes, raw.Hash());

    /// <summary>The same file once more, from its start.</summary>
    public DataInput Again() => Open(file);

    /// <exception cref="Refusal">It is not there or not to be read.</exception>
    public static DataInput Open(InputFile file)
    {
        if (Directory.Exists(file.Path)) throw new Refusal($"`{file}` is a folder.", "Name a file in it.");
        if (!System.IO.File.Exists(file.Path)) throw new Refusal($"There is no file `{file}`.", Nearby.Hint(file.Path));
        try
        {
            var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
            var packed = IsGzip(stream);
            return new DataInput(file, new HashedInput(stream, packed ? SealedGzip.Seal : []), packed);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new Refusal($"`{file}` cannot be opened: {error.Message.TrimEnd('.')}.", "Check that it may be read.");
        }
    }

    static bool IsGzip(FileStream stream)
    {
        var packed = stream.ReadByte() == 0x1F && stream.ReadByte() == 0x8B;
        stream.Position = 0;
        return packed;
    }

    public void Dispose() => Bytes.Dispose();
}
