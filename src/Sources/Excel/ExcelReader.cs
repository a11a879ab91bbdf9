using System.IO.Compression;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Runtime.Data;

namespace Sources.Excel;

/// <summary>Reads a sheet of a workbook.</summary>
sealed class ExcelReader : TableReader
{
    /// <summary>A workbook unpacks to so many times its size at most, unless it is small.</summary>
    const int MostTimes = 200;

    const long Small = 1L << 26, Most = 1L << 32;

    /// <summary>The library asks for the letters of old workbooks in any case.</summary>
    static ExcelReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public override TableOutline Outline(DataInput input, ReadOptions options)
    {
        var most = Math.Min(HeadRows, options.Rows ?? int.MaxValue);
        var (table, isWhole) = Rows(input, options, Work.Alone, most);
        return table.Outline(isWhole || table.Rows == options.Rows ? table.Rows : null);
    }

    public override ReadTable Read(DataInput input, ReadOptions options, Work work) =>
        Rows(input, options, work, options.Rows ?? int.MaxValue) is var (table, _) ? table.Finish() : throw new InvalidOperationException();

    static (CellTable Table, bool IsWhole) Rows(DataInput input, ReadOptions options, Work work, int most)
    {
        // The list of what is in it stands at its end, so all of it is there before a part is.
        using var bytes = new MemoryStream();
        input.Bytes.CopyTo(bytes);
        try
        {
            Measure(bytes, input.File);
            bytes.Position = 0;
            using var book = ExcelReaderFactory.CreateOpenXmlReader(bytes, new() { LeaveOpen = true });
            Choose(book, input.File, options);
            return new SheetRows(book, input.File, options).All(most, work);
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or ExcelReaderException or FormatException
            or KeyNotFoundException or NullReferenceException or ArgumentException or IndexOutOfRangeException or OverflowException
            or InvalidOperationException or NotSupportedException or EndOfStreamException)
        {
            throw new Refusal($"`{input.File}` is damaged, or no Excel workbook of today's kind.",
                "Open it in a spreadsheet program and save it again as .xlsx.");
        }
    }

    /// <exception cref="Refusal">Unpacked it would be far larger than any workbook is.</exception>
    /// <exception cref="InvalidDataException">A part of it is not what was packed.</exception>
    static void Measure(MemoryStream bytes, InputFile file)
    {
        using var packed = new ZipArchive(bytes, ZipArchiveMode.Read, leaveOpen: true);
        var unpacked = packed.Entries.Sum(e => e.Length);
        if (unpacked > Most || (unpacked > Small && unpacked / MostTimes > bytes.Length))
            throw new Refusal($"`{file}` would unpack to {Wording.Count(unpacked >> 20)} MB, far more than it takes packed.",
                "Save the sheet as .csv, if it really is so large.");
        CheckedEntry.DemandWhole(packed);
    }

    static void Choose(IExcelDataReader book, InputFile file, ReadOptions options)
    {
        var names = new List<string>();
        do
        {
            names.Add(book.Name);
            if (options.Sheet is null || options.Sheet == book.Name) return;
        }
        while (book.NextResult());
        throw new Refusal($"`{file}` has no sheet `{options.Sheet}`.", Spelling.List("sheets", options.Sheet!, names));
    }
}
