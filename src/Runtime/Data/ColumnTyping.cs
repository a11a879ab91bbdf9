namespace Runtime.Data;

/// <summary>The columns of a file as what they are, and the numerals of the file.</summary>
sealed class ColumnTyping
{
    readonly List<string> remarks = [];
    readonly InputFile file;
    readonly ReadOptions options;
    readonly ISet<string> texts;

    ColumnTyping(IReadOnlyList<Column> columns, IReadOnlyDictionary<string, ColumnType> given, InputFile file, ReadOptions options,
        byte delimiter, ISet<string> texts)
    {
        (this.file, this.options, this.texts) = (file, options, texts);
        var words = columns.OfType<TextColumn>().Where(c => !given.ContainsKey(c.Name) && !texts.Contains(c.Name))
            .Select(c => new ColumnWords(c)).ToArray();
        Numerals = Decide(words, delimiter);
        var dates = options.Dates is { } format ? new TimeForm(format) : null;
        Columns = [.. columns.Select(c => c is TextColumn text
            ? Unmarked(given.TryGetValue(c.Name, out var type) ? Forced(text, type, dates) : Typed(text, dates)) : c)];
    }

    public Numerals Numerals { get; }

    public IReadOnlyList<Column> Columns { get; }

    public IReadOnlyList<string> Remarks => remarks;

    /// <summary>The arguments that would say the same of numbers, where they were found out.</summary>
    public IEnumerable<(string Argument, string Value)> Arguments
    {
        get
        {
            if (Numerals.Decimal != '.') yield return ("decimal", $"{(char)Numerals.Decimal}");
            if (Numerals.Thousands != 0) yield return ("thousands", Numerals.Thousands == ' ' ? "blank" : $"{(char)Numerals.Thousands}");
        }
    }

    /// <param name="names">All columns of the file, also those that are not read.</param>
    /// <param name="delimiter">What parts the fields; a decimal comma is looked for where it is a semicolon.</param>
    /// <param name="texts">Columns that are texts by what their source says: numbers and truths are not looked for in them.</param>
    /// <exception cref="Refusal">A type is given to a column that is not there, or cannot be.</exception>
    public static ColumnTyping Of(IReadOnlyList<Column> columns, IReadOnlyList<string> names, InputFile file, ReadOptions options,
        byte delimiter = (byte)',', ISet<string>? texts = null) =>
        new(columns, GivenTypes.Of(names, file, options), file, options, delimiter, texts ?? new HashSet<string>());

    Column Typed(TextColumn text, TimeForm? dates)
    {
        var words = new ColumnWords(text);
        var column = texts.Contains(text.Name) ? words.Dated(dates) : words.Typed(Numerals, dates);
        if (column is NumberColumn && words.IsPercent(Numerals))
            remarks.Add($"`{text.Name}` has percent signs: its numbers are shares, 5% is 0.05.");
        if (column == text) remarks.AddRange(Dates(words));
        if (column == text && words.OddMark(Numerals) is null && words.NumbersWithin() is { } within) remarks.Add(within);
        if (column == text) remarks.AddRange(ManyKinds(words, isText: text.NotANumber is not null || texts.Contains(text.Name)));
        if (column == text && text.HasNa && words.AreCodes())
            remarks.Add($"`NA` is a missing value in `{text.Name}`, whose other values are two capitals as well: "
                + "`keep_na=true` takes it for one.");
        if (column != text && words.Markers().ToArray() is { Length: > 0 } markers)
            remarks.Add($"In `{text.Name}`, {Wording.And(markers.Select(m => $"`{m}`"))} "
                + $"{(markers.Length == 1 ? "stands" : "stand")} for a missing value, since all else is {column.Type.Holds()}.");
        if (column != text) return column;
        if (text.NotANumber is null && !texts.Contains(text.Name) && words.OddMark(Numerals) is null && NoNumber(words) is { } none)
            return new TextColumn(text.Name, text.Storage, text.Words) { NotANumber = none, HasNa = text.HasNa };
        return IntervalWords.InOrder(text);
    }

