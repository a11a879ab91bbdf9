using System.Text.Json;
using System.Text.Json.Serialization;

namespace Runtime.Charts;

/// <summary>
/// Many whole numbers from 0, most of them 0, as a value. Written as base64 of numbers in 7-bit groups (LEB128), a 0 followed by how
/// many more follow it.
/// </summary>
[JsonConverter(typeof(CountsAsText))]
public sealed class Counts(int[] values) : IEquatable<Counts>
{
    public ReadOnlySpan<int> Values => values;

    public bool Equals(Counts? other) => other is not null && Values.SequenceEqual(other.Values);

    public override bool Equals(object? obj) => Equals(obj as Counts);

    public override int GetHashCode() => values.Aggregate(17, HashCode.Combine);

    public override string ToString()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        for (var i = 0; i < values.Length; i++)
        {
            writer.Write7BitEncodedInt(values[i]);
            if (values[i] > 0) continue;
            var run = Values[(i + 1)..].IndexOfAnyExcept(0) is >= 0 and var zeros ? zeros : values.Length - i - 1;
            writer.Write7BitEncodedInt(run);
            i += run;
        }
        return Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    public static Counts Parse(string text)
    {
        using var reader = new BinaryReader(new MemoryStream(Convert.FromBase64String(text)));
        var values = new List<int>();
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            var value = reader.Read7BitEncodedInt();
            values.Add(value);
            if (value == 0) values.AddRange(Enumerable.Repeat(0, reader.Read7BitEncodedInt()));
        }
        return new([.. values]);
    }
}

/// <summary>Counts are written as their text.</summary>
sealed class CountsAsText : JsonConverter<Counts>
{
    public override Counts Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Counts.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Counts value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
