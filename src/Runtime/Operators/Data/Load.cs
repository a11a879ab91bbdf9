using Runtime.Data;
using Runtime.Data.Samples;

namespace Runtime.Operators.Data;

/// <summary>Brings a table into the study: from a file of delimited text, or from a sample that the tool draws itself.</summary>
[Operator("load", "Read a table from a file, or draw a generated sample.", Rows = RowEffect.New,
    Keywords = "read open csv tsv import file sample")]
[Example("load sample:spotify rows=1000")]
[Example("load sample:penguins seed=7")]
public sealed record Load : Operator
{
    [ReadTable(Positional = true)]
    public required InputFile File { get; init; }

    [Arg("More files whose rows come below; columns are matched by name. A name may also be a pattern: `\"tracks-*.csv\"`.",
        Positional = true)]
    public ValueList<InputFile>? More { get; init; }

    [Arg("The name of a column to add that says which file a row is from.")]
    public string? Files { get; init; }

    [Arg("How many rows: the first ones of a file, or that many drawn from a sample."), AtLeast(1)]
    public int? Rows { get; init; }

    [Arg("Seed of a sample; the run's without it.")]
    public int? Seed { get; init; }

    [Arg("More texts that stand for a missing value: `missing=-,unknown`; a number marks all that equal it.")]
    public ValueList<string>? Missing { get; init; }

    [Arg("Only empty fields are missing: `NA`, `null` and the like are words.")]
    public bool KeepNa { get; init; }

    [Arg("What columns are, whatever they look like: `types=zip:text,since:date`; also `number` and `logical`.")]
    public ValueList<string>? Types { get; init; }

    [Arg("How dates are written, beside ISO 8601, which is read by itself: `dates=dd/MM/yyyy`.")]
    public string? Dates { get; init; }

    [Arg("What parts the fields: a sign, `tab`, or `blanks` for any number of them.")]
    public string? Delimiter { get; init; }

    [Arg("What parts the decimals of numbers: `.` or `,`.")]
    public string? Decimal { get; init; }

    [Arg("What parts thousands: a sign, `blank` or `none`.")]
    public string? Thousands { get; init; }

    [Arg("Whether the first line holds the names of the columns.")]
    public bool? Header { get; init; }

    [Arg("Names for the columns, in place of those in the file.")]
    public ValueList<string>? Names { get; init; }

    [Arg("How many lines stand before the header."), AtLeast(0)]
    public int? Skip { get; init; }

    [Arg("What lines start with that are to be left out: `comment=\"#\"`, or `none`.")]
    public string? Comment { get; init; }

    [Arg("What stands around fields that hold delimiters; `none` when quotation marks are letters.")]
    public string? Quote { get; init; }

    [Arg("What stands before a quotation mark inside quotes: `\\`; `none` when it is doubled.")]
    public string? Escape { get; init; }

    [Arg("How letters are written: `utf-8`, `utf-16`, `windows-1252`, `latin1` and others.")]
    public string? Encoding { get; init; }

    [Arg("Leave out blanks around fields.")]
    public bool? Trim { get; init; }

    [Arg("Lines with more or fewer fields than the header: stop, drop them, or pad the short ones and drop the others.")]
    public BadRows BadRows { get; init; }

    protected override Shape Check(Shape before, CheckContext check)
    {
        CheckWords(check);
        return before.Start(NameIn(before), check.Failed ? new Shape { AnyColumn = true } : Outlined(check));
    }

    /// <summary>Arguments that are texts have to be of a form.</summary>
    void CheckWords(CheckContext check)
    {
        Demand(nameof(Delimiter), Delimiter, d => Dialect.DelimiterOf(d) is not null, "a sign, `tab` or `blanks`");
        Demand(nameof(Decimal), Decimal, d => d is "." or ",", "`.` or `,`");
        Demand(nameof(Thousands), Thousands, t => t is "blank" or "none" or "." or "," or "'" or "_", "`,`, `.`, `'`, `blank` or `none`");
        Demand(nameof(Quote), Quote, q => Dialect.QuoteOf(q) is not null, "a sign or `none`");
        Demand(nameof(Escape), Escape, e => e is "\\" or "none" or "\"", "`\\` or `none`");
        Demand(nameof(Encoding), Encoding, e => TextEncodings.Find(e) is not null, "an encoding such as `utf-8` or `windows-1252`");
        Demand(nameof(Dates), Dates, TimeForm.IsFormat, "a form of dates such as `dd/MM/yyyy`");
        foreach (var type in Types ?? [])
            Demand(nameof(Types), type, t => TypeWord.Parse(t) is not null, $"the name of a column, a colon and one of {TypeWord.Words}");

        void Demand(string argument, string? value, Predicate<string> isFine, string must)
        {
            if (value is not null && !isFine(value))
                check.Refuse(argument, $"`{Signature.SnakeCase(argument)}` cannot be `{value}`.", $"Write {must}.");
        }
    }

