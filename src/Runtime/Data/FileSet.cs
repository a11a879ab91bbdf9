using Runtime.Numerics.Rows;

namespace Runtime.Data;

/// <summary>One or several files that are read as one table, their rows below each other and their columns matched by name.</summary>
sealed class FileSet
{
    readonly InputFile[] files;
    readonly string? fileColumn;
    readonly Headers headers;

    /// <param name="files">Files, or patterns of names: <c>tracks-*.csv</c>.</param>
    /// <param name="fileColumn">The name of a column that says which file a row is from; null for none.</param>
    /// <param name="headers">What is known of the heads of files.</param>
    /// <exception cref="Refusal">No file is named so.</exception>
    public FileSet(IEnumerable<InputFile> files, string? fileColumn, Headers headers)
    {
        this.files = [.. files.SelectMany(Found)];
        (this.fileColumn, this.headers) = (fileColumn, headers);
    }

    /// <summary>Names and types as far as the heads of the files tell.</summary>
    public Shape Outline(ReadOptions options)
    {
        TableOutline[] heads = [.. files.Select(f => Head(f, options))];
        if (heads is [var only])
            return WithFile(new Shape { Rows = only.Rows, Columns = new([.. only.Columns.Where(c => options.Wants(c.Name))]) });
        var columns = heads.SelectMany(h => h.Columns).GroupBy(c => c.Name).Select(same => same.Aggregate(Joined));
        int? rows = heads.Any(h => h.Rows is null) ? null : Math.Min(heads.Sum(h => h.Rows!.Value), options.Rows ?? int.MaxValue);
        return WithFile(new Shape { Columns = new([.. columns]), Rows = rows });
    }

    /// <summary>About how many rows there are in all, from a part of each file.</summary>
    public double RowsAbout(ReadOptions options) =>
        Math.Min(files.Sum(f => Formats.RowsAbout(f, options, Head(f, options))), options.Rows ?? double.PositiveInfinity);

    /// <summary>The bytes of all of them.</summary>
    public double Bytes => files.Where(f => File.Exists(f.Path)).Sum(f => (double)new FileInfo(f.Path).Length);

    /// <summary>The same options with only those columns that are wanted, where the others can be done without.</summary>
    /// <param name="wanted">Names; also some that no file has.</param>
    public ReadOptions Narrowed(ReadOptions options, ValueList<string>? wanted)
    {
        if (wanted is null || files is not [var file]) return options;
        var outline = Head(file, options);
        if (!outline.IsSeparable) return options;
        ValueList<string> kept = [.. outline.Columns.Names.Where(n => wanted.Contains(n) || IsReserved(n))];
        return kept.Count == 0 || kept.Count == outline.Columns.Count ? options : options with { Columns = kept };
    }

    /// <summary>What steps make is called by their names, or otherwise when a column has the name already.</summary>
    static bool IsReserved(string name) => Catalog.Operators.Any(o => name.StartsWith(o.Name.Replace(' ', '_'), StringComparison.Ordinal));

    /// <summary>All of them.</summary>
    /// <param name="tell">Told what is to be said of each.</param>
    public Table Read(ReadOptions options, Work work, Action<TableContent> tell)
    {
        var tables = new List<Table>();
        foreach (var file in files)
        {
            var content = Formats.Read(file, options, work);
            content = content with { Table = content.Table.Without(name => !options.Wants(name)) };
            tell(content);
            tables.Add(fileColumn is null ? content.Table : content.Table.With(Named(file, content.Table.Rows)));
        }
        var table = tables is [var only] ? only : TableStack.Of(tables);
        return options.Rows < table.Rows ? table.Take([.. Enumerable.Range(0, options.Rows.Value)]) : table;
    }

    /// <summary>What columns of one name become below each other: what both are, numbers, or text.</summary>
    static ColumnShape Joined(ColumnShape one, ColumnShape other)
    {
        bool IsPlain(ColumnType type) => type is ColumnType.Integer or ColumnType.Number;
        if (one.Type == other.Type) return one.IsGuessed ? one : other;
        return new(one.Name, IsPlain(one.Type) && IsPlain(other.Type) ? ColumnType.Number : ColumnType.Text) { IsGuessed = true };
    }

    /// <summary>The head of a file, whatever of it is wanted.</summary>
    TableOutline Head(InputFile file, ReadOptions options)
    {
        var all = options with { Columns = null };
        return headers.Of(file.Path, all, () => Formats.Outline(file, all));
    }

    Shape WithFile(Shape shape) => fileColumn is null ? shape : shape.With(new ColumnShape(fileColumn, ColumnType.Text));

    TextColumn Named(InputFile file, int rows) => new(fileColumn!, new int[rows], TextPool.Of([Path.GetFileName(file.Path)]));

    static InputFile[] Found(InputFile file)
    {
        InputFile[] found = [.. FilePattern.FilesOf(file)];
        if (found.Length > 0) return found;
        throw Directory.Exists(Path.GetDirectoryName(file.Path))
            ? new Refusal($"No file is named like `{file.Written}`.", Nearby.Hint(file.Path))
            : new Refusal($"There is no folder `{Path.GetDirectoryName(file.Written)}`.", "Check the path.");
    }
}
