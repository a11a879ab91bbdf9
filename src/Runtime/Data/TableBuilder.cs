namespace Runtime.Data;

/// <summary>Joins the parsed chunks into columns, in the order of the chunks.</summary>
static class TableBuilder
{
    /// <summary>A column each; null where none was asked for or where one held numbers and then something else.</summary>
    public static Column?[] Columns(IReadOnlyList<CsvPart> parts, CsvLayout layout, Work work)
    {
        var rows = parts.Sum(p => p.Rows);
        var columns = new Column?[layout.Names.Length];
        var numbers = Enumerable.Range(0, columns.Length).Where(j => parts[0].Columns[j] is NumberPart).ToArray();
        var texts = Enumerable.Range(0, columns.Length).Where(j => parts[0].Columns[j] is TextPart).ToArray();
        work.For(texts.Length, t => columns[texts[t]] = Texts(parts, texts[t], rows, layout));
        work.For(numbers.Length, t => columns[numbers[t]] = Numbers(parts, numbers[t], rows, layout.Names[numbers[t]]));
        return columns;
    }

    static NumberColumn? Numbers(IReadOnlyList<CsvPart> parts, int column, int rows, string name)
    {
        var values = new double[rows];
        var (whole, any, row) = (true, false, 0);
        foreach (var part in parts)
        {
            var numbers = (NumberPart)part.Columns[column]!;
            if (numbers.Broken) return null;
            numbers.Values[..part.Rows].CopyTo(values.AsSpan(row));
            (whole, any) = (whole && numbers.Whole, any || numbers.Any);
            row += part.Rows;
            part.Columns[column] = null;
        }
        return new NumberColumn(name, values, whole && any);
    }

    static TextColumn Texts(IReadOnlyList<CsvPart> parts, int column, int rows, CsvLayout layout)
    {
        var codes = new int[rows];
        var words = new WordTable();
        var (row, hasNa) = (0, false);
        (long Line, int Row)? first = null;
        foreach (var part in parts)
        {
            var texts = (TextPart)part.Columns[column]!;
            if (texts.FirstNoNumber >= 0) first ??= (texts.FirstLine, row + texts.FirstNoNumber);
            hasNa |= texts.HasNa;
            var merged = words.AddAll(texts.Words);
            foreach (var code in texts.Codes[..part.Rows]) codes[row++] = code < 0 ? -1 : merged[code];
            part.Columns[column] = null;
        }
        var pool = words.ToPool();
        var offender = first is { } place ? Offender(codes, pool, place.Line, place.Row, layout.File) : null;
        return new TextColumn(layout.Names[column], codes, pool) { NotANumber = offender, HasNa = hasNa };
    }

    /// <summary>The first field that is no number, when at least half of the fields are numbers or would be if written otherwise.</summary>
    public static NotANumber? Offender(ReadOnlySpan<int> codes, TextPool words, long line, int row, InputFile file)
    {
        var kinds = new FieldKind[words.Count];
        for (var code = 0; code < kinds.Length; code++) kinds[code] = Fields.KindOf(words.Utf8(code));
        if (!Array.Exists(kinds, k => k is FieldKind.Number or FieldKind.Almost)) return null;
        Span<int> counts = stackalloc int[4];
        foreach (var code in codes) if (code >= 0) counts[(int)kinds[code]]++;
        var (numbers, almost, others) = (counts[(int)FieldKind.Number], counts[(int)FieldKind.Almost], counts[(int)FieldKind.Other]);
        return numbers + almost >= others ? new NotANumber(file.Written, (int)line, words[codes[row]], almost + others) : null;
    }
}
