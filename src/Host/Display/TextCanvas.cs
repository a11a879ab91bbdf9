namespace Host.Display;

/// <summary>Rows of characters to draw on: a character a cell, and beneath it dots, two across and four down a cell (braille).</summary>
sealed class TextCanvas(int columns, int rows)
{
    public const int Across = 2, Down = 4;

    const char Empty = '\0', Braille = '⠀';
    const string Eighths = " ▏▎▍▌▋▊▉█";

    // Bits of the dots of a braille cell, by row and column.
    static readonly int[,] Bits = { { 0x01, 0x08 }, { 0x02, 0x10 }, { 0x04, 0x20 }, { 0x40, 0x80 } };

    readonly char[,] characters = new char[rows, columns];
    readonly int[,] dots = new int[rows, columns];

    public int Columns => columns;

    public int Rows => rows;

    public bool IsFree(int column, int row) => Has(column, row) && characters[row, column] == Empty;

    public void Put(int column, int row, char character)
    {
        if (Has(column, row)) characters[row, column] = character;
    }

    /// <summary>A text within the row, moved to where it has room.</summary>
    public void Put(int column, int row, string text)
    {
        column = Math.Max(0, Math.Min(column, columns - text.Length));
        foreach (var character in text) Put(column++, row, character);
    }

    /// <summary>A bar from one place to another, in eighths of a cell to the right and halves to the left.</summary>
    public void Bar(float from, float to, int row)
    {
        if (!float.IsFinite(to)) return;
        for (var column = (int)Math.Min(from, to); column < Math.Max(from, to); column++)
        {
            var share = to >= from ? Math.Min(to - column, 1) : Math.Min(column + 1 - to, 1);
            Put(column, row, to >= from ? Eighths[(int)Math.Round(share * 8)] : share > 0.75f ? '█' : share > 0.25f ? '▐' : ' ');
        }
    }

    public void Dot(int x, int y)
    {
        if (x >= 0 && y >= 0 && Has(x / Across, y / Down)) dots[y / Down, x / Across] |= Bits[y % Down, x % Across];
    }

    /// <summary>A straight line of dots.</summary>
    public void Line(int x1, int y1, int x2, int y2)
    {
        var steps = Math.Max(1, Math.Max(Math.Abs(x2 - x1), Math.Abs(y2 - y1)));
        for (var i = 0; i <= steps; i++) Dot(Between(x1, x2, i, steps), Between(y1, y2, i, steps));
    }

    static int Between(int from, int to, int step, int steps) => from + (int)Math.Round((to - from) * step / (double)steps);

    public string Row(int row) => string.Concat(Enumerable.Range(0, columns).Select(column =>
        characters[row, column] != Empty ? characters[row, column] : dots[row, column] > 0 ? (char)(Braille + dots[row, column]) : ' '));

    bool Has(int column, int row) => column >= 0 && column < columns && row >= 0 && row < rows;
}
