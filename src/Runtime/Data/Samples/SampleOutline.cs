using System.Text.Json;

namespace Runtime.Data.Samples;

/// <summary>What a description says of the table, without how it is drawn: all that checking a script needs.</summary>
/// <param name="Header">The columns' names as a file has them.</param>
sealed record SampleOutline(string Doc, int Rows, NamedList<ColumnShape> Columns, string[] Header)
{
    public static SampleOutline Of(SampleDescription description) => new(
        description.Doc,
        description.Rows,
        new([.. description.Columns.Select(c => new ColumnShape(c.Name, c.Type))]),
        [.. description.Columns.Select(c => c.Header ?? c.Name)]);

    /// <summary>Reads the outline of a built-in description, which is known to be well formed.</summary>
    /// <remarks>
    /// Making the objects of a whole description compiles hundreds of methods first, longer than all else that a check does.
    /// </remarks>
    public static SampleOutline Read(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        JsonElement[] columns = [.. root.GetProperty("columns").EnumerateArray()];
        return new(
            Text(root, "doc"),
            root.GetProperty("rows").GetInt32(),
            new([.. columns.Select(c => new ColumnShape(Text(c, "name"), Enum.Parse<ColumnType>(Text(c, "type"))))]),
            [.. columns.Select(c => Text(c, c.TryGetProperty("header", out _) ? "header" : "name"))]);
    }

    static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
