using System.Globalization;
using System.Text;
using Npgsql;
using Runtime.Data;

namespace Sources.Databases;

/// <summary>Rows of a server as a table: each column is what the server says it is.</summary>
sealed class PostgresRows
{
    static readonly HashSet<string> Whole = ["smallint", "integer", "bigint", "oid"];

    static readonly HashSet<string> Numbers = ["real", "double precision", "numeric"];

    readonly NpgsqlDataReader reader;
    readonly int[] kept;
    readonly string[] types;

    public PostgresRows(NpgsqlDataReader reader, InputFile file, ReadOptions options)
    {
        this.reader = reader;
        types = [.. Enumerable.Range(0, reader.FieldCount).Select(j => reader.GetDataTypeName(j).Split('(')[0])];
        kept = [.. Enumerable.Range(0, types.Length).Where(j => types[j] != "bytea" && !types[j].EndsWith("[]", StringComparison.Ordinal))];
        Table = new CellTable(file, options);
        Table.AddAll([.. kept.Select(reader.GetName)]);
    }

    public CellTable Table { get; }

    /// <summary>How many bytes the values took.</summary>
    public long Bytes { get; private set; }

    public IEnumerable<string> Remarks =>
        CellTable.LeftOut([.. Enumerable.Range(0, types.Length).Except(kept).Select(reader.GetName)], "lists or bytes");

    /// <summary>Types as far as the server says them; values may say more.</summary>
    public IEnumerable<ColumnShape> Shapes => kept.Select((j, k) => new ColumnShape(Table.Columns[k].Name,
        Whole.Contains(types[j]) ? ColumnType.Integer : Numbers.Contains(types[j]) ? ColumnType.Number
        : types[j] == "boolean" ? ColumnType.Logical : IsTime(types[j]) ? ColumnType.Time : ColumnType.Text)
    { IsGuessed = true });

    public void All(int most, Work work)
    {
        while (Table.Rows < most && reader.Read())
        {
            for (var k = 0; k < kept.Length; k++)
                if (Table.Wants(Table.Columns[k].Name) && !reader.IsDBNull(kept[k]))
                    Put(Table.Columns[k], Table.Rows, types[kept[k]], reader.GetString(kept[k]));
            if ((++Table.Rows & 4095) != 0) continue;
            work.Cancel.ThrowIfCancellationRequested();
            work.Report("reading");
        }
    }

    void Put(CellColumn column, int row, string type, string value)
    {
        Bytes += value.Length;
        if (Whole.Contains(type) || Numbers.Contains(type))
        {
            if (value != "NaN") column.Digits(row, Encoding.ASCII.GetBytes(value));
        }
        else if (type == "boolean") column.Truth(row, value == "t");
        else if (IsTime(type) && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            column.Time(row, TimeForm.ToMicroseconds(time.UtcDateTime));
        else column.Text(row, value);
    }

    static bool IsTime(string type) => type == "date" || type.StartsWith("timestamp", StringComparison.Ordinal);
}
