using System.IO.Compression;
using System.Text.Json;
using Runtime.Files;

namespace Runtime.Data.Samples;

/// <summary>Descriptions as JSON.</summary>
static class SampleFile
{
    const int Whole = 10_000;

    public static void Write(SampleDescription description, Stream stream) =>
        JsonSerializer.Serialize(stream, description, SampleJson.Default.SampleDescription);

    /// <exception cref="Refusal">The text is not a description, or one that contradicts itself.</exception>
    public static SampleDescription Read(Stream stream, string written)
    {
        SampleDescription description;
        try
        {
            description = JsonSerializer.Deserialize(stream, SampleJson.Default.SampleDescription)
                ?? throw Malformed(written, "it holds `null`");
        }
        catch (JsonException error)
        {
            var place = error.LineNumber is { } line ? $"line {line + 1}, place {error.BytePositionInLine + 1}" : "somewhere";
            throw Malformed(written, $"{place}{(error.Path is { Length: > 1 } path ? $" (`{path}`)" : "")} does not fit");
        }
        Check(description, written);
        return description;
    }

    public static SampleDescription Read(string path, string written)
    {
        if (!File.Exists(path))
            throw new Refusal($"There is no file `{written}`.",
                $"Name a description, or a built-in sample: {string.Join(", ", Samples.Names)}.");
        try
        {
            using var file = RegularFile.Open(path, written, "Name a description.");
            if (!TableFormat.IsPacked(path)) return Read(file, written);
            using var unpacked = new GZipStream(file, CompressionMode.Decompress);
            return Read(unpacked, written);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new Refusal($"`{written}` cannot be read: {error.Message.TrimEnd('.')}.", "Check that it may be read.");
        }
    }

    static void Check(SampleDescription description, string written)
    {
        if (description.Format != SampleDescription.CurrentFormat)
            throw Malformed(written, $"its format is `{description.Format}`, not `{SampleDescription.CurrentFormat}`");
        if (description.Rows is < 1 or > SampleTable.MostRows) throw Malformed(written, "`rows` is below 1, or too many");
        CheckColumns(description.Columns, written);
        if (description.Groups.Length == 0 || description.Groups.Sum(g => (long)g.Rows) is < 1 or > int.MaxValue
            || description.Groups.Any(g => g.Rows < 0))
            throw Malformed(written, "its groups have no rows, or too many");
        for (var g = 0; g < description.Groups.Length; g++)
            if (Fault(description.Groups[g], description.Columns) is { } fault)
                throw Malformed(written, $"in group {g + 1} (`{description.Groups[g].Value}`) {fault}");
    }

    static void CheckColumns(ColumnDescription[] columns, string written)
    {
        if (columns.Length == 0) throw Malformed(written, "it has no columns");
        if (columns.GroupBy(c => c.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw Malformed(written, $"two columns are named `{twice.Key}`");
        foreach (var column in columns)
        {
            var text = column.Kind is ColumnKind.Words or ColumnKind.Ids;
            if (column.Kind != ColumnKind.Group && text != (column.Type == ColumnType.Text))
                throw Malformed(written, $"column `{column.Name}` is of a type that does not go with its kind");
            if (column.Kind == ColumnKind.Words && column.Kept is null) throw Malformed(written, $"column `{column.Name}` lacks `kept`");
            if (column.Kind == ColumnKind.Ids && column.Length is < 1 or > 1000)
                throw Malformed(written, $"the `length` of column `{column.Name}` is not from 1 to 1000");
        }
    }

    static string? Fault(GroupDescription group, ColumnDescription[] columns)
    {
        var numbers = columns.Count(c => c.Kind == ColumnKind.Numbers);
        var words = Array.FindAll(columns, c => c.Kind == ColumnKind.Words);
        if (group.Numbers.Length != numbers) return $"`numbers` has {group.Numbers.Length} entries for {numbers} columns";
        if (group.Words.Length != words.Length) return $"`words` has {group.Words.Length} entries for {words.Length} columns";
        if (group.Correlations.Length != numbers * (numbers - 1) / 2)
            return $"`correlations` does not have {numbers * (numbers - 1) / 2} entries";
        if (Array.Exists(group.Correlations, c => Math.Abs(c) > 100)) return "a correlation is beyond ±100 %";
        if (Array.FindIndex(group.Numbers, n => !IsFine(n)) is >= 0 and var number)
            return $"entry {number + 1} of `numbers` is not a quantile function from 0 to {Whole}";
        if (words.Where((c, i) => !IsFine(group.Words[i], c)).FirstOrDefault() is { } column)
            return $"the texts of `{column.Name}` are not counted right";
        return null;
    }

    static bool IsFine(NumbersDescription numbers) =>
        numbers.Missing is >= 0 and <= 1
        && numbers.At.Length == numbers.Values.Length && numbers.At.Length >= 2
        && numbers.At[0] == 0 && numbers.At[^1] == Whole
        && Enumerable.Range(1, numbers.At.Length - 1)
            .All(i => numbers.At[i] >= numbers.At[i - 1] && numbers.Values[i] >= numbers.Values[i - 1])
        && Array.TrueForAll(numbers.Values, double.IsFinite);

    static bool IsFine(WordsDescription words, ColumnDescription column) =>
        words.Kept.Length % 2 == 0
        && words.Kept.Where((_, i) => i % 2 == 0).All(w => w >= 0 && w < column.Kept!.Length)
        && words.Kept.Where((_, i) => i % 2 == 1).All(count => count > 0)
        && words is { Missing: >= 0, Rest: >= 0, Distinct: >= 0, Most: >= 0 }
        && words.Distinct <= words.Rest && words.Most <= words.Rest && (words.Rest == 0 || words is { Distinct: > 0, Most: > 0 })
        && words.Missing + (long)words.Rest + words.Kept.Where((_, i) => i % 2 == 1).Sum(c => (long)c) <= int.MaxValue;

    static Refusal Malformed(string written, string what) =>
        new($"`{written}` is not the description of a sample: {what}.", "Make one with `pipe sample fit`.");
}
