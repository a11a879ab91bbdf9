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

    /// <summary>Columns in more blocks than this, which nobody asked for, are left out.</summary>
    public const int MostBlocks = 6;

    /// <summary>The blocks that are shown, and how many columns are not in them.</summary>
    public static (IEnumerable<IRenderable> Drawn, int Left) Blocks(Sheet sheet, int width, int rows, int most)
    {
        var columns = sheet.Columns.Select((c, at) => new Shown(c, sheet.Texts(at)[..rows])).ToList();
        if (columns.Count == 0) return ([], 0);
        if (columns.Sum(c => c.Width + Gap) - Gap > width)
            foreach (var column in columns) column.Limit = Math.Min(ShortText, (width - Gap) / 2);
        var blocks = Even(columns, width);
        var shown = blocks.Count > most ? blocks[..2] : blocks;
        return (shown.Select(block => Draw(block, rows)), columns.Count - 1 - shown.Sum(b => b.Count - 1));
    }

    /// <summary>As few blocks as the width allows, and none much narrower than the others.</summary>
    static List<List<Shown>> Even(List<Shown> columns, int width)
    {
        var blocks = Cut(columns, width).ToList();
        var (low, high) = (0, width);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Cut(columns, middle).Count() > blocks.Count) low = middle + 1;
            else high = middle;
        }
        return [.. Cut(columns, high)];
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
            var head = new Text(column.Head(columns), new Style(decoration: Decoration.Bold));
            table.AddColumn(new TableColumn(head)
            {
                NoWrap = true,
                Padding = new Padding(0, 0),
                Alignment = column.Source.IsText ? Justify.Left : Justify.Right,
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

        HashSet<string>? alike;

        public int Width => Math.Min(Limit, Texts.Append(Name).Max(t => t.GetCellWidth()));

        /// <summary>Where two texts start alike for as long as they are shown, both are cut in their middle.</summary>
        public string Cut(string text) => Cut(text, alike ??= Alike(Texts));

        /// <summary>The name, told from those of the other columns.</summary>
        public string Head(IEnumerable<Shown> columns) => Cut(Name, Alike(columns.Select(c => c.Name)));

        string Cut(string text, HashSet<string> shared)
        {
            if (text.GetCellWidth() <= Limit) return text;
            var start = Start(text, Limit - 1);
            if (!shared.Contains(start)) return start.TrimEnd() + "…";
            return Start(text, Limit / 2).TrimEnd() + "…" + text[^(Limit - Limit / 2 - 1)..].TrimStart();
        }

        /// <summary>What more than one of the texts starts with, as far as it would be shown.</summary>
        HashSet<string> Alike(IEnumerable<string> texts) =>
            [.. texts.Distinct().CountBy(t => Start(t, Limit - 1)).Where(s => s.Value > 1).Select(s => s.Key)];

        static string Start(string text, int cells)
        {
            var kept = text;
            while (kept.GetCellWidth() > cells) kept = kept[..^1];
            return kept;
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
