using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Host.Editor;

/// <summary>A text laid out in rows of a terminal, and where the caret stands among them.</summary>
sealed class Frame(int width)
{
    readonly List<StringBuilder> rows = [new()];
    int column;

    public IReadOnlyList<string> Rows => [.. rows.Select(r => r.ToString())];

    public int CaretRow { get; private set; }

    public int CaretColumn { get; private set; }

    /// <summary>Notes that the caret stands here.</summary>
    public void Caret() => (CaretRow, CaretColumn) = (rows.Count - 1, column);

    public void NewRow()
    {
        rows.Add(new StringBuilder());
        column = 0;
    }

    /// <summary>Adds text without line ends, going on in the next row where this one is full.</summary>
    public void Add(string text, Func<string, string> paint)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            var character = text.Substring(at, length);
            if (Printable.Of(character) != character) character = "·";
            var cells = Math.Max(character.GetCellWidth(), 0);
            if (column + cells > width) NewRow();
            rows[^1].Append(paint(character));
            column += cells;
            at += length;
        }
    }

    /// <summary>Adds rows of whole words, all of them led alike.</summary>
    public void AddWrapped(string lead, string text, Func<string, string> paint)
    {
        var row = "";
        foreach (var word in text.Split(' '))
        {
            var longer = row.Length == 0 ? lead + word : $"{row} {word}";
            if (row.Length > 0 && longer.GetCellWidth() > width)
            {
                AddRow(row, paint);
                longer = lead + word;
            }
            row = longer;
        }
        AddRow(row, paint);
    }

    /// <summary>Adds a row that is cut rather than continued.</summary>
    public void AddRow(string text, Func<string, string> paint)
    {
        NewRow();
        var whole = Printable.Of(text);
        var kept = whole;
        while (kept.GetCellWidth() > width) kept = kept[..^1];
        rows[^1].Append(paint(kept.Length < whole.Length && kept.Length > 0 ? kept[..^1] + "…" : kept));
    }
}
