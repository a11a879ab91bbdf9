namespace Runtime.Tables;

/// <summary>Typed columns of the same length. Never changes.</summary>
public sealed class Table(NamedList<Column> columns, int rows)
{
    public static Table Empty { get; } = new(new NamedList<Column>(), 0);

    public NamedList<Column> Columns => columns;

    public int Rows => rows;

    public Column this[string name] => columns.Find(name) ?? throw new KeyNotFoundException(name);

    public Table Take(int[] rows) => new(columns.Map(c => c.Take(rows)), rows.Length);

    public Table With(Column column) => new(columns.With(column), rows);
}

/// <summary>What the values of a column are.</summary>
public enum ColumnType
{
    Integer,
    Number,
    Text,
}

/// <summary>A column of a table.</summary>
public abstract class Column(string name) : INamed
{
    public string Name => name;

    public abstract ColumnType Type { get; }

    public abstract int Rows { get; }

    /// <summary>How many rows have no value.</summary>
    public abstract int Missing { get; }

    public abstract Column Take(int[] rows);

    /// <summary>The same values under another name; they are shared, not copied.</summary>
    public abstract Column Renamed(string name);

    /// <summary>The value as a person writes it; empty when missing.</summary>
    public abstract string Show(int row);
}
