namespace Runtime.Data;

/// <summary>A stream whose head can be looked at before it is read.</summary>
sealed class HeadedStream(Stream source) : ReadOnlyStream
{
    byte[] head = [];
    int length, given;

    public ReadOnlySpan<byte> Head => head.AsSpan(given, length - given);

    /// <summary>The head is all there is.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Looks at so many bytes, or at all there are.</summary>
    public void Look(int bytes)
    {
        if (bytes > head.Length) Array.Resize(ref head, bytes);
        // Who unpacks wants some room.
        while (!IsWhole && bytes - length > 32)
        {
            var count = source.Read(head.AsSpan(length, bytes - length));
            if (count == 0) IsWhole = true;
            length += count;
        }
    }

    /// <summary>Looks at all of it.</summary>
    /// <returns>False when that is more than one array holds.</returns>
    public bool LookAtAll()
    {
        while (!IsWhole && head.Length < Array.MaxLength) Look((int)Math.Min(Array.MaxLength, Math.Max(1 << 20, 2L * head.Length)));
        return IsWhole;
    }

    /// <summary>The first bytes of the head are none of the text.</summary>
    public void Skip(int bytes) => given += bytes;

    public override int Read(Span<byte> buffer)
    {
        if (given == length) return IsWhole ? 0 : source.Read(buffer);
        var count = Math.Min(buffer.Length, length - given);
        head.AsSpan(given, count).CopyTo(buffer);
        given += count;
        if (given == length) (head, given, length) = ([], 0, 0);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) source.Dispose();
        base.Dispose(disposing);
    }
}
