namespace Runtime.Data;

/// <summary>The bytes of a file; what goes wrong while they are read is a refusal that names it.</summary>
sealed class CheckedStream(Stream source, InputFile file) : ReadOnlyStream
{
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return source.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw new Refusal($"`{file}` is damaged: its packed data end too early or are not what they should be.",
                "Fetch or pack the file again.");
        }
        catch (IOException error)
        {
            throw new Refusal($"`{file}` cannot be read on: {error.Message.TrimEnd('.')}.", "Check the disk.");
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) source.Dispose();
        base.Dispose(disposing);
    }
}
