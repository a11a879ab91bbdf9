using System.Text;

namespace Runtime.Data;

/// <summary>What a file is that is named like delimited text and is something else, by how it starts.</summary>
static class ForeignText
{
    const string Unpack = "Unpack it, and load the file that comes out.";

    const string SaveAs = "Save its table as CSV, and load that.";

    static readonly (byte[] Start, string Is, string Hint)[] Known =
    [
        ([.. "%PDF-"u8], "a PDF document", SaveAs),
        ([.. "{\\rtf"u8], "a document of rich text", SaveAs),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old document of Office", "Save it as .xlsx or CSV, and load that."),
        ([0x89, .. "PNG"u8], "a picture", SaveAs),
        ([0xFF, 0xD8, 0xFF], "a picture", SaveAs),
        ([.. "GIF8"u8], "a picture", SaveAs),
        ([.. "PAR1"u8], "Parquet", Unpack),
        ([.. "SQLite format 3"u8], "a SQLite database", Unpack),
        ([.. "BZh"u8], "packed by bzip2", Unpack),
        ([0xFD, .. "7zXZ"u8], "packed by xz", Unpack),
        ([.. "7z"u8, 0xBC, 0xAF], "packed by 7-Zip", Unpack),
        ([0x28, 0xB5, 0x2F, 0xFD], "packed by zstd", Unpack),
        ([.. "Rar!"u8], "packed by RAR", Unpack),
        ([.. "ARROW1"u8], "an Arrow file", "Write it as Parquet, as pandas does with `to_parquet`, and load that."),
        ([.. "FEA1"u8], "a Feather file", "Write it as Parquet, as pandas does with `to_parquet`, and load that."),
        ([.. "ORC"u8, 0], "an ORC file", "Write it as Parquet, and load that."),
        ([0x89, .. "HDF"u8], "an HDF5 file", "Write its table as Parquet or CSV, as pandas does with `to_parquet`, and load that."),
        ([0x93, .. "NUMPY"u8], "an array of NumPy", "Write it with `numpy.savetxt`, and load that."),
        ([0x80, 4, 0x95], "a pickle of Python", "Write its table as Parquet or CSV, as pandas does with `to_parquet`, and load that."),
        ([.. "$FL2"u8], "a file of SPSS", SaveAs),
        ([.. "$FL3"u8], "a file of SPSS", SaveAs),
        ([.. "<stata_dta>"u8], "a file of Stata", "Write it with `export delimited` in Stata, and load that."),
        ([.. "RDX"u8], "data of R", "Write them with `write.csv` in R, and load that."),
        ([.. "version https://git-lfs"u8], "the pointer of Git LFS to a file that is not here", "Fetch the file with `git lfs pull`."),
    ];

    static readonly string[] Dumps =
        ["INSERT INTO", "CREATE TABLE", "DROP TABLE", "-- MySQL dump", "-- PostgreSQL", "--\n-- PostgreSQL", "PRAGMA foreign_keys"];

    static readonly string[] Pages = ["<!doctype html", "<html", "<head", "<body"];

    /// <param name="head">The first bytes of a file that is about to be read as text.</param>
    public static Refusal? Refusal(InputFile file, ReadOnlySpan<byte> head)
    {
        foreach (var (start, what, hint) in Known) if (head.StartsWith(start)) return Of(file, what, hint);
        var text = Encoding.UTF8.GetString(head[..Math.Min(head.Length, 256)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (Array.Exists(Pages, p => text.StartsWith(p, StringComparison.OrdinalIgnoreCase)))
        {
            return Of(file, "a page of the web, perhaps one that says why the file was not given",
                "Fetch the file itself, and look into it.");
        }
        if (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)) return Of(file, "XML", SaveAs);
        if (Array.Exists(Dumps, d => text.StartsWith(d, StringComparison.OrdinalIgnoreCase)))
            return Of(file, "statements of SQL", "Run them in a database, as `sqlite3 NAME.db` does, and load the table from there.");
        if (Controls(head) > MostControls)
            return new($"`{file}` is no text: it has bytes that no text has.", "Find out what made it, and have that write CSV.");
        return Arff(file, head);
    }

    /// <summary>Of signs below the blank that no text has a text may have one or two between its fields.</summary>
    const int MostControls = 4;

    static int Controls(ReadOnlySpan<byte> head)
    {
        var (found, count) = (0L, 0);
        foreach (var letter in head[..Math.Min(head.Length, 1 << 12)])
            if (letter < ' ' && letter is not (0 or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1A)) found |= 1L << letter;
        for (; found != 0; found &= found - 1) count++;
        return count;
    }

    /// <summary>The format of Weka is delimited text below lines that say what the columns are.</summary>
    static Refusal? Arff(InputFile file, ReadOnlySpan<byte> head)
    {
        if (Encoding.UTF8.GetString(head) is var text && !text.Contains("@relation", StringComparison.OrdinalIgnoreCase)) return null;
        string[] lines = [.. text.Split('\n').Select(l => l.Trim())];
        var data = Array.FindIndex(lines, l => l.Equals("@data", StringComparison.OrdinalIgnoreCase));
        if (data < 0 || !lines[..data].Any(l => l.StartsWith("@relation", StringComparison.OrdinalIgnoreCase))) return null;
        var names = lines[..data].Where(l => l.StartsWith("@attribute", StringComparison.OrdinalIgnoreCase))
            .Select(l => Expressions.Notation.Word(NameIn(l["@attribute".Length..].Trim())));
        return Of(file, "a file of Weka (ARFF)",
            $"Read its rows with `load {file.Written} header=false skip={data + 1} names={string.Join(',', names)}`.");
    }

    static string NameIn(string attribute) =>
        attribute is ['\'' or '"', ..] && attribute.IndexOf(attribute[0], 1) is > 0 and var end
        ? attribute[1..end] : attribute.Split(' ', '\t')[0];

    static Refusal Of(InputFile file, string what, string hint) => new($"`{file}` is {what}, and no delimited text.", hint);
}
