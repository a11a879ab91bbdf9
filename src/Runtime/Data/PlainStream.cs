namespace Runtime.Data;

/// <summary>The bytes of a file as plain delimited text (<see cref="PlainText"/>).</summary>
sealed class PlainStream(Stream source, Dialect dialect) : ReadOnlyStream
{
    readonly PlainText plain = new(dialect);
    readonly byte[] taken = new byte[1 << 16];
    int given;
    bool ended;

    public override int Read(Span<byte> buffer)
    {
        while (given == plain.Written.Length && !ended) Rewrite();
        var count = Math.Min(buffer.Length, plain.Written.Length - given);
        plain.Written.Slice(given, count).CopyTo(buffer);
        given += count;
        return count;
    }

    void Rewrite()
    {
        plain.Clear();
        given = 0;
        var count = source.Read(taken);
        ended = count == 0;
        if (ended) plain.End();
        else plain.Add(taken.AsSpan(0, count));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) source.Dispose();
        base.Dispose(disposing);
    }
}
