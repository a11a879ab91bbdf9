using System.Text.Json;

namespace Runtime.Data.Samples;

/// <summary>What a description says of the table, without how it is drawn: all that checking a script needs.</summary>
/// <param name="Header">The columns' names as a file has them.</param>
sealed record SampleOutline(string Doc, int Rows, NamedList<ColumnShape> Columns, string[] Header)
{
    /// <summary>The columns of a built-in description end before this many bytes.</summary>
    const int Head = 1 << 14;

    public static SampleOutline Of(SampleDescription description) => new(
        description.Doc,
        description.Rows,
        new([.. description.Columns.Select(c => new ColumnShape(c.Name, c.Type))]),
        [.. description.Columns.Select(c => c.Header ?? c.Name)]);

    /// <summary>Reads the outline of a built-in description, which is known to be well formed.</summary>
    /// <remarks>
    /// Making the objects of a whole description compiles hundreds of methods first, longer than all else that a check does: its groups,
    /// which come last and are most of it, are not even unpacked.
    /// </remarks>
    public static SampleOutline Read(Stream json)
    {
        var head = new byte[Head];
        var read = json.ReadAtLeast(head, Head, throwOnEndOfStream: false);
        var reader = new Utf8JsonReader(head.AsSpan(0, read), isFinalBlock: false, default);
        var (doc, rows) = ("", 0);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName) continue;
            if (Enters(ref reader, "doc"u8)) doc = reader.GetString()!;
            else if (Enters(ref reader, "rows"u8)) rows = reader.GetInt32();
            else if (Enters(ref reader, "columns"u8)) return ReadColumns(ref reader, doc, rows);
            else Skip(ref reader);
        }
        throw new JsonException("A description has columns.");
    }

    static SampleOutline ReadColumns(ref Utf8JsonReader reader, string doc, int rows)
    {
        var (columns, headers) = (new List<ColumnShape>(), new List<string>());
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var (name, header, type) = ("", default(string), ColumnType.Text);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (Enters(ref reader, "name"u8)) name = reader.GetString()!;
                else if (Enters(ref reader, "header"u8)) header = reader.GetString();
                else if (Enters(ref reader, "type"u8)) type = Enum.Parse<ColumnType>(reader.GetString()!);
                else Skip(ref reader);
            }
            columns.Add(new(name, type));
            headers.Add(header ?? name);
        }
        return new(doc, rows, new([.. columns]), [.. headers]);
    }

    static void Skip(ref Utf8JsonReader reader)
    {
        if (!reader.TrySkip()) throw new JsonException("The columns end beyond the head.");
    }

    /// <summary>Goes on to the value when this is the name of the property.</summary>
    static bool Enters(ref Utf8JsonReader reader, ReadOnlySpan<byte> property) => reader.ValueTextEquals(property) && reader.Read();
}
