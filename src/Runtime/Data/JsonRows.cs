using System.Text.Json;

namespace Runtime.Data;

/// <summary>Reads objects of JSON as rows, piece by piece, so that a file of any size takes the memory of its table.</summary>
/// <param name="most">How many rows are put into the table; of the others only the keys are.</param>
/// <param name="key">What the rows stand under where the file is one object; null where they are all there is.</param>
sealed class JsonRows(CellTable table, int most, string? key = null)
{
    /// <summary>More columns than that are no table: keys that stand for rows.</summary>
    const int MostColumns = 100_000;

    readonly Dictionary<string, CellColumn?> columns = [];
    readonly SortedSet<string> nested = new(StringComparer.Ordinal);

    /// <summary>A key mostly stands where it stood in the row before.</summary>
    readonly List<(byte[] Key, string Name)> order = [];
    int place;

    string current = "";
    int start = -1;
    bool isKey, within;

    public CellTable Table => table;

    public int Objects { get; private set; }

    public IEnumerable<string> Remarks => CellTable.LeftOut(nested, "lists or objects");

    /// <exception cref="Refusal">It is no JSON, or none that is a table.</exception>
    public void All(Stream bytes, Work work, Func<double> share) => JsonStream.Read(table.File, bytes, Taken, () =>
    {
        work.Cancel.ThrowIfCancellationRequested();
        work.Report("reading", share());
    });

    bool Taken(ref Utf8JsonReader reader)
    {
        if (key is null || IsWithin(ref reader)) Take(ref reader);
        return true;
    }

    /// <summary>Whether it is of the list of rows that stands within an object.</summary>
    bool IsWithin(ref Utf8JsonReader reader)
    {
        if (reader.CurrentDepth != 1) return within && reader.CurrentDepth > 1;
        if (reader.TokenType == JsonTokenType.PropertyName) isKey = reader.ValueTextEquals(key);
        within = isKey && reader.TokenType == JsonTokenType.StartArray;
        return false;
    }

    void Take(ref Utf8JsonReader reader)
    {
        var depth = key is null ? reader.CurrentDepth : reader.CurrentDepth - 1;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject when start < 0 && depth <= 1:
                (start, place) = (depth, 0);
                if (Objects < most) table.Rows = Objects + 1;
                break;
            case JsonTokenType.EndObject when depth == start:
                start = -1;
                Objects++;
                break;
            case JsonTokenType.StartArray or JsonTokenType.EndArray when start < 0 && depth == 0:
                break;
            case JsonTokenType.PropertyName when depth == start + 1:
                current = NameOf(ref reader);
                break;
            default:
                if (start < 0) throw NoObject(reader.TokenType);
                if (depth == start + 1) Put(ref reader);
                break;
        }
    }

    string NameOf(ref Utf8JsonReader reader)
    {
        if (place < order.Count && !reader.ValueIsEscaped && reader.ValueSpan.SequenceEqual(order[place].Key)) return order[place++].Name;
        var name = reader.GetString()!;
        if (!columns.ContainsKey(name))
        {
            if (columns.Count == MostColumns)
                throw new Refusal($"`{table.File}` has more than {Wording.Count(MostColumns)} keys: they are no columns.",
                    "Give a file with an object for each row.");
            var column = table.Add(name);
            columns.Add(name, table.Wants(name) ? column : null);
        }
        if (place >= order.Count && !reader.ValueIsEscaped) order.Add((reader.ValueSpan.ToArray(), name));
        place++;
        return name;
    }

    void Put(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) Leave(current);
        if (Objects >= most || columns[current] is not { } column) return;
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                column.Digits(Objects, reader.ValueSpan);
                break;
            case JsonTokenType.True or JsonTokenType.False:
                column.Truth(Objects, reader.TokenType == JsonTokenType.True);
                break;
            case JsonTokenType.String when !reader.ValueIsEscaped:
                column.Text(Objects, reader.ValueSpan);
                break;
            case JsonTokenType.String:
                column.Text(Objects, reader.GetString()!);
                break;
        }
    }

    /// <summary>What holds lists or objects somewhere is no column.</summary>
    void Leave(string name)
    {
        if (!nested.Add(name)) return;
        table.Remove(name);
        columns[name] = null;
    }

    Refusal NoObject(JsonTokenType token) => new(
        $"`{table.File}` holds a {(token is JsonTokenType.StartArray or JsonTokenType.EndArray ? "list" : "value")} where the object of a "
            + "row should be.",
        "Give an array of objects, or an object a line.");
}
