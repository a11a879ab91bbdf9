namespace Runtime.Data;

/// <summary>How well a dialect explains the head of a file.</summary>
/// <param name="Dialect">With the lines before the header skipped.</param>
/// <param name="Width">Fields of a record.</param>
/// <param name="Records">From the header on.</param>
/// <param name="Bad">Those that have another number of fields, or a quotation mark that closes in front of letters.</param>
/// <param name="Sample">The first records' fields.</param>
sealed record DialectFit(Dialect Dialect, int Width, int Records, int Bad, IReadOnlyList<string[]> Sample)
{
    /// <summary>How many records types are told from.</summary>
    const int SampleRecords = 200;

    /// <summary>The share of records that it explains; a table of one column explains anything.</summary>
    public double Score => Width < 2 || Records == 0 ? 0 : (double)(Records - Bad) / Records;

    public bool IsPerfect => Bad == 0 && Width > 1;

    /// <summary>Every second field of every record is empty: two delimiters part the fields.</summary>
    public bool IsDoubled => Width > 2 && Width % 2 == 1 && Sample.Count > 1
        && Sample.All(r => r.Index().All(f => f.Index % 2 == 0 || f.Item.Length == 0));

    /// <summary>A sign that is no usual delimiter and that the only field of every record has as often as that of the others.</summary>
    public char? Sign => Width == 1 && Sample.Count > 1 ? "^~:!/\u0001\u001F".Cast<char?>().FirstOrDefault(PartsAll) : null;

    /// <summary>The only field of every record has a run of blanks in it.</summary>
    public bool IsAligned => Width == 1 && Sample.Count > 2 && Sample.All(r => r[0].Trim().Contains("  ", StringComparison.Ordinal));

    /// <summary>Columns in which a number stands as <c>1e5</c>, and that number: it may be a name.</summary>
    public IReadOnlyList<ExponentField> Exponents => [.. Enumerable.Range(0, Width)
        .Select(j => FieldLook.Exponent([.. Sample.Skip(Dialect.LinesAbove).Where(r => j < r.Length).Select(r => r[j])])
            is { } number ? new ExponentField(j, number) : null)
        .OfType<ExponentField>()];

    bool PartsAll(char? sign)
    {
        var first = Sample[0][0].Count(letter => letter == sign);
        return first > 0 && Sample.All(record => record[0].Count(letter => letter == sign) == first);
    }

    /// <summary>What one record of the head looks like.</summary>
    sealed record Look(int Width, bool EndsEmpty, bool Faulty, int Line, string[]? Fields);

    /// <param name="text">A head in UTF-8.</param>
    /// <param name="whole">Nothing follows, so that the last line is complete.</param>
    /// <param name="skipGiven">The header is the first record.</param>
    public static DialectFit Of(Dialect dialect, ReadOnlySpan<byte> text, bool whole, bool skipGiven)
    {
        var looks = Looks(dialect, text, whole);
        if (looks.Count == 0) return new(dialect, 0, 0, 0, []);
        var width = UsualWidth(looks);
        var first = skipGiven ? 0 : HeaderAt(looks, width);
        var from = looks.Skip(first).ToList();
        var lacks = first == 0 && LacksFirstName(from, width);
        var fits = lacks || from[0].Width == width || (from[0].Width == width + 1 && from[0].EndsEmpty) || TrailsBelow(from, width);
        if (first == 0 && !fits) width = from[0].Width;
        var trails = TrailsBelow(from, width);
        if (trails) width--;
        else trails = from[0].Width == width + 1 && from[0].EndsEmpty && from.Skip(1).All(l => l.Width == width);
        var bad = from.Skip(lacks ? 1 : 0).Count(l => l.Faulty || (l.Width != width && !(l.Width == width + 1 && l.EndsEmpty)));
        return new(dialect with { Skip = first == 0 ? dialect.Skip : looks[first].Line, Trails = trails, LacksFirstName = lacks },
            width, from.Count, bad,
            [.. from.Where(l => l.Fields is not null && l.Width >= width).Select(l => l.Fields!)]);
    }

    static List<Look> Looks(Dialect dialect, ReadOnlySpan<byte> text, bool whole)
    {
        var bytes = dialect.IsPlain ? text.ToArray() : PlainText.Of(text, dialect);
        var records = new CsvRecords(bytes, 0, bytes.Length, dialect.PlainDelimiter);
        var (looks, line) = (new List<Look>(), 0);
        while (records.Read())
        {
            if (!records.IsBlank)
                looks.Add(new(records.Fields, records[records.Fields - 1].IsEmpty, records.IsStray || records.IsDoubtful, line,
                    looks.Count < SampleRecords ? records.Texts() : null));
            line += records.Lines;
        }
        if (!whole && looks.Count > 1) looks.RemoveAt(looks.Count - 1);
        return looks;
    }

    /// <summary>The number of fields that most records have; of several, that of the first record, else the greatest.</summary>
    static int UsualWidth(List<Look> looks)
    {
        var (records, usual, first) = (new int[looks.Max(l => l.Width) + 1], 0, looks[0].Width);
        foreach (var look in looks) records[look.Width]++;
        for (var width = 1; width < records.Length; width++)
            if (records[width] > records[usual] || (records[width] == records[usual] && usual != first)) usual = width;
        return usual;
    }

    /// <summary>
    /// The record that holds the names. What stands before it has fewer fields, or one alone that is not empty; and it is no row of
    /// numbers, unless it is the first.
    /// </summary>
    static int HeaderAt(List<Look> looks, int width)
    {
        if (width < 2) return 0;
        var at = looks.FindIndex(l => l.Width >= width && !IsTitle(l, width));
        if (at <= 0 || looks[at].Fields is not { } names) return 0;
        var isRow = names.Any(f => FieldLook.IsNumberLike(f));
        return isRow && (looks[at - 1].Width == width - 1 || width < 3) ? 0 : at;
    }

    /// <summary>A line about the table: one field that says something among empty ones.</summary>
    static bool IsTitle(Look look, int width) =>
        width > 2 && look.Width == width && look.Fields is { } fields && fields.Skip(1).All(f => f.Length == 0);

    /// <summary>Every row has one field more than the header, as tables have whose rows have names.</summary>
    static bool LacksFirstName(List<Look> looks, int width) => width > 2 && looks.Count > 1 && looks[0].Width == width - 1
        && looks.Skip(1).All(l => l.Width == width) && !looks.Skip(1).All(l => l.EndsEmpty)
        && looks[0].Fields is { } names && !Array.Exists(names, FieldLook.IsNumberLike);

    /// <summary>Each row ends with an empty field that the header has no name for.</summary>
    static bool TrailsBelow(List<Look> looks, int width) =>
        looks.Count > 1 && width > 1 && looks.Skip(1).All(l => l.Width == width && l.EndsEmpty || l.Width == width - 1)
        && looks.Skip(1).Any(l => l.Width == width)
        && (looks[0].Width == width - 1 || (looks[0].Width == width && looks[0].EndsEmpty));
}

/// <summary>A column in which a number stands as <c>1e5</c>, and that number.</summary>
sealed record ExponentField(int Column, string Field);
