namespace Runtime.Data;

/// <summary>
/// What a column of texts is by its words: numbers in the numerals of the file, truths, dates, or just texts. Only here is a type chosen
/// by what stands in a file; that a column is of plain numbers the parser has found out before.
/// </summary>
sealed partial class ColumnWords(TextColumn column)
{
    static readonly (string True, string False)[] Truths = [("true", "false"), ("True", "False"), ("TRUE", "FALSE")];

    /// <summary>What is true or false only in a column that is said to be so.</summary>
    static readonly (string True, string False)[] SaidTruths =
    [
        .. Truths, ("1", "0"), ("1.0", "0.0"), ("yes", "no"), ("Yes", "No"), ("YES", "NO"), ("y", "n"), ("Y", "N"), ("t", "f"), ("T", "F"),
        ("on", "off"), ("On", "Off"), ("ON", "OFF"),
    ];

    /// <summary>How many of the first words show what is meant.</summary>
    const int WordsToJudge = 100;

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

    /// <summary>The first value that is no number where most are, in the numerals of the file; null where that is not so.</summary>
    public NotANumber? NoNumber(Numerals numerals, InputFile file)
    {
        bool IsNumber(int code) => numerals.TryRead(column.Words.Utf8(code), out _, out _);
        var looked = Math.Min(WordsToJudge, column.Words.Count);
        if (2 * Enumerable.Range(0, looked).Count(IsNumber) < looked) return null;
        bool[] areNone = [.. Enumerable.Range(0, column.Words.Count).Select(c => !IsNumber(c) && !SoftMarkers.Has(column.Words.Utf8(c)))];
        var (none, values) = (column.Storage.Count(code => code >= 0 && areNone[code]), column.Rows - column.Missing);
        if (none == 0 || 2 * none > values) return null;
        var row = Array.FindIndex(column.Storage, code => code >= 0 && areNone[code]);
        return new(file.Written, row + 1, column.Show(row), none) { Unit = "row" };
    }

    public bool IsPercent(Numerals numerals) =>
        FirstWord() is { } code && numerals.TryRead(column.Words.Utf8(code), out _, out var mark) && mark < 0;

    /// <summary>A number with another percent sign or currency than the first, or none, where all are numbers; null else.</summary>
    public string? OddMark(Numerals numerals)
    {
        if (FirstWord() is not { } first || !numerals.TryRead(column.Words.Utf8(first), out _, out var mark)) return null;
        return All(word => numerals.TryRead(word, out _, out _))
            ? FirstThatIsNot(word => numerals.TryRead(word, out _, out var other) && other == mark) : null;
    }

    bool Is(TimeForm form) => FirstWord() is not null && All(word => form.TryRead(word, out _));

    /// <summary>Each is two capitals: <c>NA</c> may be one of them.</summary>
    public bool AreCodes() => column.Words.Count > 1
        && All(word => word.Length == 2 && !word.ContainsAnyExceptInRange((byte)'A', (byte)'Z'));

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
        return forms.FirstOrDefault(Is) is { } form
            ? new TimeColumn(column.Name, Values(word => form.TryRead(word, out var time) ? time : double.NaN), form) : Times();
    }

    /// <summary>Dates in several forms of ISO 8601, none of which names a zone, or all the same.</summary>
    TimeColumn? Times()
    {
        if (FirstWord() is not { } first) return null;
        var zone = Greenwich(column.Words.Utf8(first)).ToArray();
        if (!All(word => Greenwich(word).SequenceEqual(zone) && !double.IsNaN(Iso(word)))) return null;
        var times = Values(Iso);
        return new TimeColumn(column.Name, times, TimeForm.For(times.Where(t => !double.IsNaN(t)).Select(TimeForm.ToDate)));
    }

    static double Iso(ReadOnlySpan<byte> word)
    {
        foreach (var form in TimeForm.Iso) if (form.TryRead(word, out var time)) return time;
        return double.NaN;
    }

    /// <summary>How it says that it is the time of Greenwich; empty when it does not.</summary>
    static ReadOnlySpan<byte> Greenwich(ReadOnlySpan<byte> word) =>
        word.EndsWith("Z"u8) ? word[^1..] : word.EndsWith("+00:00"u8) ? word[^6..] : default;

    /// <summary>Truths, however they are written; the first one says how they are shown.</summary>
    /// <param name="said">The column is said to be one of them.</param>
    public Column? Truth(bool said = false)
    {
        var known = said ? SaidTruths : Truths;
        return FirstWord() is { } code && Written(column.Words.Utf8(code), known) is { } words && All(w => Written(w, known) is not null)
            ? new LogicalColumn(column.Name, Values(w => Written(w, known) is not { } own ? double.NaN : Is(w, own.True) ? 1 : 0))
            { Words = words }
            : null;
    }

    public static bool IsTruth(ReadOnlySpan<byte> word) => Written(word, SaidTruths) is not null;

    /// <summary>How the truths are written of which this is one.</summary>
    static (string True, string False)? Written(ReadOnlySpan<byte> word, (string True, string False)[] known)
    {
        foreach (var words in known) if (Is(word, words.True) || Is(word, words.False)) return words;
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
