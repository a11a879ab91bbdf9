using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace Sources.DuckDb;

/// <summary>Puts tables of ours into the database.</summary>
static class DuckFilling
{
    /// <summary>Rows in a chunk, as the library has it.</summary>
    const int ChunkRows = 2048;

    /// <summary>Makes a table of that name; without rows when there is only its shape to know.</summary>
    public static void Fill(DuckDatabase database, string name, Table table, Work work)
    {
        Make(database, name, table.Columns.Select(c => (c.Name, TypeOf(c))));
        if (Appender.DuckDBAppenderCreate(database.Connection, null!, name, out var appender) != DuckDBState.Success)
            throw new InvalidOperationException($"DuckDB does not fill {name}.");
        using (appender)
        {
            var types = table.Columns.Select(c => LogicalType.DuckDBCreateLogicalType(TypeOf(c))).ToArray();
            using var chunk = DataChunks.DuckDBCreateDataChunk([.. types.Select(t => t.DangerousGetHandle())], (ulong)types.Length);
            for (var row = 0; row < table.Rows; row += ChunkRows)
            {
                work.Cancel.ThrowIfCancellationRequested();
                var count = Math.Min(ChunkRows, table.Rows - row);
                DataChunks.DuckDBDataChunkReset(chunk);
                for (var j = 0; j < types.Length; j++) Put(DataChunks.DuckDBDataChunkGetVector(chunk, j), table.Columns[j], row, count);
                DataChunks.DuckDBDataChunkSetSize(chunk, (ulong)count);
                if (Appender.DuckDBAppendDataChunk(appender, chunk) != DuckDBState.Success)
                    throw new InvalidOperationException($"DuckDB does not take rows of {name}.");
            }
            if (Appender.DuckDBAppenderClose(appender) != DuckDBState.Success)
                throw new InvalidOperationException($"DuckDB does not keep the rows of {name}.");
            foreach (var type in types) type.Dispose();
        }
    }

    public static void Make(DuckDatabase database, string name, IEnumerable<(string Name, DuckDBType Type)> columns) =>
        database.Run($"CREATE TABLE {DuckDatabase.Name(name)} ({string.Join(", ",
            Apart(columns.ToArray()).Select(c => $"{DuckDatabase.Name(c.Name)} {WordOf(c.Type)}"))})");

    /// <exception cref="Refusal">Two names are the same but for the case of letters, which SQL does not tell apart.</exception>
    static (string Name, DuckDBType Type)[] Apart((string Name, DuckDBType Type)[] columns)
    {
        var twice = columns.GroupBy(c => c.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? columns
            : throw new Refusal(
                $"{Wording.Names(twice.Select(c => c.Name))} differ in the case of letters alone, which does not count there.",
                "Give one another name with `rename`.");
    }

    static string WordOf(DuckDBType type) => type == DuckDBType.TimestampTz ? "TIMESTAMPTZ" : type.ToString().ToUpperInvariant();

    /// <summary>The type of a column of which nothing else is known.</summary>
    public static DuckDBType TypeOf(ColumnType type) => type switch
    {
        ColumnType.Integer or ColumnType.Label => DuckDBType.BigInt,
        ColumnType.Number => DuckDBType.Double,
        ColumnType.Logical => DuckDBType.Boolean,
        ColumnType.Time => DuckDBType.Timestamp,
        _ => DuckDBType.Varchar,
    };

    static DuckDBType TypeOf(Column column) => column switch
    {
        LogicalColumn => DuckDBType.Boolean,
        TimeColumn time => TypeOf(time.Form),
        NumberColumn number => number.Whole ? DuckDBType.BigInt : DuckDBType.Double,
        LabelColumn => DuckDBType.BigInt,
        _ => DuckDBType.Varchar,
    };

    static DuckDBType TypeOf(TimeForm form) => form.Format.Contains("'Z'") ? DuckDBType.TimestampTz
        : form.Format.Contains('m') || form.Format.Contains('H') ? DuckDBType.Timestamp : DuckDBType.Date;

    static unsafe void Put(nint vector, Column column, int row, int count)
    {
        Vectors.DuckDBVectorEnsureValidityWritable(vector);
        var data = Vectors.DuckDBVectorGetData(vector);
        var valid = Vectors.DuckDBVectorGetValidity(vector);
        for (var i = 0; i < count; i++)
        {
            var there = !column.IsMissing(row + i);
            ValidityMask.DuckDBValiditySetRowValidity(valid, (ulong)i, there);
            if (there) Put(vector, data, i, column, row + i);
        }
    }

    static unsafe void Put(nint vector, void* data, int i, Column column, int row)
    {
        switch (column)
        {
            case LogicalColumn truths: ((byte*)data)[i] = (byte)truths.Values[row]; break;
            case TimeColumn times when TypeOf(times.Form) == DuckDBType.Date:
                ((int*)data)[i] = (int)Math.Floor(times.Values[row] / 86_400_000_000);
                break;
            case TimeColumn times: ((long*)data)[i] = (long)times.Values[row]; break;
            case NumberColumn { Whole: true } whole: ((long*)data)[i] = (long)whole.Values[row]; break;
            case NumberColumn numbers: ((double*)data)[i] = numbers.Values[row]; break;
            case LabelColumn labels: ((long*)data)[i] = labels.Labels[row]; break;
            case TextColumn texts:
                var text = texts.Words.Utf8(texts.Codes[row]);
                fixed (byte* start = text)
                {
                    var empty = (byte)0;
                    Vectors.DuckDBVectorAssignStringElementLength(vector, (ulong)i, start == null ? &empty : start, text.Length);
                }
                break;
        }
    }
}
