using System.IO.Compression;
using Runtime.Files;

namespace Runtime.Data;

/// <summary>The kinds of files that hold a table.</summary>
public static class Formats
{
    /// <summary>One table, packed.</summary>
    const string Zipped = ".zip";

    public static NamedList<TableFormat> All { get; } = new(
    [
        .. AllOfTableFormat.Found().OrderBy(f => f.Name, StringComparer.Ordinal),
    ]);

    /// <summary>Those that can be written.</summary>
    public static IEnumerable<TableFormat> Written => All.Where(f => f.Writes);

    /// <summary>Whether the name of a file is one of a table that can be read.</summary>
    public static bool CanRead(string name) => All.Any(f => f.Has(name)) || name.EndsWith(Zipped, StringComparison.OrdinalIgnoreCase);

    /// <summary>.csv or .tsv.</summary>
    public static string Kinds(IEnumerable<TableFormat> formats)
    {
        string[] endings = [.. formats.SelectMany(f => f.Endings)];
        return endings.Length == 1 ? endings[0] : $"{string.Join(", ", endings[..^1])} or {endings[^1]}";
    }

    /// <summary>Names and types from the head of a file, without reading the rest.</summary>
    /// <exception cref="Refusal">It is not there, of a kind that is not known, or cannot be read as a table.</exception>
    public static TableOutline Outline(InputFile file, ReadOptions options)
    {
        if (Connection.Is(file.Path)) return DatabaseReader.Of.Outline(file, options);
        DemandKnown(file);
        using var input = DataInput.Open(file);
        return Heeding(input, options).Outline(input, options);
    }

    /// <summary>About how many rows a file has, without reading more than a part of it.</summary>
    /// <exception cref="Refusal">It cannot be read as a table.</exception>
    public static double RowsAbout(InputFile file, ReadOptions options, TableOutline outline)
    {
        if (outline.Rows is { } known) return known;
        if (Connection.Is(file.Path)) return UsualRows;
        using var input = DataInput.Open(file);
        return Math.Min(options.Rows ?? double.PositiveInfinity, Heeding(input, options).RowsAbout(input, options, outline));
    }

    /// <summary>Of a table that is asked of a server.</summary>
    const int UsualRows = 100_000;

    /// <summary>The whole file, and what it was.</summary>
    /// <exception cref="Refusal">It is not there, of a kind that is not known, or cannot be read as a table.</exception>
    public static TableContent Read(InputFile file, ReadOptions options, Work work)
    {
        if (Connection.Is(file.Path)) return DatabaseReader.Of.Read(file, options, work);
        DemandKnown(file);
        using var input = DataInput.Open(file);
        var format = Heeding(input, options);
        var read = Read(format, input, options, work);
        string[] other = format == Of(input.Name) ? [] : [$"`{file}` holds {format.Holds} and is read so, whatever its name says."];
        return new TableContent(read.Table, input.Finish(), read.Unnamed, [.. other, .. read.Remarks]);
    }

    /// <summary>Whether an option, as <see cref="ReadOptions.Special"/> names it, says something about a file of this name.</summary>
    internal static bool Heeds(InputFile file, string option) => !Connection.Is(file.Path) && Of(file.Written).Heeds.Contains(option);

    /// <summary>Text when no ending says otherwise.</summary>
    internal static TableFormat Of(string name) => All.FirstOrDefault(f => f.Has(name)) ?? All.Find("csv")!;

    /// <summary>What a file holds: as its first bytes say, and its name where they say nothing.</summary>
    internal static TableFormat Held(string name, ReadOnlySpan<byte> start)
    {
        foreach (var format in All) if (format.Begins(start)) return format;
        var named = Of(name);
        var isOther = !named.IsPackable || named is JsonFormat && !JsonFormat.MayBegin(start);
        return isOther && TextEncodings.IsText(start) ? All.Find("csv")! : named;
    }

    /// <exception cref="Refusal">Something is said that the format knows nothing of.</exception>
    static TableFormat Heeding(DataInput input, ReadOptions options)
    {
        var format = input.Format;
        if (options.Special.FirstOrDefault(o => !format.Heeds.Contains(o)) is { } idle)
            throw new Refusal($"`{Signature.SnakeCase(idle)}` says nothing about `{input.File}`, which is {format.Name}.", "Leave it out.");
        if (StandardInput.Is(input.File) && format is ParquetFormat or SqliteFormat)
            throw new Refusal($"What is piped in is {format.Holds}, which is read from a file alone.",
                "Write it into a file, and load that.");
        return format;
    }

    /// <summary>What is wrong with a file that somebody is writing to is just that.</summary>
    static ReadTable Read(TableFormat format, DataInput input, ReadOptions options, Work work)
    {
        try
        {
            return format.Read(input, options, work);
        }
        catch (Refusal)
        {
            input.DemandSame();
            throw;
        }
    }

    /// <summary>Writes a table in the form that the name of its file says.</summary>
    /// <exception cref="Refusal">The name is of a kind that cannot be written.</exception>
    public static void Write(Stream stream, OutputFile file, Table table, Work work)
    {
        var format = ToWrite(file);
        if (!TableFormat.IsPacked(file.Written)) format.Write(stream, file.Written, table, work);
        else
        {
            using var packed = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true);
            format.Write(packed, TableFormat.Unpacked(file.Written), table, work);
        }
    }

    /// <exception cref="Refusal">The name is of a kind that cannot be written.</exception>
    public static TableFormat ToWrite(OutputFile file) => Written.FirstOrDefault(f => f.Has(file.Written))
        ?? throw new Refusal($"`{file}` is of a kind that cannot be written.", $"Give a name that ends with {Endings(Written)}.");

    /// <exception cref="Refusal">By its ending it is no table, and by what it holds neither.</exception>
    static void DemandKnown(InputFile file)
    {
        // That it is not there is said by who opens it.
        if (CanRead(file.Path) || StandardInput.Is(file) || !File.Exists(file.Path)) return;
        using var stream = RegularFile.Open(file.Path, file.Written, "Name a file, or read what is piped in with `load -`.", buffer: 0);
        var head = new byte[DataInput.HeadBytes];
        var start = head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        if (TextEncodings.IsText(start) || Held(file.Path, start) is not CsvFormat || ZippedTable.HoldsWorkbook(stream) == true) return;
        throw ForeignText.Refusal(file, start)
            ?? new Refusal($"`{file}` is of a kind that cannot be read.", $"Give a file that ends with {Endings(All)}, {Zipped}.");
    }

    static string Endings(IEnumerable<TableFormat> formats) => string.Join(", ", formats.SelectMany(f => f.AllEndings));
}
