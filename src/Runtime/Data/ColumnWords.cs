namespace Runtime.Data;

/// <summary>
/// What a column of texts is by its words: numbers in the numerals of the file, truths, dates, or just texts. Only here is a type chosen
/// by what stands in a file; that a column is of plain numbers the parser has found out before.
/// </summary>
sealed class ColumnWords(TextColumn column)
{
    static readonly (string True, string False)[] Truths = [("true", "false"), ("True", "False"), ("TRUE", "FALSE")];

    static readonly string[] OtherDates =
    [
        "dd/MM/yyyy", "MM/dd/yyyy", "dd.MM.yyyy", "d/M/yyyy", "M/d/yyyy", "d.M.yyyy", "dd-MM-yyyy", "yyyy/MM/dd", "dd-MMM-yyyy",
        "d MMM yyyy", "MMM d, yyyy", "dd/MM/yyyy HH:mm", "MM/dd/yyyy HH:mm", "M/d/yyyy H:mm", "dd.MM.yyyy HH:mm",
    ];

    public string Name => column.Name;

    /// <summary>How many of its texts are numbers so, if each that is no marker of a missing value is.</summary>
    public bool AreNumbers(Numerals numerals)
    {
        var (any, first) = (false, 0);
        for (var code = 0; code < column.Words.Count; code++)
        {
            var word = column.Words.Utf8(code);
            if (!numerals.TryRead(word, out _, out var mark))
            {
                if (SoftMarkers.Has(word)) continue;
                return false;
            }
            // Percents beside shares, or pounds beside dollars, are no numbers of one kind.
            if (mark != 0 && first != 0 && mark != first) return false;
            if (any && (mark < 0) != (first < 0)) return false;
            if (mark != 0) first = mark;
            any = true;
        }
        return any;
    }

    public bool IsPercent(Numerals numerals) =>
        FirstWord() is { } code && numerals.TryRead(column.Words.Utf8(code), out _, out var mark) && mark < 0;

    /// <summary>Forms other than ISO 8601 in which all of its texts would be dates.</summary>
    public IReadOnlyList<string> DateForms() => [.. OtherDates.Where(f => Time(new TimeForm(f)) is not null)];

    /// <summary>The column as what it is; itself when it is just text.</summary>
    public Column Typed(Numerals numerals, TimeForm? dates) =>
        Nothing() ?? Truth() ?? Time(dates) ?? Numbers(numerals)
        ?? (numerals == Numerals.Plain ? null : Numbers(Numerals.Plain)) ?? column;

    /// <summary>The column of a source that says that these are texts: dates are what some sources have no type for.</summary>
    public Column Dated(TimeForm? dates) => Nothing() ?? Time(dates) ?? column;

    /// <summary>A column with no value at all is one of numbers.</summary>
    NumberColumn? Nothing() => column.Words.Count == 0 || (column.Words.Count == 1 && column.Words[0] == "None")
        ? new(column.Name, Values(_ => double.NaN), whole: false) : null;

    public Column? Numbers(Numerals numerals) => AreNumbers(numerals)
        ? NumberColumn.Of(column.Name, Values(word => numerals.TryRead(word, out var value, out _) ? value : double.NaN)) : null;

    public Column? Time(TimeForm? dates)
    {
        IEnumerable<TimeForm> forms = dates is null ? TimeForm.Iso : TimeForm.Iso.Prepend(dates);
        return FirstWord() is { } code && forms.FirstOrDefault(f => f.TryRead(column.Words.Utf8(code), out _)) is { } form
            && All(word => form.TryRead(word, out _))
            ? new TimeColumn(column.Name, Values(word => form.TryRead(word, out var time) ? time : double.NaN), form) : null;
    }

    public Column? Truth()
    {
        foreach (var words in Truths)
        {
            bool IsTrue(ReadOnlySpan<byte> word) => Is(word, words.True);
            if (FirstWord() is not { } code || !(IsTrue(column.Words.Utf8(code)) || Is(column.Words.Utf8(code), words.False))) continue;
            return All(w => IsTrue(w) || Is(w, words.False))
                ? new LogicalColumn(column.Name, Values(w => IsTrue(w) ? 1 : Is(w, words.False) ? 0 : double.NaN)) { Words = words }
                : null;
        }
        return null;
    }

    /// <summary>Words that were taken for missing values because all else is of one kind.</summary>
    public IEnumerable<string> Markers()
    {
        for (var code = 0; code < column.Words.Count; code++)
            if (SoftMarkers.Has(column.Words.Utf8(code)) && column.Words[code] is not "None" and { } word && word.Trim().Length > 0)
                yield return word;
    }

    /// <summary>The first text that is not of a kind, for a message.</summary>
    public string? FirstThatIsNot(WordTest test)
    {
        for (var code = 0; code < column.Words.Count; code++)
            if (!test(column.Words.Utf8(code)) && !SoftMarkers.Has(column.Words.Utf8(code))) return column.Words[code];
        return null;
    }

    public delegate bool WordTest(ReadOnlySpan<byte> word);

    delegate double WordValue(ReadOnlySpan<byte> word);

    static bool Is(ReadOnlySpan<byte> word, string text) => System.Text.Ascii.Equals(word, text);

    int? FirstWord()
    {
        for (var code = 0; code < column.Words.Count; code++) if (!SoftMarkers.Has(column.Words.Utf8(code))) return code;
        return null;
    }

    bool All(WordTest test) => FirstThatIsNot(test) is null;

    double[] Values(WordValue valueOf)
    {
        var ofWord = new double[column.Words.Count];
        for (var code = 0; code < ofWord.Length; code++) ofWord[code] = valueOf(column.Words.Utf8(code));
        return Array.ConvertAll(column.Codes.ToArray(), c => c < 0 ? double.NaN : ofWord[c]);
    }
}
