using Runtime.Data;
using Runtime.Data.Samples;

namespace Runtime.Operators.Data;

/// <summary>Brings a table into the study: from a file of delimited text, or from a sample that the tool draws itself.</summary>
[Operator("load", "Read a table from a file, or draw a generated sample.", Rows = RowEffect.New,
    FilesAlone = true, Keywords = "read open csv tsv import file sample")]
[AlsoCalled("read_csv", "read_table", "read_tsv", "read_delim", "fread", "import", "importdata", "open", "read", "scan_csv", "scan",
    "xlsx", "excel", "csv", "parquet", "jsonl",
    "read_file", "read.csv2", "read_excel", "readxl", "read_xlsx", "read_parquet", "read_json", "read_ndjson", "read_feather",
    "read_pickle", "read_fwf", "read_sql", "read_query", "read_dta", "read_spss", "read_sas", "readRDS", "from", "externaldata",
    "fetch", "input", "source", "get_data", "data", "DataFrame", "from_csv", "csvread", "ls.load")]
[Example("load sample:spotify rows=1000")]
[Example("load sample:penguins seed=7")]
public sealed partial record Load : Operator
{
    [ReadTable(Positional = true), AlsoCalled("path", "filename", "filepath", "filepath_or_buffer", "url")]
    public required InputFile File { get; init; }

    [Arg("More files whose rows come below; columns are matched by name. A name may also be a pattern: `\"tracks-*.csv\"`.",
        Positional = true)]
    public ValueList<InputFile>? More { get; init; }

    [Arg("The name of a column to add that says which file a row is from.")]
    public string? Files { get; init; }

    [Arg("How many rows: the first ones of a file, or that many drawn from a sample."), Between(1, 1_000_000_000)]
    [AlsoCalled("nrows", "n_max", "max_rows", "limit", "head", "count", "num_rows")]
    public int? Rows { get; init; }

    [Arg("Seed of a sample; the run's without it."), AlsoCalled("random_state", "random_seed")]
    public int? Seed { get; init; }

    [Arg("More texts that stand for a missing value: `missing=-,unknown`; a number marks all that equal it.")]
    [AlsoCalled("na_values", "na", "null_values", "na_strings", "nulls", "null", "missing_values", "nan")]
    public ValueList<string>? Missing { get; init; }

    [Arg("Only empty fields are missing: `NA`, `null` and the like are words."), AlsoCalled("keep_strings", "no_na")]
    [AlsoCalled("keep_default_na", "na_filter", Opposite = true)]
    public bool KeepNa { get; init; }

    [Arg("What columns are, whatever they look like: `types=zip:text,since:date`; also `number`, and `logical` of 1 and 0 or yes and no.")]
    [AlsoCalled("dtype", "dtypes", "col_types", "colClasses", "schema", "column_types", "schema_overrides")]
    public ValueList<string>? Types { get; init; }

    [Arg("How dates are written, beside ISO 8601, which is read by itself: `dates=dd/MM/yyyy`.")]
    [AlsoCalled("date_format", "parse_dates", "datetime_format")]
    public string? Dates { get; init; }

    [Arg("What parts the fields: a sign or several, `tab`, or `blanks` for any number of them.")]
    [AlsoCalled("sep", "delim", "separator", "field_separator", "delimiter_char", "FS", "separated_by")]
    public string? Delimiter { get; init; }

    [Arg("What parts the decimals of numbers: `.` or `,`.")]
    [AlsoCalled("dec", "decimal_point", "decimal_mark", "decimal_comma", "decimal_separator")]
    public string? Decimal { get; init; }

    [Arg("What parts thousands: a sign, `blank` or `none`."), AlsoCalled("grouping_mark", "big_mark", "thousands_sep")]
    public string? Thousands { get; init; }

    [Arg("Whether the first line holds the names of the columns."), AlsoCalled("has_header", "headers", "first_row_header")]
    public bool? Header { get; init; }

    [Arg("Whether the line below the names holds units, and so is no row."), AlsoCalled("units_row", "unit_row")]
    public bool? Units { get; init; }

    [Arg("How many lines at the end are no rows."), Between(0, 1_000_000), AlsoCalled("skipfooter", "n_footer")]
    public int? Footer { get; init; }

    [Arg("Names for the columns, in place of those in the file.")]
    [AlsoCalled("col_names", "column_names", "columns", "new_columns")]
    public ValueList<string>? Names { get; init; }

    [Arg("How many lines stand before the header."), Between(0, 1_000_000_000), AlsoCalled("skiprows", "skip_lines")]
    public int? Skip { get; init; }

    [Arg("What lines start with that are to be left out: `comment=\"#\"`, or `none`.")]
    [AlsoCalled("comment_char", "comments", "comment_prefix")]
    public string? Comment { get; init; }

    [Arg("What stands around fields that hold delimiters; `none` when quotation marks are letters.")]
    [AlsoCalled("quotechar", "quoting")]
    public string? Quote { get; init; }

    [Arg("What stands before a quotation mark inside quotes: `\\`; `none` when it is doubled."), AlsoCalled("escapechar")]
    public string? Escape { get; init; }

