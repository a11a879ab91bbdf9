using System.Text;

namespace Runtime.Data;

/// <summary>What a file is that is named like delimited text and is something else, by how it starts.</summary>
static class ForeignText
{
    const string SaveAs = "Save its table as CSV, and load that.";

    static readonly (byte[] Start, string Is, string Hint)[] Known =
    [
        ([.. "%PDF-"u8], "a PDF document", SaveAs),
        ([.. "{\\rtf"u8], "a document of rich text", SaveAs),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old document of Office", "Save it as .xlsx or CSV, and load that."),
        ([0x89, .. "PNG"u8], "a picture", SaveAs),
        ([0xFF, 0xD8, 0xFF], "a picture", SaveAs),
        ([.. "GIF8"u8], "a picture", SaveAs),
        ([.. "PAR1"u8], "Parquet", "Give it the ending `.parquet`."),
        ([.. "SQLite format 3"u8], "a SQLite database", "Give it the ending `.db`."),
        ([.. "RDX"u8], "data of R", "Write them with `write.csv` in R, and load that."),
        ([.. "version https://git-lfs"u8], "the pointer of Git LFS to a file that is not here", "Fetch the file with `git lfs pull`."),
    ];

    static readonly string[] Pages = ["<!doctype html", "<html", "<head", "<body"];

    public static Refusal? Refusal(InputFile file, ReadOnlySpan<byte> head)
    {
        foreach (var (start, what, hint) in Known) if (head.StartsWith(start)) return Of(file, what, hint);
        var text = Encoding.UTF8.GetString(head[..Math.Min(head.Length, 256)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (Array.Exists(Pages, p => text.StartsWith(p, StringComparison.OrdinalIgnoreCase)))
        {
            return Of(file, "a page of the web, perhaps one that says why the file was not given",
                "Fetch the file itself, and look into it.");
        }
        return text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) ? Of(file, "XML", SaveAs) : null;
    }

    static Refusal Of(InputFile file, string what, string hint) => new($"`{file}` is {what}, and no delimited text.", hint);
}
