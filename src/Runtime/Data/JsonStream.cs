using System.Text.Json;

namespace Runtime.Data;

/// <summary>What is done with a piece of JSON.</summary>
/// <returns>Whether to go on.</returns>
delegate bool JsonTaking(ref Utf8JsonReader reader);

/// <summary>JSON, or values of JSON one after the other, read piece by piece.</summary>
static class JsonStream
{
    const int BufferBytes = 1 << 18;

    /// <param name="before">Asked before each part is read.</param>
    /// <exception cref="Refusal">It is no JSON.</exception>
    public static void Read(InputFile file, Stream bytes, JsonTaking take, Action? before = null)
    {
        var (lines, tail) = (0L, 0L);
        try
        {
            Pass(bytes, take, part =>
            {
                before?.Invoke();
                lines += part.Count((byte)'\n');
                tail = part.LastIndexOf((byte)'\n') is >= 0 and var last ? part.Length - last - 1 : tail + part.Length;
            });
        }
        catch (JsonException fault)
        {
            throw fault.LineNumber == lines && fault.BytePositionInLine >= tail
                ? new Refusal($"`{file}` is no whole JSON: it ends in line {lines + 1}, before what it has begun does.",
                    "Fetch the file again, or make it again.")
                : new Refusal($"`{file}` is no JSON: in line {fault.LineNumber + 1}, at byte {fault.BytePositionInLine + 1}, "
                    + "something else stands than should.", "Correct the file, or make it again.");
        }
        catch (InvalidOperationException)
        {
            throw new Refusal($"`{file}` has a text that is no UTF-8.", "Write the file in UTF-8.");
        }
    }

    delegate void Seeing(ReadOnlySpan<byte> part);

    static void Pass(Stream bytes, JsonTaking take, Seeing see)
    {
        var (buffer, length, state, isLast) = (new byte[BufferBytes], 0, NewState(), false);
        var marks = true;
        while (!isLast)
        {
            var count = bytes.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
            see(buffer.AsSpan(length, count));
            isLast = count < buffer.Length - length;
            length += count;
            var from = marks && buffer.AsSpan(0, length).StartsWith("\uFEFF"u8) ? 3 : 0;
            marks = false;
            var reader = new Utf8JsonReader(buffer.AsSpan(from, length - from), isLast, state);
            while (reader.Read()) if (!take(ref reader)) return;
            state = reader.CurrentState;
            var used = from + (int)reader.BytesConsumed;
            length -= used;
            buffer.AsSpan(used, length).CopyTo(buffer);
            if (length == buffer.Length) Array.Resize(ref buffer, (int)Math.Min(Array.MaxLength, 2L * length));
        }
    }

    static JsonReaderState NewState() => new(new() { AllowMultipleValues = true, AllowTrailingCommas = false, MaxDepth = 256 });
}
