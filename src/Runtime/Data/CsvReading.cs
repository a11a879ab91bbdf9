namespace Runtime.Data;

/// <summary>
/// Reads a whole file: by what its head says, and again where the rest says otherwise. Columns of plain numbers come out of the first pass;
/// what else columns are is decided by all of their words.
/// </summary>
sealed class CsvReading(ReadOptions options, Work work)
{
    readonly CsvPass pass = new(options, work);

    /// <exception cref="Refusal">It cannot be read, however it is looked at.</exception>
    public ReadTable Read(DelimitedInput input)
    {
        var (first, fault) = Attempt(input);
        if (first is { IsDoubtful: false }) return Finish(input, first);
        using var other = Other(input);
        return other is not null ? Finish(other, pass.Run(other, readings: null))
            : first is not null ? Finish(input, first)
            : throw fault!;
    }

    /// <summary>How many rows are left when the last lines of a file are none, whatever they hold.</summary>
    /// <exception cref="Refusal">None is left.</exception>
    public static int RowsAbove(int lines, DelimitedInput input, ReadOptions options, Work work)
    {
        using var again = input.Again();
        var counted = new CsvPass(options with { BadRows = BadRows.Drop, Rows = null, Columns = [] }, work).Run(again, readings: null);
        var rows = counted.Rows - Math.Max(0, lines - FileEnd.Of(counted.Parts).Lines);
        return rows < 1
            ? throw new Refusal($"`{input.File}` has no rows above its last {Wording.Plural(lines, "line")}.", "Lower `footer`.")
            : Math.Min(rows, options.Rows ?? rows);
    }

    (CsvPass.Outcome? Read, Refusal? Fault) Attempt(DelimitedInput input)
    {
        try
        {
            return (pass.Run(input, readings: null), null);
        }
        catch (Refusal refusal)
        {
            return (null, refusal);
        }
    }

    /// <summary>The file as all of it has it be read, when that is otherwise than by its head.</summary>
    DelimitedInput? Other(DelimitedInput input)
    {
        if (input.SawAll) return null;
        var other = input.LookedThrough(options);
        if (!other.IsReadAs(input)) return other;
        other.Dispose();
        return null;
    }

    ReadTable Finish(DelimitedInput input, CsvPass.Outcome first)
    {
        var layout = first.Layout;
        var columns = TableBuilder.Columns(first.Parts, layout, work);
        // The head promised numbers and a later row broke the promise: those columns are read again, as text.
        var broken = Enumerable.Range(0, columns.Length).Where(j => columns[j] is null && options.Wants(layout.Names[j])).ToArray();
        if (broken.Length > 0) ReadAsTexts(input, columns, broken);
        var typed = Typed(columns, layout);
        var plain = Enumerable.Range(0, columns.Length).Where(j => columns[j] is NumberColumn).ToArray();
        if (typed.Numerals.Decimal == ',' && plain.Length > 0)
        {
            // A point is no decimal point where commas are.
            ReadAsTexts(input, columns, plain);
            typed = Typed(columns, layout);
        }
        var bad = BadRecords.Of(first.Parts.Select(p => p.Bad));
        return new(new Table(new NamedList<Column>([.. typed.Columns]), first.Rows), [.. layout.Unnamed],
            [.. Says(input, typed, FileEnd.Footer(first.Parts, options)), .. layout.Remarks,
                .. bad.Remarks(input.File, layout.Names.Length), .. Hollow(input.File, first.Parts), .. typed.Remarks,
                .. layout.Missing.Remarks]);
    }

    static IEnumerable<string> Hollow(InputFile file, IReadOnlyList<CsvPart> parts)
    {
        var lines = parts.Sum(p => p.Hollow);
        if (lines > 0)
            yield return $"`{file}` has {Wording.Plural(lines, "line")} of nothing but delimiters, which "
                + (lines == 1 ? "is no row." : "are no rows.");
    }

    ColumnTyping Typed(Column?[] columns, CsvLayout layout) =>
        ColumnTyping.Of([.. columns.OfType<Column>()], layout.Names, layout.File, options, layout.Dialect.Delimiter);

    void ReadAsTexts(DelimitedInput input, Column?[] columns, int[] which)
    {
        using var again = input.Again();
        var readings = new ColumnReading[columns.Length];
        foreach (var j in which) readings[j] = ColumnReading.Texts;
        var read = pass.Run(again, readings);
        var texts = TableBuilder.Columns(read.Parts, read.Layout, work);
        foreach (var j in which) columns[j] = texts[j];
    }

    static string Word(string value) => value.All(char.IsAsciiDigit) ? value : Expressions.Notation.Word(value);

    static IEnumerable<string> Says(DelimitedInput input, ColumnTyping typed, int footer)
    {
        (string, string)[] end = footer > 0 ? [("footer", $"{footer}")] : [];
        (string Argument, string Value)[] all = [.. input.Arguments, .. typed.Arguments, .. end];
        var said = all.Select(a => $"{a.Argument}={Word(a.Value)}").ToArray();
        if (said.Length > 0) yield return $"`{input.File}` is read with `{string.Join(' ', said)}`.";
    }
}
