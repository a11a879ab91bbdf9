using System.Globalization;
using System.Text.RegularExpressions;

namespace Tests.Host.Editor;

/// <summary>A small terminal: rows of characters and a caret, moved by the ECMA-48 sequences that we send.</summary>
public sealed partial class VirtualScreen(int width, int height)
{
    /// <summary>A program may write while a test waits for what it reads.</summary>
    readonly Lock drawing = new();

    readonly List<List<string>> rows = [[]];
    int row;
    int column;

    public (int Width, int Height) Size { get; set; } = (width, height);

    public (int Row, int Column) Caret => (row, column);

    /// <summary>Rows that are too long go on in the next one; the editor does not count on it.</summary>
    public bool Wraps { get; init; }

    /// <summary>All colours that were asked for.</summary>
    public List<string> Styles { get; } = [];

    public string Text
    {
        get
        {
            lock (drawing) return string.Join('\n', rows.Select(r => string.Concat(r).TrimEnd())).TrimEnd('\n');
        }
    }

    [GeneratedRegex(@"\G\e\[(\??)([0-9;]*)([A-Za-z])")]
    private static partial Regex Sequence();

    /// <summary>Kitty's way to send a piece of a picture.</summary>
    [GeneratedRegex(@"(\e_G[^\e]*\e\\)+")]
    private static partial Regex Picture();

    public void Write(string text)
    {
        lock (drawing) Draw(Picture().Replace(text, "[picture]"));
    }

    void Draw(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (Sequence().Match(text, at) is { Success: true } sequence)
            {
                Move(sequence.Groups[2].Value, sequence.Groups[3].Value[0]);
                at += sequence.Length;
                continue;
            }
            var length = StringInfo.GetNextTextElementLength(text, at);
            Put(text.Substring(at, length));
            at += length;
        }
    }

    void Move(string parameters, char final)
    {
        var count = parameters.Length == 0 ? 1 : int.TryParse(parameters, out var n) ? n : 1;
        switch (final)
        {
            case 'A': row = Math.Max(0, row - count); break;
            case 'C': column = Math.Min(Size.Width - 1, column + count); break;
            case 'H': (row, column) = (0, 0); break;
            case 'J' when parameters == "2": rows.Clear(); rows.Add([]); break;
            case 'J':
                Cut(rows[row], column);
                rows.RemoveRange(row + 1, rows.Count - row - 1);
                break;
            case 'm' when parameters != "0": Styles.Add(parameters); break;
            case 'm' or 'h' or 'l': break;
            default: throw new InvalidOperationException($"The sequence ends with {final}.");
        }
    }

    void Put(string character)
    {
        if (character is "\r\n" or "\n")
        {
            if (character == "\r\n") column = 0;
            row++;
            while (rows.Count <= row) rows.Add([]);
            return;
        }
        if (character == "\r")
        {
            column = 0;
            return;
        }
        Assert.DoesNotContain(character, c => c < ' ');
        var cells = char.IsAscii(character[0]) ? 1 : character[0] is >= '\u1100' and < '\uFFDD' and not (>= '\u2010' and < '\u2E80') ? 2 : 1;
        if (column + cells > Size.Width)
        {
            Assert.True(Wraps, $"A row is longer than the screen is wide: {Text}");
            Put("\r\n");
        }
        while (rows[row].Count < column + cells) rows[row].Add(" ");
        rows[row][column] = character;
        if (cells == 2) rows[row][column + 1] = "";
        column += cells;
    }

    static void Cut(List<string> cells, int from)
    {
        if (cells.Count > from) cells.RemoveRange(from, cells.Count - from);
    }
}
