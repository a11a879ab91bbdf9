using System.Text.Json;

namespace Runtime.Data;

/// <summary>JSON: an array of objects, which may stand under a key of an object, or objects one after the other, as a line each.</summary>
sealed class JsonFormat : TableFormat
{
    /// <summary>How many rows types are guessed from.</summary>
    const int HeadRows = 1000;

    public override string Name => "json";

    public override string Doc => "JSON: an array of objects, in an object or not, or an object a line; their keys are the columns.";

    internal override string Holds => "JSON";

    internal override IReadOnlyList<string> Heeds { get; } = [nameof(ReadOptions.Table)];

    /// <summary>An object with a key, or a list of such.</summary>
    internal override bool Begins(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("\uFEFF"u8)) start = start[3..];
        if (!MayBegin(start)) return false;
        try
        {
            var reader = new Utf8JsonReader(start, isFinalBlock: false, default);
            var isList = reader.Read() && reader.TokenType == JsonTokenType.StartArray;
            if (isList && !(reader.Read() && reader.TokenType == JsonTokenType.StartObject)) return false;
            return reader.Read() && reader.TokenType == JsonTokenType.PropertyName;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>By its first sign it is an object or a list, or a comment that stands above one.</summary>
    internal static bool MayBegin(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("\uFEFF"u8)) start = start[3..];
        start = start.TrimStart(" \t\r\n"u8);
        return !start.IsEmpty && start[0] is (byte)'{' or (byte)'[' or (byte)'/';
    }

    public override ValueList<string> Endings { get; } = [".json", ".jsonl", ".ndjson"];

    /// <summary>A key may come up in the last object, so that all of them are looked at, but values only of the first.</summary>
    internal override TableOutline Outline(DataInput input, ReadOptions options)
    {
        var read = new JsonRows(new CellTable(input.File, options), Math.Min(HeadRows, options.Rows ?? int.MaxValue),
            JsonOutlook.KeyOf(input, options.Table));
        read.All(input.Bytes, Work.Alone, () => 0);
        return read.Table.Outline(Math.Min(read.Objects, options.Rows ?? int.MaxValue));
    }

    internal override ReadTable Read(DataInput input, ReadOptions options, Work work)
    {
        var key = JsonOutlook.KeyOf(input, options.Table);
        var read = new JsonRows(new CellTable(input.File, options), options.Rows ?? int.MaxValue, key);
        read.All(input.Bytes, work, () => input.Share);
        string[] place = key is null || options.Table is not null ? []
            : [$"The rows of `{input.File}` are those of `{key}` in it: `table={Expressions.Notation.Word(key)}`."];
        return read.Table.Finish([.. place, .. read.Remarks]);
    }
}
