using System.Text;
using Runtime.Data;
using Runtime.Data.Samples;

namespace Runtime.Operators.Data;

/// <summary>Brings a table into the study: from a file of delimited text, or from a sample that the tool draws itself.</summary>
[Operator("load", "Read a table from a file, or draw a generated sample.", Rows = RowEffect.New,
    Keywords = "read open csv tsv import file sample")]
[AlsoCalled("read_csv", "read_table", "read_tsv", "read_delim", "fread", "import", "importdata", "open", "read", "scan_csv", "scan",
    "read_file", "read.csv2", "read_excel", "readxl", "read_xlsx", "read_parquet", "read_json", "read_ndjson", "read_feather",
    "read_pickle", "read_fwf", "read_sql", "read_query", "read_dta", "read_spss", "read_sas", "readRDS", "from", "externaldata",
    "fetch", "input", "source", "get_data", "data", "DataFrame", "from_csv", "csvread", "ls.load")]
[Example("load sample:spotify rows=1000")]
[Example("load sample:penguins seed=7")]
public sealed record Load : Operator
{
    [ReadTable(Positional = true)]
    [AlsoCalled("path", "filename", "filepath", "filepath_or_buffer", "url")]
    public required InputFile File { get; init; }

    [Arg("How many rows: the first ones of a file, or that many drawn from a sample."), AtLeast(1)]
    [AlsoCalled("nrows", "n_max", "max_rows", "limit", "head", "count", "num_rows")]
    public int? Rows { get; init; }

    [Arg("Seed of a sample; the run's without it.")]
    [AlsoCalled("random_state", "random_seed")]
    public int? Seed { get; init; }

    [Arg("More texts that stand for a missing value: `missing=-,unknown`.")]
    [AlsoCalled("na_values", "na", "null_values", "na_strings", "nulls", "null", "missing_values", "nan")]
    public ValueList<string>? Missing { get; init; }

    protected override Shape Check(Shape before, CheckContext check) => before.Start(NameIn(before), Outlined(check));

    Shape Outlined(CheckContext check)
    {
        try
        {
            var options = Options(check.RowLimit);
            return check.Headers.Of(Samples.PathOf(File), options,
                () => Samples.IsSample(File) ? OutlineOfSample(check.RowLimit) : OutlineOfFile(options));
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

    Shape OutlineOfFile(ReadOptions options)
    {
        var outline = Formats.Outline(File, options);
        return new Shape { Rows = outline.Rows, Columns = outline.Columns };
    }

    ReadOptions Options(int? limit) => new()
    {
        Rows = Limited(Rows ?? int.MaxValue, limit) is < int.MaxValue and var rows ? rows : null,
        Missing = Missing ?? [],
    };

    static int Limited(int rows, int? limit) => Math.Min(rows, limit ?? rows);

    Table Draw(RunContext run)
    {
        var sample = Samples.Open(File);
        return sample.Draw(Limited(Rows ?? sample.Rows, run.RowLimit), Seed ?? run.Seed, run.Work);
    }

    Table Read(RunContext run)
    {
        var content = Formats.Read(File, Options(run.RowLimit), run.Work);
        run.Show(content.Source);
        if (content.Unnamed.Count > 0)
            run.Say($"Columns without a name in the file are named by their position: "
                + $"{string.Join(", ", content.Unnamed.Select(n => $"`{n}`"))}.");
        return content.Table;
    }

    static void WarnOf(TextColumn column, RunContext run)
    {
        var first = column.NotANumber!;
        var count = $"{Wording.Count(first.Count)} of {Wording.Count(column.Rows - column.Missing)} values";
        var where = $"the first is `{first.Field}` in line {first.Line} of `{first.File}`";
        var field = Encoding.UTF8.GetBytes(first.Field);
        if (Fields.WouldLoseDigits(field))
            run.Say($"`{column.Name}` was read as text so that no digit is lost: {count} have leading zeros or more digits than a number "
                + $"holds; {where}.");
        else if (Fields.HasDecimalComma(field))
            run.Warn($"`{column.Name}` was read as text: {count} have a decimal comma, {where}.", "Write decimal points in the file.");
        else
            run.Warn(
                $"`{column.Name}` was read as text: {count} are not numbers, {where}.",
                $"Correct the file, or add `missing={first.Field}` to `load` if it stands for a missing value.");
    }
}