    Shape Outlined(CheckContext check)
    {
        try
        {
            var options = Options(check.RowLimit);
            if (Samples.IsSample(File)) return check.Headers.Of(Samples.PathOf(File), options, () => OutlineOfSample(check.RowLimit));
            var files = Set();
            return files.Outline(files.Narrowed(options, check.Wanted), check.Headers);
        }
        catch (Refusal refusal)
        {
            check.Refuse(nameof(File), refusal.Text, refusal.Hint);
            return new Shape { AnyColumn = true };
        }
    }

    protected override Study Run(Study study, RunContext run)
    {
        var table = Samples.IsSample(File) ? Draw(run) : Read(run);
        run.Say($"`{File}`: {Wording.Count(table.Rows)} rows × {table.Columns.Count} columns.");
        run.Show(Outline.Of(table));
        foreach (var column in table.Columns.OfType<TextColumn>().Where(c => c.NotANumber is not null)) WarnOf(column, run);
        return study.Start(NameIn(study.Shape), table);
    }

    Shape OutlineOfSample(int? limit)
    {
        var sample = Samples.Open(File);
        // Columns of its own: a table that is loaded again is another one.
        return new Shape { Rows = Limited(Rows ?? sample.Rows, limit), Columns = new([.. sample.Columns]) };
    }

    FileSet Set() => new([File, .. More ?? []], Files);

    ReadOptions Options(int? limit) => new()
    {
        Rows = Limited(Rows ?? int.MaxValue, limit) is < int.MaxValue and var rows ? rows : null,
        Missing = Missing ?? [],
        KeepNa = KeepNa,
        Types = Types ?? [],
        Dates = Dates,
        Delimiter = Delimiter,
        Decimal = Decimal,
        Thousands = Thousands,
        Header = Header,
        Names = Names ?? [],
        Skip = Skip,
        Comment = Comment,
        Quote = Quote,
        Escape = Escape,
        Encoding = Encoding is { } encoding ? TextEncodings.Find(encoding)?.WebName : null,
        Trim = Trim,
        BadRows = BadRows,
    };

    static int Limited(int rows, int? limit) => Math.Min(rows, limit ?? rows);

    Table Draw(RunContext run)
    {
        var sample = Samples.Open(File);
        return sample.Draw(Limited(Rows ?? sample.Rows, run.RowLimit), Seed ?? run.Seed, run.Work);
    }

    Table Read(RunContext run)
    {
        var files = Set();
        var options = files.Narrowed(Options(run.RowLimit), run.Wanted);
        if (options.Columns is { } columns)
            run.Say($"Only what later steps use is read: {Wording.Plural(columns.Count, "column")}.");
        return files.Read(options, run.Work, content =>
        {
            run.Show(content.Source);
            foreach (var remark in content.Remarks) run.Say(remark);
        });
    }

    static void WarnOf(TextColumn column, RunContext run)
    {
        var first = column.NotANumber!;
        var count = $"{Wording.Count(first.Count)} of {Wording.Count(column.Rows - column.Missing)} values";
        var where = $"the first is `{first.Field}` in line {first.Line} of `{first.File}`";
        var field = System.Text.Encoding.UTF8.GetBytes(first.Field);
        if (Fields.WouldLoseDigits(field))
            run.Say($"`{column.Name}` was read as text so that no digit is lost: {count} have leading zeros or more digits than a number "
                + $"holds; {where}.");
        else if (Fields.HasDecimalComma(field))
            run.Warn($"`{column.Name}` was read as text: {count} have a decimal comma, {where}.",
                "Add `decimal=\",\"` to `load`, or `thousands=\",\"` if commas part thousands.");
        else
            run.Warn(
                $"`{column.Name}` was read as text: {count} are not numbers, {where}.",
                $"Correct the file, or add `missing={Expressions.Notation.Word(first.Field)}` to `load` if it stands for a missing value.");
    }
}
