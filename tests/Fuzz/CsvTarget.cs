using System.IO.Compression;
using System.Text;
using Dsl;
using Dsl.Diagnostics;

namespace Fuzz;

/// <summary>
/// Damaged tables: the check and the run of the same file say the same columns, any number of threads reads the same table, and whatever is
/// wrong is refused in a sentence. This is also a try of types, of times and of the search for a dialect.
/// </summary>
sealed class CsvTarget() : Target("csv")
{
    static readonly string[] Values =
    [
        "1", "2.5", "-3", "1e5", "", "NA", "a", "word", "\"quoted, with comma\"", "\"two\nlines\"", "\"\"\"\"", "2024-02-29", "2024-02-29T12:00:00Z",
        "29.02.2024", "1,5", "1.234,5", "1 000", "true", "false", "é", "0012", "9007199254740993", "x\"y", " blank ", "50%",
    ];

    static readonly string[] Options =
    [
        "delimiter=tab", "delimiter=\";\"", "delimiter=blanks", "decimal=,", "thousands=.", "header=false", "header=true", "skip=1", "skip=3",
        "comment=\"#\"", "quote=none", "quote=\"'\"", "escape=\"\\\\\"", "encoding=latin1", "encoding=utf-16", "trim=true", "bad_rows=pad",
        "bad_rows=drop", "rows=3", "missing=a,1", "keep_na=true", "types=a:text", "types=a:date,b:number", "types=c:logical", "dates=dd.MM.yyyy",
        "names=p,q,r",
    ];

    public override string Try(Dice dice, string folder)
    {
        var bytes = Table(dice);
        for (var i = dice.Few(3); i > 0; i--) bytes = dice.Changed(bytes);
        var name = dice.One(["d.csv", "d.csv", "d.tsv", "d.txt", "d.csv.gz", "d.zip"]);
        File.WriteAllBytes(Path.Combine(folder, name), name.EndsWith("gz", StringComparison.Ordinal) ? Packed(dice, bytes) : bytes);
        var options = string.Concat(Enumerable.Range(0, dice.Few(3)).Select(_ => " " + dice.One(Options)));
        var script = $"load {name}{options}\nmissing\ndescribe\n";
        File.WriteAllText(Path.Combine(folder, "s.pipe"), script);
        var plan = Language.Check(new SourceText("s.pipe", script), new LanguageOptions { ScriptFolder = folder });
        Sound.Hold(plan);
        var (first, table) = Run(plan, folder, 1);
        var (second, again) = Run(plan, folder, 3);
        Demand(first == second, $"One thread: {first}; three threads: {second}");
        Demand(table == again, "Three threads read another table than one.");
        return first.Length == 0 ? "read" : plan.HasErrors ? "refused by the check" : "refused by the run";
    }

    static (string Said, string Content) Run(Plan plan, string folder, int threads)
    {
        var runner = new Runner(plan, new RunSettings { OutputFolder = folder, Threads = threads });
        var ending = runner.Run();
        var said = Sound.Of(ending);
        var columns = runner.Study.Table?.Columns.Select(c => $"{c.Name} {c.Type} {c.Content}") ?? [];
        return (said, string.Join('\n', columns));
    }

    static byte[] Table(Dice dice)
    {
        var text = new StringBuilder();
        var (columns, end, delimiter) = (1 + dice.Few(12), dice.One(["\n", "\r\n", "\r"]), dice.One([",", ";", "\t", "|"]));
        text.AppendJoin(delimiter, Enumerable.Range(0, columns).Select(c => dice.OneIn(9) ? dice.One(Values) : $"{(char)('a' + c)}")).Append(end);
        string[] kinds = [.. Enumerable.Range(0, columns).Select(_ => dice.One(Values))];
        for (var rows = dice.OneIn(50) ? 20_000 : dice.Few(60); rows > 0; rows--)
            text.AppendJoin(delimiter, kinds.Select(k => dice.OneIn(20) ? dice.One(Values) : k)).Append(end);
        Encoding encoding = dice.Next(8) switch { 0 => Encoding.Unicode, 1 => Encoding.Latin1, 2 => new UTF8Encoding(true), _ => new UTF8Encoding(false) };
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(text.ToString())];
    }

    static byte[] Packed(Dice dice, byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(bytes);
        return dice.OneIn(2) ? packed.ToArray() : dice.Changed(packed.ToArray());
    }
}
