using System.Text.Json.Serialization;

namespace Runtime;

/// <summary>Something a step has to show: a table, a figure, a remark, a number or a warning.</summary>
public abstract record Result;

/// <summary>Something to look at: it is data and as small as what is seen of it, so that a study may hold it.</summary>
public abstract record Visual : Result
{
    /// <summary>Stands beside what else the step made, and is not what one would look at first.</summary>
    [JsonIgnore]
    public bool IsAside { get; init; }
}

/// <summary>A sentence about what came out, as plain text with names in back-ticks.</summary>
public sealed record Remark(string Text) : Result
{
    /// <summary>A file that it names as it lies below the output folder.</summary>
    public string? File { get; init; }

    /// <summary>With the file as the person would write it.</summary>
    /// <param name="folder">The output folder.</param>
    public string In(string folder) =>
        File is null || folder.Length == 0 ? Text : Text.Replace($"`{File}`", $"`{Path.Combine(folder, File)}`");

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
    /// <summary>It says yes (1) or no (0).</summary>
    public bool Answers { get; init; }

    /// <summary>How many decimals mean something, where that is known: 0 for what is counted.</summary>
    public int? Decimals { get; init; }

    /// <summary>The value for people.</summary>
    public string Text => Answers ? Value == 0 ? "no" : "yes" : double.IsNaN(Value) ? "–" : CellText.Number(Value);

    public override string ToString() => $"{Name} = {Text}";
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

    /// <summary>Just these rows were asked for, so that none is left out where people read it.</summary>
    public bool Asked { get; init; }

    /// <summary>The title and a line a row, as a person reads it.</summary>
    public override string ToString()
    {
        var columns = Enumerable.Range(0, Columns.Count).Select(Written).ToArray();
        return string.Join('\n', Enumerable.Range(0, Rows + 1).Select(Line).Prepend(Title));

        string Line(int at) => string.Join("  ", columns.Select(c => c[at])).TrimEnd();
    }

    /// <summary>
    /// The cells of a column as a person reads them: with the digits that tell the least from the greatest number of the column, or of
    /// the row where that is of one kind.
    /// </summary>
    public string[] Texts(int column)
    {
        var own = Columns[column];
        if (own.Decimals is { } decimals) return [.. own.Cells.Select(cell => CellText.Fixed(cell, decimals))];
        if (own.Format != CellFormat.Number) return [.. own.Cells.Select(cell => CellText.Of(cell, own.Format))];
        var span = CellText.SpanOf(own.Cells);
        return [.. own.Cells.Select((cell, row) => CellText.Of(cell, own.Format, own.AlongRow ? RowSpan(row) : span))];
    }

    double RowSpan(int row) => CellText.SpanAmong(Columns.Where(c => c.AlongRow).Select(c => c.Cells[row]));

    /// <summary>Name and cells, all of one width: text to the left, numbers to the right.</summary>
    string[] Written(int column)
    {
        string[] texts = [Columns[column].Name, .. Texts(column)];
        var width = texts.Max(t => t.Length);
        return Array.ConvertAll(texts, t => Columns[column].IsText ? t.PadRight(width) : t.PadLeft(width));
    }
}

/// <param name="Cells">string, double, int, long, <see cref="SmallBars"/> or null (nothing to show).</param>
public sealed record SheetColumn(string Name, CellFormat Format, IReadOnlyList<object?> Cells)
{
    /// <summary>The numbers are of one kind with those of the other such columns in their row, not with those of their column.</summary>
    public bool AlongRow { get; init; }

    /// <summary>The numbers are written with so many decimals: all that they have.</summary>
    public int? Decimals { get; init; }

    /// <summary>Its texts are numbers as a table has them.</summary>
    public bool AreNumbers { get; init; }

    /// <summary>Stands to the left.</summary>
    public bool IsText => Format == CellFormat.Text && !AreNumbers;
}

/// <summary>How the cells of a sheet are written for people. Programs get the full numbers.</summary>
public enum CellFormat
{
    Text,

    /// <summary>A whole number with thousands separated.</summary>
    Count,

    /// <summary>Four significant digits, more where numbers that stand together need them.</summary>
    Number,

    /// <summary>0.138 as 13.8 %.</summary>
    Share,

    /// <summary>A date, as microseconds since the start of 1970.</summary>
    Time,
}
