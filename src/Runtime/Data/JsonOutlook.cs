using System.Text.Json;

namespace Runtime.Data;

/// <summary>
/// What stands under the keys of a file that is one object. Such a file is seldom a row: mostly its rows stand under one of the keys.
/// </summary>
sealed class JsonOutlook
{
    readonly List<string> tables = [], lists = [], objects = [];
    int values, all;
    string current = "";
    bool isOpen;

    /// <summary>The key that the rows stand under; null where the file is no one object, or is a row itself.</summary>
    /// <param name="said">What the person says it is.</param>
    /// <exception cref="Refusal">Several may hold them, or none.</exception>
    public static string? KeyOf(DataInput input, string? said)
    {
        using var again = input.Again();
        var outlook = new JsonOutlook();
        JsonStream.Read(input.File, again.Bytes, outlook.Take);
        return outlook.Key(input.File, said);
    }

    /// <summary>Another value follows, or it is a list: its rows are what all of it holds.</summary>
    bool Take(ref Utf8JsonReader reader)
    {
        var (depth, token) = (reader.CurrentDepth, reader.TokenType);
        if (depth == 0 && token != JsonTokenType.EndObject && (token != JsonTokenType.StartObject || all++ > 0))
        {
            all = 2;
            return false;
        }
        if (depth == 2 && isOpen) (token == JsonTokenType.StartObject ? tables : lists).Add(current);
        isOpen = depth == 1 && token == JsonTokenType.StartArray;
        if (depth != 1) return true;
        if (token == JsonTokenType.PropertyName) current = reader.GetString()!;
        else if (token == JsonTokenType.StartObject) objects.Add(current);
        else if (token is not (JsonTokenType.EndObject or JsonTokenType.StartArray or JsonTokenType.EndArray)) values++;
        return true;
    }

    string? Key(InputFile file, string? said)
    {
        if (all != 1) return said is null ? null : throw new Refusal($"`{file}` is no object with tables in it.", "Leave `table` out.");
        if (said is not null)
            return tables.Contains(said) ? said : throw new Refusal($"`{file}` has no list of objects `{said}`.",
                tables.Count > 0 ? Spelling.List("tables", said, tables) : "Leave `table` out.");
        if (tables is [var only]) return only;
        if (tables.Count > 1)
            throw new Refusal($"`{file}` holds several lists of objects: {Wording.Names(tables)}.",
                $"Say which one holds the rows: `table={Expressions.Notation.Word(tables[0])}`.");
        if (values > 0 || lists.Count + objects.Count == 0) return null;
        throw new Refusal($"`{file}` holds {(objects.Count > 0 ? "an object" : "a list")} for each of "
            + $"{Wording.Names([.. objects.Concat(lists).Take(3)])}, and no list with an object for each row.",
            "Write it by rows, as pandas does with `to_json(orient=\"records\")`.");
    }
}
