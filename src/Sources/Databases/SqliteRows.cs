using Microsoft.Data.Sqlite;
using Runtime.Data;
using SQLitePCL;

namespace Sources.Databases;

/// <summary>Rows of SQLite, where each value has a type of its own; a column that holds bytes is none of a table.</summary>
sealed class SqliteRows
{
    readonly SqliteDataReader rows;
    readonly bool[] bytes;
    int blobs;

    public SqliteRows(SqliteDataReader rows, InputFile file, ReadOptions options)
    {
        this.rows = rows;
        bytes = new bool[rows.FieldCount];
        Table = new CellTable(file, options);
        Table.AddAll([.. Enumerable.Range(0, rows.FieldCount).Select(rows.GetName)]);
    }

    public CellTable Table { get; }

    public IEnumerable<string> Remarks { get; private set; } = [];

    /// <returns>Whether there are no more.</returns>
    public bool All(int most, Work work)
    {
        var columns = Table.Columns.ToArray();
        var isWhole = true;
        while (rows.Read())
        {
            if (Table.Rows == most)
            {
                isWhole = false;
                break;
            }
            for (var j = 0; j < columns.Length; j++) if (!bytes[j] && Table.Wants(columns[j].Name)) Put(columns[j], Table.Rows, j);
            if ((++Table.Rows & 4095) != 0) continue;
            work.Cancel.ThrowIfCancellationRequested();
            work.Report("reading");
        }
        LeaveBytes(columns);
        return isWhole;
    }

    void Put(CellColumn column, int row, int j)
    {
        var statement = rows.Handle!;
        switch (raw.sqlite3_column_type(statement, j))
        {
            case raw.SQLITE_INTEGER: column.Whole(row, raw.sqlite3_column_int64(statement, j)); break;
            case raw.SQLITE_FLOAT: column.Number(row, raw.sqlite3_column_double(statement, j)); break;
            case raw.SQLITE_TEXT: column.Text(row, raw.sqlite3_column_blob(statement, j)); break;
            case raw.SQLITE_BLOB:
                // What a check promises, which sees the first rows alone, has to be made.
                if (row < TableReader.HeadRows) bytes[j] = true;
                else blobs++;
                break;
        }
    }

    void LeaveBytes(CellColumn[] columns)
    {
        string[] left = [.. columns.Where((_, j) => bytes[j]).Select(c => c.Name)];
        foreach (var name in left) Table.Remove(name);
        if (blobs > 0) Remarks = [$"{Wording.Plural(blobs, "value")} of bytes {(blobs == 1 ? "is" : "are")} missing."];
        Remarks = [.. Remarks, .. CellTable.LeftOut(left, "bytes")];
    }
}
