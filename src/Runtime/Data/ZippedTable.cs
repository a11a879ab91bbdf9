using System.IO.Compression;

namespace Runtime.Data;

/// <summary>The one table in a zip file.</summary>
static class ZippedTable
{
    /// <summary>Whether it is a workbook; null when it is damaged.</summary>
    public static bool? HoldsWorkbook(Stream packed)
    {
        try
        {
            using var zip = new ZipArchive(packed, ZipArchiveMode.Read, leaveOpen: true);
            return zip.GetEntry("xl/workbook.xml") is not null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <exception cref="Refusal">There is none in it, or more than one.</exception>
    public static (Stream Bytes, string Name) Open(InputFile file, Stream packed)
    {
        // The list of what is in it stands at its end.
        var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        try
        {
            var tables = new ZipArchive(bytes).Entries
                .Where(e => e.Name.Length > 0 && !e.FullName.StartsWith("__MACOSX", StringComparison.Ordinal)).ToArray();
            if (tables.Length > 1) tables = Array.FindAll(tables, e => Formats.CanRead(e.Name));
            // What lies beside the table is often a word about it.
            var others = Array.FindAll(tables, e => !e.Name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase));
            if (others.Length == 1) tables = others;
            if (tables is [var alone] && Formats.All.FirstOrDefault(f => f.Has(alone.Name)) is { IsPackable: false })
                throw new Refusal($"`{file}` holds `{alone.Name}`, which is only read unpacked.", "Unpack it, and name that file.");
            return tables is [var only] ? (new CheckedEntry(only), only.Name)
                : tables.Length == 0 ? throw new Refusal($"`{file}` holds no table.", "Name a file that does.")
                : throw new Refusal($"`{file}` holds {Wording.Plural(tables.Length, "table")}.", "Unpack it, and name one of the files.");
        }
        catch (InvalidDataException)
        {
            throw new Refusal($"`{file}` is damaged: it is no complete zip file.", "Fetch or pack the file again.");
        }
    }
}
