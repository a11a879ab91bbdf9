using Spectre.Console;
using Spectre.Console.Rendering;
using Table = Spectre.Console.Table;

namespace Host.Display;

/// <summary>
/// A sheet fitted to the width of the terminal: long texts end in an ellipsis, columns that do not fit go into further
/// blocks, each led by the first column.
/// </summary>
static class SheetView
{
    /// <summary>More rows than this, which nobody asked for, are cut to <see cref="RowsOfMany"/>.</summary>
    const int MostRows = 24;

    const int RowsOfMany = 20;

    /// <summary>Texts are cut to this when the sheet does not fit as it is.</summary>
    const int ShortText = 32;

    const int Gap = 2;

    public static int RowsShown(Sheet sheet) => sheet.Asked || sheet.Rows <= MostRows ? sheet.Rows : RowsOfMany;

    public static IEnumerable<IRenderable> Blocks(Sheet sheet, int width, int rows)
    {
        var columns = sheet.Columns.Select((c, at) => new Shown(c, sheet.Texts(at)[..rows])).ToList();
        if (columns.Count == 0) return [];
        if (columns.Sum(c => c.Width + Gap) - Gap > width) foreach (var column in columns) column.Limit = Math.Min(ShortText, width / 2);
        return Cut(columns, width).Select(block => Draw(block, rows));
    }

    static IEnumerable<List<Shown>> Cut(List<Shown> columns, int width)
    {
        var block = new List<Shown> { columns[0] };
        var used = columns[0].Width;
        foreach (var column in columns.Skip(1))
        {
            if (used + Gap + column.Width > width && block.Count > 1)
            {
                yield return block;
                block = [columns[0]];
                used = columns[0].Width;
            }
            block.Add(column);
            used += Gap + column.Width;
        }
        yield return block;
    }

    static Table Draw(List<Shown> columns, int rows)
    {
        var table = new Table { Border = Ruled.Instance };
        foreach (var column in columns)
        {
            var head = new Text(column.Cut(column.Name), new Style(decoration: Decoration.Bold));
            table.AddColumn(new TableColumn(head)
            {
                NoWrap = true,
                Padding = new Padding(0, 0),
                Alignment = column.Source.Format == CellFormat.Text ? Justify.Left : Justify.Right,
            });
        }
        for (var row = 0; row < rows; row++) table.AddRow(columns.Select(c => new Text(c.Cut(c.Texts[row]))));
        return table;
    }

    /// <summary>A column as it is shown: its cells as text, cut to a limit.</summary>
    sealed class Shown(SheetColumn source, string[] texts)
    {
        public SheetColumn Source => source;

        public string Name { get; } = Printable.Of(source.Name);

        public string[] Texts { get; } = Array.ConvertAll(texts, text => Printable.Of(text.ReplaceLineEndings(" ")));

        public int Limit { get; set; } = int.MaxValue;

        public int Width => Math.Min(Limit, Texts.Append(Name).Max(t => t.GetCellWidth()));

        public string Cut(string text)
        {
            if (text.GetCellWidth() <= Limit) return text;
            var kept = text;
            while (kept.GetCellWidth() > Limit - 1) kept = kept[..^1];
            return kept.TrimEnd() + "…";
        }
    }

    /// <summary>Two spaces between columns and a line under the heads.</summary>
    sealed class Ruled : TableBorder
    {
        public static Ruled Instance { get; } = new();

        public override bool SupportsRowSeparator => false;

        public override string GetPart(TableBorderPart part) => part switch
        {
            TableBorderPart.HeaderBottom => "─",
            TableBorderPart.HeaderBottomSeparator or TableBorderPart.HeaderSeparator or TableBorderPart.CellSeparator => "  ",
            _ => "",
        };
    }
}
