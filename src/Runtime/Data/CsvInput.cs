namespace Runtime.Data;

/// <summary>A file of delimited text, opened: its unpacked bytes, and what it is when all of it is read.</summary>
sealed class CsvInput : IDisposable
{
    static readonly string[] Endings = [".csv", ".tsv", ".csv.gz", ".tsv.gz"];

    readonly HashedInput raw;
    readonly InputFile file;

    CsvInput(InputFile file, HashedInput raw, bool packed)
    {
        (this.file, this.raw) = (file, raw);
        Bytes = packed ? new SealedGzip(raw) : raw;
    }

    public InputFile File => file;

    public Stream Bytes { get; }

    /// <summary>A tab where the name says so; otherwise the header tells.</summary>
    public char? Delimiter => Path.GetFileNameWithoutExtension(file.Path).EndsWith(".tsv", StringComparison.OrdinalIgnoreCase)
        || file.Path.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) ? '\t' : null;

    public double Share => raw.Bytes == 0 ? 1 : (double)raw.Done / raw.Bytes;

    public Source Finish() => new(file.Written, raw.Bytes, raw.Hash());

    /// <exception cref="Refusal">It is not there, not to be read, or of a kind that is not known.</exception>
    public static CsvInput Open(InputFile file)
    {
        if (!Array.Exists(Endings, e => file.Path.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
            throw new Refusal($"`{file}` is of a kind that cannot be read.", $"Give a file that ends with {string.Join(", ", Endings)}.");
        if (Directory.Exists(file.Path)) throw new Refusal($"`{file}` is a folder.", "Name a file in it.");
        if (!System.IO.File.Exists(file.Path)) throw new Refusal($"There is no file `{file}`.", Nearby.Hint(file.Path));
        try
        {
            var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
            var packed = IsGzip(stream);
            return new CsvInput(file, new HashedInput(stream, packed ? SealedGzip.Seal : []), packed);
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
