namespace Runtime;

/// <summary>Something a step has to show: a table, a figure, a remark, a number or a warning.</summary>
public abstract record Result;

/// <summary>A sentence about what came out, as plain text with names in back-ticks.</summary>
public sealed record Remark(string Text) : Result
{
    public override string ToString() => Text;
}

/// <summary>Something looks wrong though the step went on: what, and what to do.</summary>
public sealed record Warning(string Text, string? Hint = null) : Result
{
    public override string ToString() => $"Warning: {Text}{(Hint is null ? "" : $" {Hint}")}";
}

/// <summary>One number by name.</summary>
/// <param name="Name">Snake case: <c>mean_log_likelihood</c>.</param>
public sealed record Metric(string Name, double Value) : Result
{
    public override string ToString() => $"{Name} = {CellText.Number(Value)}";
}

/// <summary>A file that was read, so that a run can say on what it stands.</summary>
/// <param name="File">The file as the script wrote it.</param>
/// <param name="Bytes">Its size on disk.</param>
/// <param name="Hash">SHA-256 of those bytes, in lower-case hexadecimal.</param>
public sealed record Source(string File, long Bytes, string Hash) : Result;

/// <summary>A small table to be read by people and programs.</summary>
/// <param name="Name">Short and fit for a file name: <c>top_artist_name</c>.</param>
/// <param name="Title">What it shows, for people.</param>
public sealed record Sheet(string Name, string Title, IReadOnlyList<SheetColumn> Columns) : Result
{
    public int Rows => Columns.Count == 0 ? 0 : Columns[0].Cells.Count;

    /// <summary>The title and a line a row, as a person reads it.</summary>
    public override string ToString()
    {
        var columns = Columns.Select(c => c.Written()).ToArray();
        return string.Join('\n', Enumerable.Range(0, Rows + 1).Select(Line).Prepend(Title));

        string Line(int at) => string.Join("  ", columns.Select(c => c[at])).TrimEnd();
    }
}

/// <param name="Cells">string, double, int, long or null (nothing to show).</param>
public sealed record SheetColumn(string Name, CellFormat Format, IReadOnlyList<object?> Cells)
{
    /// <summary>The cell as a person reads it.</summary>
    public string Text(int row) => CellText.Of(Cells[row], Format);

    /// <summary>Name and cells, all of one width: text to the left, numbers to the right.</summary>
    internal string[] Written()
    {
        string[] texts = [Name, .. Enumerable.Range(0, Cells.Count).Select(Text)];
        var width = texts.Max(t => t.Length);
        return Array.ConvertAll(texts, t => Format == CellFormat.Text ? t.PadRight(width) : t.PadLeft(width));
    }
}

/// <summary>How the cells of a sheet are written for people. Programs get the full numbers.</summary>
public enum CellFormat
{
    Text,

    /// <summary>A whole number with thousands separated.</summary>
    Count,

    /// <summary>Four significant digits.</summary>
    Number,

    /// <summary>0.138 as 13.8 %.</summary>
    Share,
}
