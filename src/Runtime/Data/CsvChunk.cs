using System.Buffers;

namespace Runtime.Data;

/// <summary>Whole records of a file, as bytes.</summary>
/// <param name="bytes">Rented; <see cref="Return"/> gives it back.</param>
/// <param name="line">The file's line that the first record starts at, from 1.</param>
sealed class CsvChunk(int index, byte[] bytes, int start, int length, long line)
{
    public int Index => index;

    /// <summary>Lines as an editor counts them.</summary>
    public int Lines { get; } = bytes.AsSpan(start, length).Count((byte)'\n') + 1;

    /// <summary>At least as many as it has records.</summary>
    public int MostRecords => Text.Contains((byte)'\r') ? Lines + Text.Count((byte)'\r') - Text.Count("\r\n"u8) : Lines;

    /// <summary>Why the file could not be read on after this chunk.</summary>
    public Refusal? Failure { get; init; }

    /// <summary>The file ends with it.</summary>
    public bool AtEnd { get; init; }

    ReadOnlySpan<byte> Text => bytes.AsSpan(start, length);

    public CsvRecords Records(char delimiter) => new(bytes, start, length, delimiter);

    /// <summary>The file's line that a record (from 0, blank ones counted) starts at.</summary>
    public long LineOf(int record, char delimiter)
    {
        var lineOfRecord = line;
        var records = Records(delimiter);
        for (var i = 0; i < record && records.Read(); i++) lineOfRecord += records.Raw.Count((byte)'\n');
        return lineOfRecord;
    }

    public void Return() => ArrayPool<byte>.Shared.Return(bytes);
}