    /// <summary>What look like dates and are none of ISO 8601.</summary>
    static IEnumerable<string> Dates(ColumnWords words)
    {
        var forms = words.DateForms();
        if (forms.Count > 0)
            yield return $"`{words.Name}` looks like dates and was read as text: "
                + $"{string.Join(" or ", forms.Select(f => $"`dates={Expressions.Notation.Word(f)}`"))} tells how.";
        else if (words.Zones() is { } zones) yield return zones;
        if (words.NoDate() is { } odd) yield return words.NoDateTold(odd);
    }

    /// <summary>Dates in several forms, or numbers of several kinds.</summary>
    /// <param name="isText">Why it is text is known.</param>
    IEnumerable<string> ManyKinds(ColumnWords words, bool isText)
    {
        if (words.DateForms().Count == 0 && words.DatesOfManyForms() is { } many)
            yield return $"`{words.Name}` has dates written in several ways, such as `{many.One}` and `{many.Other}`, "
                + "and was read as text: write all of them alike in the file.";
        if (!isText && words.OddMark(Numerals) is { } odd)
            yield return $"`{words.Name}` was read as text: its numbers have not all the same percent sign or currency, "
                + $"the first other one is `{odd}`. Write all of them alike in the file.";
    }

    /// <summary>In the numerals of the file, or in others that it would have but for this column.</summary>
    NotANumber? NoNumber(ColumnWords words) =>
        Numerals.All.Prepend(Numerals).Select(n => words.NoNumber(n, file)).FirstOrDefault(none => none is not null);

    /// <summary>Without the numbers that stand for a missing value, however they are written.</summary>
    Column Unmarked(Column column)
    {
        if (column is not NumberColumn { Type: ColumnType.Number or ColumnType.Integer } numbers || options.Missing.Count == 0)
            return column;
        var missing = new MissingMarkers(options);
        return NumberColumn.Of(column.Name, Array.ConvertAll(numbers.Values.ToArray(), x => missing.Has(x) ? double.NaN : x));
    }

    Column Forced(TextColumn text, ColumnType type, TimeForm? dates)
    {
        var words = new ColumnWords(text);
        var column = type switch
        {
            ColumnType.Logical => words.Truth(said: true),
            ColumnType.Time => words.Time(dates),
            ColumnType.Number => words.Numbers(Numerals) ?? Candidates(0).Select(words.Numbers).FirstOrDefault(c => c is not null),
            _ => text,
        };
        return column ?? throw new Refusal($"`{text.Name}` cannot be read as {TypeWord.Of(type)}: "
            + $"it has `{words.FirstThatIsNot(word => Is(word, type, dates)) ?? "no value"}`.",
            "Leave the column out of `types`, or name what stands for a missing value in `missing`.");
    }

    bool Is(ReadOnlySpan<byte> word, ColumnType type, TimeForm? dates)
    {
        if (type == ColumnType.Number) return Numerals.TryRead(word, out _, out _);
        if (type == ColumnType.Logical) return ColumnWords.IsTruth(word);
        foreach (var form in dates is null ? TimeForm.Iso : [dates]) if (form.TryRead(word, out _)) return true;
        return false;
    }

    /// <summary>
    /// Those in which most columns are numbers; of equals the plain ones, then, where semicolons part the fields, those with a decimal
    /// comma.
    /// </summary>
    Numerals Decide(IReadOnlyList<ColumnWords> columns, byte delimiter)
    {
        var best = (Numerals: Candidates(delimiter).First(), Count: -1);
        foreach (var numerals in Candidates(delimiter))
        {
            var count = columns.Count(c => c.AreNumbers(numerals));
            if (count > best.Count) best = (numerals, count);
        }
        return best.Numerals;
    }

    IEnumerable<Numerals> Candidates(byte delimiter) => Numerals.All
        .Where(n => options.Decimal is not { } sign || sign == $"{(char)n.Decimal}")
        .Where(n => options.Thousands is not { } sign || SignOf(sign) == n.Thousands)
        .Where(n => n.Decimal != n.Thousands)
        .OrderBy(n => n == Numerals.Plain ? 0 : (n.Decimal == ',') == (delimiter == ';') ? 1 : 2)
        .DefaultIfEmpty(new((byte)(options.Decimal ?? ".")[0], options.Thousands is { } other ? SignOf(other) : (byte)0));

    static byte SignOf(string thousands) => thousands switch
    {
        "blank" or "space" => (byte)' ',
        "none" or "" => 0,
        _ => (byte)thousands[0],
    };
}
