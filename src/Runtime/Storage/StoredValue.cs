using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Runtime.Storage;

/// <summary>
/// Numbers, words, lists of them and records as JSON, and back. What a text may become is said by the types of our own declarations alone,
/// never by the text: there is nothing in it that could name a type or run.
/// </summary>
static class StoredValue
{
    static readonly Dictionary<string, double> Beyond = new()
    {
        ["NaN"] = double.NaN,
        ["Infinity"] = double.PositiveInfinity,
        ["-Infinity"] = double.NegativeInfinity,
    };

    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
            case double number: json.WriteStringValue(Beyond.First(b => b.Value.Equals(number)).Key); break;
            case int or long: json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case bool truth: json.WriteBooleanValue(truth); break;
            case string text: json.WriteStringValue(text); break;
            case Enum choice: json.WriteStringValue(Signature.SnakeCase($"{choice}")); break;
            case Matrix matrix: Write(json, matrix); break;
            case Column column: Write(json, new StoredColumn(column)); break;
            case IEnumerable list:
                json.WriteStartArray();
                foreach (var item in list) Write(json, item);
                json.WriteEndArray();
                break;
            default: WriteRecord(json, value); break;
        }
    }

    /// <summary>The columns one after the other, as the bytes of their numbers in base 64.</summary>
    static void Write(Utf8JsonWriter json, Matrix matrix)
    {
        json.WriteStartObject();
        json.WriteNumber("rows", matrix.Rows);
        json.WriteStartArray("columns");
        for (var j = 0; j < matrix.Columns; j++) json.WriteBase64StringValue(MemoryMarshal.AsBytes(matrix[j]));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WriteRecord(Utf8JsonWriter json, object value)
    {
        json.WriteStartObject();
        foreach (var (name, parameter) in Parts(value.GetType()))
        {
            json.WritePropertyName(name);
            Write(json, PropertyOf(value.GetType(), parameter).GetValue(value));
        }
        json.WriteEndObject();
    }

    /// <exception cref="FormatException">It is not of that type.</exception>
    public static object? Read(JsonElement json, Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return json.ValueKind == JsonValueKind.Null ? null : Read(json, inner);
        if (type == typeof(double)) return Number(json);
        if (type == typeof(int)) return json.GetInt32();
        if (type == typeof(long)) return json.GetInt64();
        if (type == typeof(bool)) return json.GetBoolean();
        if (type == typeof(string)) return json.GetString() ?? throw new FormatException("a text is missing");
        if (type == typeof(object)) return json.ValueKind == JsonValueKind.String ? json.GetString() : Number(json);
        if (type.IsEnum) return Choice(json.GetString(), type);
        if (type == typeof(Matrix)) return Matrix(json);
        if (type == typeof(Column)) return ((StoredColumn)Read(json, typeof(StoredColumn))!).Column;
        if (type.IsArray) return List(json, type.GetElementType()!);
        return type.IsGenericType ? Listed(json, type) : Record(json, type, []);
    }

    static object Listed(JsonElement json, Type type)
    {
        var items = List(json, type.GetGenericArguments()[0]);
        return type.GetGenericTypeDefinition() == typeof(ValueList<>) ? Activator.CreateInstance(type, [items])! : items;
    }

    /// <param name="given">The first of its parts, which do not stand there.</param>
    public static object Record(JsonElement json, Type type, object?[] given)
    {
        object?[] parts =
            [.. given, .. Parts(type).Skip(given.Length).Select(p => Read(json.GetProperty(p.Name), p.Parameter.ParameterType))];
        return ConstructorOf(type).Invoke(parts);
    }

    /// <summary>What a record is made of, by the names that stand in the text.</summary>
    public static IEnumerable<(string Name, ParameterInfo Parameter)> Parts(Type type) =>
        ConstructorOf(type).GetParameters().Select(p => (Signature.SnakeCase(char.ToUpperInvariant(p.Name![0]) + p.Name[1..]), p));

    static ConstructorInfo ConstructorOf(Type type) => type.GetConstructors().MaxBy(c => c.GetParameters().Length)
        ?? throw new InvalidOperationException($"`{type.Name}` cannot be made of its parts.");

    public static PropertyInfo PropertyOf(Type type, ParameterInfo parameter) =>
        type.GetProperty(parameter.Name!, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)
        ?? throw new InvalidOperationException($"`{type.Name}` does not tell its {parameter.Name}.");

    static double Number(JsonElement json) => json.ValueKind != JsonValueKind.String ? json.GetDouble()
        : Beyond.TryGetValue(json.GetString()!, out var beyond) ? beyond : throw new FormatException("a number is none");

    static object Choice(string? word, Type type) =>
        Enum.GetValues(type).Cast<object>().FirstOrDefault(v => Signature.SnakeCase($"{v}") == word)
        ?? throw new FormatException($"`{word}` is none of the choices");

    static Array List(JsonElement json, Type item)
    {
        var list = Array.CreateInstance(item, json.GetArrayLength());
        var at = 0;
        foreach (var element in json.EnumerateArray()) list.SetValue(Read(element, item), at++);
        return list;
    }

    static Matrix Matrix(JsonElement json)
    {
        var rows = json.GetProperty("rows").GetInt32();
        double[][] columns = [.. json.GetProperty("columns").EnumerateArray().Select(c => Numbers(c.GetBytesFromBase64()))];
        return Array.TrueForAll(columns, c => c.Length == rows && Array.TrueForAll(c, double.IsFinite)) && rows > 0 ? new(columns, rows)
            : throw new FormatException("points are not whole");
    }

    static double[] Numbers(byte[] bytes) => bytes.Length % sizeof(double) == 0 ? MemoryMarshal.Cast<byte, double>(bytes).ToArray()
        : throw new FormatException("points are not whole");
}
