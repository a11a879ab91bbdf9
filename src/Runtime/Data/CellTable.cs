namespace Runtime.Data;

/// <summary>A table in the making of a source that gives values one by one and says what each is.</summary>
/// <param name="unit">What is counted in messages: rows.</param>
sealed class CellTable(InputFile file, ReadOptions options, string unit = "row")
{
    readonly List<CellColumn> columns = [];
    readonly List<string> unnamed = [];
    readonly HashSet<string> asWords = [.. options.Types.Select(t => TypeWord.Parse(t)!.Value.Column)];

    /// <summary>The names are not those of the file alone: some are made up, some are given.</summary>
    readonly List<string> remarks = [];

    public InputFile File => file;

    public IReadOnlyList<CellColumn> Columns => columns;

    /// <summary>How many rows there are so far.</summary>
    public int Rows { get; set; }

    /// <summary>The columns of the source, in its order; null or empty where it has no name for one.</summary>
    public void AddAll(IReadOnlyList<string?> fields)
    {
        var names = new ColumnNames(options.Names.Count > 0 ? options.NamesFor(fields.Count, file) : (string?[])[.. fields]);
        unnamed.AddRange(names.Unnamed);
        if (options.Names.Count == 0) remarks.AddRange(names.Remarks);
        foreach (var name in names.All) Add(name);
    }

    /// <summary>One more column, which no row has a value in so far.</summary>
    public CellColumn Add(string name)
    {
        columns.Add(new(name, asWords.Contains(name)));
        return columns[^1];
    }

    /// <summary>Tells of columns that are none of a table; nothing when there are no such.</summary>
    public static IEnumerable<string> LeftOut(IReadOnlyCollection<string> names, string what) => names.Count == 0 ? []
        : [$"{Wording.Names(names)} {(names.Count == 1 ? "holds" : "hold")} {what} and {(names.Count == 1 ? "is" : "are")} left out."];

    public bool Wants(string name) => options.Wants(name);

    public void Remove(string name) => columns.RemoveAll(c => c.Name == name);

    /// <summary>The table, its columns of words as what they are.</summary>
    /// <exception cref="Refusal">It has no columns, or one cannot be what it is said to be.</exception>
    public ReadTable Finish(IEnumerable<string>? told = null)
    {
        if (columns.Count == 0) throw new Refusal($"`{file}` holds no columns.",
            "Give a table: of JSON an array of objects, or an object a line.");
        if (Rows == 0) throw new Refusal($"`{file}` has columns and no rows.", "Give a file with at least one row.");
        var missing = new MissingMarkers(options);
        Column[] found = [.. columns.Where(c => options.Wants(c.Name)).Select(c => c.Finish(Rows, missing, file, unit))];
        var typed = ColumnTyping.Of(found, [.. columns.Select(c => c.Name)], file, options,
            texts: columns.Where(c => c.Kind == CellKind.Text).Select(c => c.Name).ToHashSet());
        return new(new Table(new([.. typed.Columns]), Rows), [.. unnamed],
            [.. told ?? [], .. remarks, .. typed.Remarks, .. missing.Remarks]);
    }

    /// <summary>The same of the first rows alone.</summary>
    /// <param name="all">How many rows there are in all; null when that is not known.</param>
    public TableOutline Outline(int? all)
    {
        var isWhole = all == Rows;
        return new(new([.. Finish().Table.Columns.Select(c => ColumnShape.Of(c) with { IsGuessed = !isWhole })]), all);
    }
}
