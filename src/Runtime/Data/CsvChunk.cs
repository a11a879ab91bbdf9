using System.Buffers;
using Sylvan.Data.Csv;

namespace Runtime.Data;

/// <summary>Whole records of a file, as bytes.</summary>
/// <param name="bytes">Rented; <see cref="Return"/> gives it back.</param>
/// <param name="line">The file's line that the first record starts at, from 1.</param>
sealed class CsvChunk(int index, byte[] bytes, int start, int length, long line)
{
    public int Index => index;

    /// <summary>At least as many as it has records.</summary>
    public int Lines { get; } = bytes.AsSpan(start, length).Count((byte)'\n') + 1;

    public long Line => line;

    /// <summary>Why the file could not be read on after this chunk.</summary>
    public Refusal? Failure { get; init; }

    /// <summary>The file ends with it.</summary>
    public bool AtEnd { get; init; }

    public CsvDataReader Records(char delimiter) => CsvDataReader.Create(new Utf8Text(bytes, start, length), new CsvDataReaderOptions
    {
        HasHeaders = false,
        Delimiter = delimiter,
        // Text after a closing quote belongs to the field; a quote that is never closed was refused before.
        CsvStyle = CsvStyle.Lax,
        // No comments: NUL never occurs in a chunk.
        Comment = '\0',
        BufferSize = 1 << 16,
        MaxBufferSize = Math.Max(1 << 17, 2 * length),
    });

    /// <summary>The file's line that a record (from 0, blank ones counted) starts at.</summary>
    public long LineOf(int record, char delimiter)
    {
        var lineOfRecord = line;
        using var records = Records(delimiter);
        for (var i = 0; i < record && records.Read(); i++) lineOfRecord += records.GetRawRecordSpan().Count('\n');
        return lineOfRecord;
    }

    public void Return() => ArrayPool<byte>.Shared.Return(bytes);
}

/// <summary>Blank lines are not records.</summary>
static class CsvRecords
{
    public static bool IsBlank(this CsvDataReader record) =>
        record.RowFieldCount == 1 && record.GetRawRecordSpan().TrimEnd("\r\n").IsEmpty;
}
