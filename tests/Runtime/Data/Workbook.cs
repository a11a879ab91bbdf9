using System.IO.Compression;
using System.Text;

namespace Tests.Runtime.Data;

/// <summary>Writes small workbooks as spreadsheet programs do, so far as reading needs it.</summary>
public static class Workbook
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <param name="sheets">Names, and rows of numbers, texts, truths, dates and nulls.</param>
    public static byte[] Of(params (string Name, object?[][] Rows)[] sheets)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Put(string name, string xml)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?>" + xml));
            }
            Put("_rels/.rels", $"<Relationships xmlns=\"{Relations}\"><Relationship Id=\"r\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Put("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>" + string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" r:id=\"r{i}\"/>")) + "</sheets></workbook>");
            Put("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Relations}\"><Relationship Id=\"s\" Type=\"{Office}/styles\" Target=\"styles.xml\"/>"
                + string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"r{i}\" Type=\"{Office}/worksheet\" Target=\"worksheets/s{i}.xml\"/>")) + "</Relationships>");
            Put("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
            for (var i = 0; i < sheets.Length; i++)
                Put($"xl/worksheets/s{i}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>" + string.Concat(sheets[i].Rows.Select(Row)) + "</sheetData></worksheet>");
        }
        return bytes.ToArray();
    }

    static string Row(object?[] cells, int row) => $"<row r=\"{row + 1}\">{string.Concat(cells.Select((c, j) => Cell($"{(char)('A' + j)}{row + 1}", c)))}</row>";

    static string Cell(string place, object? value) => value switch
    {
        null => "",
        bool truth => $"<c r=\"{place}\" t=\"b\"><v>{(truth ? 1 : 0)}</v></c>",
        DateTime time => FormattableString.Invariant($"<c r=\"{place}\" s=\"1\"><v>{time.ToOADate()}</v></c>"),
        string error when error.StartsWith('#') => $"<c r=\"{place}\" t=\"e\"><v>{error}</v></c>",
        string text => $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>",
        _ => FormattableString.Invariant($"<c r=\"{place}\"><v>{value}</v></c>"),
    };
}
