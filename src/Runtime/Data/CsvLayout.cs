using System.Text;

namespace Runtime.Data;

/// <summary>What the first line of a file fixes for all others, and how fields are taken.</summary>
sealed class CsvLayout
{
    readonly byte[][] missing;

    CsvLayout(InputFile file, char delimiter, string[] names, string[] unnamed, IReadOnlyList<string> missing)
    {
        (File, Delimiter, Names, Unnamed) = (file, delimiter, names, unnamed);
        this.missing = [.. missing.Select(Encoding.UTF8.GetBytes)];
    }

    public InputFile File { get; }

    public char Delimiter { get; }

    public string[] Names { get; }

    /// <summary>Those of the names that the file does not give.</summary>
    public string[] Unnamed { get; }

    public bool IsMissing(ReadOnlySpan<byte> field)
    {
        if (Fields.IsMissing(field)) return true;
        foreach (var marker in missing) if (field.SequenceEqual(marker)) return true;
        return false;
    }

    /// <summary>Reads the header from the first chunk.</summary>
    /// <exception cref="Refusal">Two columns share a name, or nothing follows the header.</exception>
    public static CsvLayout Of(CsvChunk first, InputFile file, char delimiter, IReadOnlyList<string> missing)
    {
        var records = first.Records(delimiter);
        while (records.Read() && records.IsBlank)
        {
        }
        var fields = Enumerable.Range(0, records.Fields).Select(i => Encoding.UTF8.GetString(records[i]).Trim()).ToArray();
        CheckDistinct(fields, file);
        while (records.Read())
            if (!records.IsBlank) return new CsvLayout(file, delimiter, Named(fields, out var unnamed), unnamed, missing);
        throw new Refusal($"`{file}` has a header and no rows.", "Give a file with at least one row.");
    }

    static void CheckDistinct(string[] names, InputFile file)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
            if (names[i].Length > 0 && !first.TryAdd(names[i], i))
                throw new Refusal(
                    $"`{file}` has two columns named `{names[i]}`: column {first[names[i]] + 1} and column {i + 1}.",
                    "Rename one of them in the file.");
    }

    /// <summary>A column without a name is called by its position: <c>column_1</c>, with more underscores while that is taken.</summary>
    static string[] Named(string[] fields, out string[] unnamed)
    {
        var names = (string[])fields.Clone();
        var made = new List<string>();
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].Length > 0) continue;
            names[i] = $"column_{i + 1}";
            while (fields.Contains(names[i])) names[i] += "_";
            made.Add(names[i]);
        }
        unnamed = [.. made];
        return names;
    }

    /// <exception cref="Refusal">The record has more or fewer fields than the header.</exception>
    public void CheckCount(CsvRecords record, CsvChunk chunk, int number)
    {
        if (record.Fields == Names.Length) return;
        throw new Refusal(
            $"`{File}` line {chunk.LineOf(number, Delimiter)} has {Count(record.Fields)} where the header has {Count(Names.Length)}; it "
            + $"starts with `{Start(record)}`.",
            "Correct the line; quote fields that contain the delimiter.");
    }

    static string Count(int fields) => fields == 1 ? "1 field" : $"{fields} fields";

    static string Start(CsvRecords record)
    {
        var text = Encoding.UTF8.GetString(record.Raw).TrimEnd(['\r', '\n']);
        return text.Length <= 40 ? text : $"{text[..39]}…";
    }
}
