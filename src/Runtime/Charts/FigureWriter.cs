using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Runtime.Charts;

/// <summary>Writes what figures are made of as JSON, such as the serializer reads.</summary>
/// <remarks>
/// The serializer itself could: but code for every type of number in it, a thousand methods, is compiled when the first figure of a run is
/// written.
/// </remarks>
static class FigureWriter
{
    /// <summary>How objects of a type begin, and what they have.</summary>
    sealed record Layout(string? Discriminator, object? Kind, (JsonEncodedText Name, PropertyInfo Property)[] Properties);

    static readonly ConcurrentDictionary<Type, Layout> Layouts = [];

    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool truth: writer.WriteBooleanValue(truth); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): writer.WriteNumberValue(number); break;
            case double number: writer.WriteStringValue(double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity"); break;
            case Enum or Counts: writer.WriteStringValue(value.ToString()); break;
            case IEnumerable items: WriteItems(writer, items); break;
            default: WriteObject(writer, value); break;
        }
    }

    static void WriteItems(Utf8JsonWriter writer, IEnumerable items)
    {
        writer.WriteStartArray();
        foreach (var item in items) Write(writer, item);
        writer.WriteEndArray();
    }

    static void WriteObject(Utf8JsonWriter writer, object value)
    {
        var layout = Layouts.GetOrAdd(value.GetType(), LayoutOf);
        writer.WriteStartObject();
        if (layout.Discriminator is { } discriminator) writer.WriteString(discriminator, $"{layout.Kind}");
        foreach (var (name, property) in layout.Properties)
        {
            if (property.GetValue(value) is not { } held) continue;
            writer.WritePropertyName(name);
            Write(writer, held);
        }
        writer.WriteEndObject();
    }

    static Layout LayoutOf(Type type)
    {
        var whole = type;
        while (whole is not null && !whole.IsDefined(typeof(JsonPolymorphicAttribute), inherit: false)) whole = whole.BaseType;
        var kind = whole?.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).FirstOrDefault(d => d.DerivedType == type);
        return new(whole?.GetCustomAttribute<JsonPolymorphicAttribute>(inherit: false)?.TypeDiscriminatorPropertyName,
            kind?.TypeDiscriminator,
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p.GetIndexParameters().Length == 0 && p.GetCustomAttribute<JsonIgnoreAttribute>() is null)
                .Select(p => (JsonEncodedText.Encode(JsonNamingPolicy.CamelCase.ConvertName(p.Name)), p)),
        ]);
    }
}
