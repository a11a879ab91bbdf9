namespace Runtime.Tables;

/// <summary>Typed columns of the same length. Never changes.</summary>
public sealed class Table(NamedList<Column> columns, int rows)
{
    public NamedList<Column> Columns => columns;

    public int Rows => rows;

    /// <summary>
    /// Stands for the table whose rows these are: a table that was made anew is its own, one whose rows were chosen or ordered has that of
    /// the table before. So a row can be followed through a study.
    /// </summary>
    public object Origin { get; private init; } = new();

    /// <summary>Which row of <see cref="Origin"/> each is; null when they are all of them in their order. Not to be written to.</summary>
    public int[]? OriginRows { get; private init; }

    public Column this[string name] => columns.Find(name) ?? throw new KeyNotFoundException(name);

    public Table Take(int[] rows, Work? work = null)
    {
        var taken = new Column[columns.Count];
        (work ?? Work.Alone).For(taken.Length, i => taken[i] = columns[i].Take(rows));
        var ofOrigin = OriginRows is { } above ? Array.ConvertAll(rows, r => above[r]) : rows;
        return new(new(taken), rows.Length) { Origin = Origin, OriginRows = ofOrigin };
    }

    /// <summary>With the column in the place of the one of its name, or at the end.</summary>
    public Table With(Column column) => With(columns.Set(column));

    public Table Without(Func<string, bool> isDropped) => With(new NamedList<Column>([.. columns.Where(c => !isDropped(c.Name))]));

    /// <summary>The same rows in other columns.</summary>
    public Table With(NamedList<Column> other) => new(other, rows) { Origin = Origin, OriginRows = OriginRows };
}

/// <summary>What the values of a column are.</summary>
public enum ColumnType
{
    Integer,
    Number,
    Text,

    /// <summary>Clusters and noise.</summary>
    Label,

    /// <summary>True or false.</summary>
    Logical,

    /// <summary>Dates and times of day.</summary>
    Time,
}

public static class ColumnTypes
{
    /// <summary>Holds amounts: the mean of true and false is a share. Cluster numbers and dates are none.</summary>
    public static bool IsNumeric(this ColumnType type) => type is ColumnType.Integer or ColumnType.Number or ColumnType.Logical;

    /// <summary>What such a column holds, to be said.</summary>
    public static string Holds(this ColumnType type) => type switch
    {
        ColumnType.Text => "text",
        ColumnType.Label => "cluster numbers, which measure nothing",
        ColumnType.Time => "dates",
        ColumnType.Logical => "true and false",
        _ => "numbers",
    };
}

/// <summary>A column of a table.</summary>
public abstract class Column(string name) : INamed
{
    [Recomputed]
    string? content;

    public string Name => name;

    public abstract ColumnType Type { get; }

    public abstract int Rows { get; }

    /// <summary>How many rows have no value.</summary>
    public abstract int Missing { get; }

    public abstract Column Take(int[] rows);

    /// <summary>The values of the given rows; missing where the row is −1.</summary>
    public abstract Column TakeOrMissing(int[] rows);

    public abstract bool IsMissing(int row);

    /// <summary>The same values under another name; they are shared, not copied.</summary>
    public abstract Column Renamed(string name);

    /// <summary>The value as a person writes it; empty when missing.</summary>
    public abstract string Show(int row);

    /// <summary>A hash of type and values, whatever the name; computed when first asked for.</summary>
    public string Content => content ??= ContentHash.Of(hash =>
    {
        hash.Add((int)Type).Add(Rows);
        AddContent(hash);
    });

    private protected abstract void AddContent(ContentHash hash);
}