    [Arg("How letters are written: `utf-8`, `utf-16`, `windows-1252`, `latin1` and others.")]
    [AlsoCalled("fileEncoding", "charset", "locale", "codec")]
    public string? Encoding { get; init; }

    [Arg("Leave out blanks around fields."), AlsoCalled("skipinitialspace", "strip", "strip_white", "trim_ws")]
    public bool? Trim { get; init; }

    [Arg("Lines with more or fewer fields than the header: stop, drop them, or pad the short ones and drop the others.")]
    [AlsoCalled("on_bad_lines", "ignore_errors", "error_bad_lines", "bad_lines", "truncate_ragged_lines", "fill")]
    public BadRows BadRows { get; init; }

    [Arg("Which sheet of a workbook; the first one without it."), AlsoCalled("sheet_name", "worksheet")]
    public string? Sheet { get; init; }

    [Arg("Which cells of a sheet: `range=B3:F20`, or from `B3` on."), AlsoCalled("cells", "usecols")]
    public string? Range { get; init; }

    [Arg("Which table of a database, or which key of JSON; the only one without it."), AlsoCalled("table_name")]
    public string? Table { get; init; }

    [Arg("What to ask of a database instead of a whole table, in its SQL."), AlsoCalled("sql")]
    public string? Query { get; init; }

    [Arg("The SHA-256 of the file, so that another one is not read; an address of the web needs it.")]
    [AlsoCalled("hash", "checksum", "pin")]
    public string? Sha256 { get; init; }

    protected override Shape Check(Shape before, CheckContext check)
    {
        CheckWords(check);
        if (Samples.IsSample(File) && Rows > SampleTable.MostRows)
            check.Refuse(nameof(Rows), $"A sample has at most {Wording.Count(SampleTable.MostRows)} rows.", "Draw fewer.");
        return before.Start(NameIn(before), check.Failed ? new Shape { AnyColumn = true } : Outlined(check));
    }

    Shape Outlined(CheckContext check)
    {
        try
        {
            if (Samples.IsSample(File)) return check.Headers.Of(Samples.PathOf(File), Options, () => OutlineOfSample(check.RowLimit));
            if (RemoteFile.Is(File) && RemoteFile.Kept(File, Sha256!) is null) return new Shape { AnyColumn = true };
            var files = Set(check.Headers, file => RemoteFile.Kept(file, Sha256!)!);
            return files.Outline(files.Narrowed(Options, check.Wanted));
        }
        catch (Refusal refusal)
        {
            check.Refuse(nameof(File), refusal.Text, Sampled(File) ?? refusal.Hint);
            return new Shape { AnyColumn = true };
        }
    }

    /// <summary>What to write for the name of a sample that is no file.</summary>
    internal static string? Sampled(InputFile file) => !System.IO.File.Exists(file.Path) && Samples.Names.Contains(file.Written)
        ? $"The built-in sample is `{Samples.Prefix}{file}`." : null;

    protected override Study Run(Study study, RunContext run)
    {
        var table = Samples.IsSample(File) ? Draw(run) : Read(run);
        run.Say($"`{File}`: {Wording.Size(table.Rows, table.Columns.Count)}.");
        run.Show(Outline.Of(table));
        TextWarning.Tell(table, run);
        return study.Start(NameIn(study.Shape), table);
    }

    Shape OutlineOfSample(int? limit)
    {
        var sample = Samples.Open(File);
        // Columns of its own: a table that is loaded again is another one.
        return new Shape { Rows = Limited(Rows ?? sample.Rows, limit), Columns = new([.. sample.Columns]) };
    }

    FileSet Set(Headers headers, Func<InputFile, InputFile> placed) =>
        new([RemoteFile.Is(File) ? placed(File) : File, .. More ?? []], Files, headers);

    static int Limited(int rows, int? limit) => Math.Min(rows, limit ?? rows);

    Table Draw(RunContext run)
    {
        var sample = Samples.Open(File);
        return sample.Draw(Limited(Rows ?? sample.Rows, run.RowLimit), Seed ?? run.Seed, run.Work);
    }

    Table Read(RunContext run)
    {
        var files = Set(run.Headers, file => RemoteFile.Fetched(file, Sha256!, run.Work));
        var options = files.Narrowed(Options, run.Wanted);
        if (options.Columns is { } columns)
            run.Say($"Only what later steps use is read: {Wording.Plural(columns.Count, "column")}.");
        var table = files.Read(options, run.Work, content =>
        {
            if (Sha256 is { } hash && !content.Source.Hash.Equals(hash, StringComparison.OrdinalIgnoreCase))
                throw RemoteFile.Another(File, content.Source.Hash);
            run.Show(content.Source);
            foreach (var remark in content.Remarks) run.Say(remark);
        });
        if (Dates is not null && options.Columns is null) OddTable.TellDates(table, Dates, run);
        if (Dates is null) OddTable.TellTimes(table, run);
        if (Missing is null) OddTable.TellMarkers(table, run);
        if (Footer is null && Rows is null) OddTable.TellTotal(table, More is null && Formats.Heeds(File, nameof(Footer)), run);
        return DrawnRows.Of(run, table);
    }
}
