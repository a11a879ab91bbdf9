using Runtime.Data;
using Runtime.Files;

namespace Sources.DuckDb;

/// <summary>Reads and writes Parquet.</summary>
sealed class ParquetReader : TableReader
{
    public override TableOutline Outline(DataInput input, ReadOptions options) => Opened(input, options, Work.Alone, (table, rows) =>
    {
        table.Read((int)Math.Min(HeadRows, rows), Work.Alone, rows);
        return table.Table.Outline((int)rows);
    });

    public override ReadTable Read(DataInput input, ReadOptions options, Work work)
    {
        ReadTable? read = null;
        work.For(2, part =>
        {
            if (part == 1) input.ReadThrough();
            else
                read = Opened(input, options, work, (table, rows) =>
                {
                    table.Read((int)rows, work, rows);
                    return table.Table.Finish(table.Remarks);
                });
        });
        return read!;
    }

    public override void Write(Stream stream, Table table, Work work)
    {
        using var folder = new PrivateFolder();
        var path = folder.At("table.parquet");
        // One thread, so that the same table is the same file.
        using (var database = new DuckDatabase(threads: 1, work.Cancel, path))
        {
            DuckFilling.Fill(database, "written", table, work);
            database.Run($"COPY written TO {DuckDatabase.Text(path)} (FORMAT parquet, COMPRESSION zstd)");
        }
        using var written = File.OpenRead(path);
        written.CopyTo(stream);
    }

    static T Opened<T>(DataInput input, ReadOptions options, Work work, Func<DuckTable, long, T> read)
    {
        var path = input.File.Path;
        try
        {
            using var database = new DuckDatabase(work.Threads, work.Cancel, path, Literal(path));
            var from = $"read_parquet({DuckDatabase.Text(Literal(path))}, hive_partitioning = false)";
            var table = new DuckTable(database, from, input.File, options);
            var rows = Math.Min(table.Count(), options.Rows ?? long.MaxValue);
            return rows <= Array.MaxLength ? read(table, rows)
                : throw new Refusal($"`{input.File}` has more than {Wording.Count(Array.MaxLength)} rows.",
                    "Read the first ones with `rows=`.");
        }
        catch (DuckFault fault)
        {
            work.Cancel.ThrowIfCancellationRequested();
            if (!EndsWell(path)) throw new Refusal($"`{input.File}` is damaged: its end is missing.", "Fetch or make the file again.");
            throw new Refusal($"`{input.File}` cannot be read as Parquet: {fault.Short.Replace(path, input.File.Written)}.",
                "Fetch or make the file again.");
        }
    }

    static bool EndsWell(string path)
    {
        using var file = File.OpenRead(path);
        if (file.Length < 8) return false;
        file.Position = file.Length - 4;
        Span<byte> end = stackalloc byte[4];
        file.ReadExactly(end);
        return end.SequenceEqual("PAR1"u8);
    }

    /// <summary>A path in which no letter stands for several files.</summary>
    static string Literal(string path) => path.Replace("[", "[[]").Replace("*", "[*]").Replace("?", "[?]");
}
