using DuckDB.NET.Native;
using Runtime.Data;
using static DuckDB.NET.Native.NativeMethods;

namespace Sources.DuckDb;

/// <summary>What the database answers, as a table.</summary>
sealed class DuckTable
{
    readonly DuckDatabase database;
    readonly string from;
    readonly ReadOptions options;
    readonly (string Name, DuckDBType Type)[] columns, left;
    readonly HashSet<string> given;

    /// <param name="from">What stands behind <c>FROM</c>.</param>
    /// <exception cref="DuckFault">There is no such thing.</exception>
    public DuckTable(DuckDatabase database, string from, InputFile file, ReadOptions options)
    {
        (this.database, this.from, this.options) = (database, from, options);
        using var answer = database.Ask($"SELECT * FROM {from} LIMIT 0");
        columns = [.. answer.Columns.Where(c => DuckValues.Takes(c.Type))];
        left = [.. answer.Columns.Where(c => !DuckValues.Takes(c.Type))];
        given = [.. options.Types.Select(t => TypeWord.Parse(t)!.Value.Column)];
        Table = new CellTable(file, options);
        Table.AddAll([.. columns.Select(c => c.Name)]);
    }

    public CellTable Table { get; }

    public IEnumerable<string> Remarks => CellTable.LeftOut([.. left.Select(c => c.Name)], "lists, records or bytes");

    /// <summary>How many rows there are.</summary>
    public long Count()
    {
        using var answer = database.Ask($"SELECT count(*) FROM {from}");
        foreach (var chunk in answer.Chunks()) return FirstOf(chunk);
        return 0;
    }

    /// <summary>Reads the first rows of the columns that are wanted.</summary>
    /// <exception cref="DuckFault">They cannot be read.</exception>
    public void Read(int most, Work work, long rows)
    {
        int[] wanted = [.. Enumerable.Range(0, columns.Length).Where(j => options.Wants(Table.Columns[j].Name))];
        var asked = wanted.Select(j => DuckValues.Asked(columns[j].Name, columns[j].Type, given.Contains(Table.Columns[j].Name)));
        foreach (var j in wanted) Table.Columns[j].Expect((int)Math.Min(rows, most));
        using var answer = database.Ask($"SELECT {string.Join(", ", asked.DefaultIfEmpty("1"))} FROM {from} LIMIT {most}");
        foreach (var chunk in answer.Chunks())
        {
            var count = (int)DataChunks.DuckDBDataChunkGetSize(chunk);
            for (var k = 0; k < wanted.Length; k++)
                DuckValues.Put(DataChunks.DuckDBDataChunkGetVector(chunk, k), answer.Columns[k].Type, columns[wanted[k]].Type,
                    Table.Columns[wanted[k]], Table.Rows, count);
            Table.Rows += count;
            work.Cancel.ThrowIfCancellationRequested();
            work.Report("reading", (double)Table.Rows / Math.Max(1, Math.Min(rows, most)));
        }
    }

    static unsafe long FirstOf(DuckDBDataChunk chunk) => *(long*)Vectors.DuckDBVectorGetData(DataChunks.DuckDBDataChunkGetVector(chunk, 0));
}
