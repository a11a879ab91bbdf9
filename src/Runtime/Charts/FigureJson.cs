using System.Text.Json;
using System.Text.Json.Serialization;

namespace Runtime.Charts;

/// <summary>Figures as JSON, to the last bit: what is read equals what was written and is drawn alike.</summary>
public static class FigureJson
{
    /// <summary>Grows when a reader of the earlier form would misread the new one.</summary>
    public const int Version = 2;

    static readonly JsonSerializerOptions Options = new(FigureContext.Default.Options) { Converters = { new Lists() } };

    public static void Write(Stream stream, Figure figure)
    {
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = PlainJson.Encoder });
        FigureWriter.Write(writer, new FigureFile(Version, figure));
    }

    /// <exception cref="Refusal">The text is no figure, or one of another version.</exception>
    public static Figure Read(Stream stream)
    {
        try
        {
            using var document = JsonDocument.Parse(stream);
            var version = document.RootElement.GetProperty("version").GetInt32();
            if (version != Version) throw new Refusal($"The figure is of version {version}.", $"Figures of version {Version} can be read.");
            return document.Deserialize<FigureFile>(Options)!.Figure;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new Refusal("The file is no figure.", "Take a file from the folder `figures` of a run.");
        }
    }

    /// <summary>Value lists are written as the arrays that they are.</summary>
    sealed class Lists : JsonConverterFactory
    {
        public override bool CanConvert(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>);

        public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(List<>).MakeGenericType(type.GenericTypeArguments))!;

        sealed class List<T> : JsonConverter<ValueList<T>>
        {
            public override ValueList<T> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
                new(JsonSerializer.Deserialize<T[]>(ref reader, options)!);

            public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options) =>
                FigureWriter.Write(writer, value);
        }
    }
}

/// <summary>What stands in a file.</summary>
sealed record FigureFile(int Version, Figure Figure);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(FigureFile))]
[JsonSerializable(typeof(FigureScale[]))]
[JsonSerializable(typeof(Panel[]))]
[JsonSerializable(typeof(LegendEntry[]))]
[JsonSerializable(typeof(Mark[]))]
[JsonSerializable(typeof(Hue[]))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(double[]))]
[JsonSerializable(typeof(ValueList<double>[]))]
[JsonSerializable(typeof(ValueList<string>[]))]
sealed partial class FigureContext : JsonSerializerContext;
