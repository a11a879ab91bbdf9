using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace Sources.DuckDb;

/// <summary>The answer to a question: columns with names and types, and the rows in chunks, as they come.</summary>
sealed class DuckAnswer : IDisposable
{
    DuckDBResult result;

    DuckAnswer(DuckDBResult result)
    {
        this.result = result;
        Columns =
        [
            .. Enumerable.Range(0, (int)Query.DuckDBColumnCount(ref this.result))
                .Select(i => (Query.DuckDBColumnName(ref this.result, i), Query.DuckDBColumnType(ref this.result, i))),
        ];
    }

    public IReadOnlyList<(string Name, DuckDBType Type)> Columns { get; }

    /// <exception cref="DuckFault">It cannot be answered.</exception>
    public static DuckAnswer Of(DuckDBPreparedStatement statement)
    {
        if (PreparedStatements.DuckDBExecutePreparedStreaming(statement, out var result) == DuckDBState.Success) return new(result);
        var fault = Query.DuckDBResultError(ref result);
        Query.DuckDBDestroyResult(ref result);
        throw new DuckFault(fault);
    }

    /// <summary>Each is gone when the next one is asked for.</summary>
    /// <exception cref="DuckFault">It cannot be answered to its end.</exception>
    public IEnumerable<DuckDBDataChunk> Chunks()
    {
        while (true)
        {
            using var chunk = StreamingResult.DuckDBStreamFetchChunk(result);
            if (chunk.IsInvalid || DataChunks.DuckDBDataChunkGetSize(chunk) == 0) break;
            yield return chunk;
        }
        if (Query.DuckDBResultError(ref result) is { Length: > 0 } fault) throw new DuckFault(fault);
    }

    public void Dispose() => Query.DuckDBDestroyResult(ref result);
}
