using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Runtime.Numerics;

namespace Runtime.Storage;

/// <summary>
/// Values of our own types as bytes, field by field to the last bit, an object that is there twice as one. The written form of models
/// is for people and other programs, and what a model can grow again from its points is left out there; this one is read by the same
/// build of the program alone, and grows nothing. Of what is <see cref="Held{T}"/> stands here only the hash: it is a part of its own.
/// </summary>
/// <param name="part">Told of each such part when it has been written; null to tell nobody.</param>
/// <param name="isTree">What is there twice is written twice: whether two of them are one object is no part of what they hold.</param>
sealed class StateWriter(Stream stream, Action<IHeld>? part, bool isTree) : IDisposable
{
    readonly BinaryWriter writer = new(stream, Encoding.UTF8, leaveOpen: true);
    readonly Dictionary<object, int> seen = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<Type, int> types = [];

    public const byte Nothing = 0, Again = 1, New = 2;

    /// <summary>SHA-256 of all that a value holds, in lower-case hexadecimal.</summary>
    /// <exception cref="NotSupportedException">It holds something that is no data.</exception>
    public static string HashOf(object value)
    {
        using var sha = SHA256.Create();
        using (var hashed = new CryptoStream(Stream.Null, sha, CryptoStreamMode.Write)) Write(hashed, value, null, isTree: true);
        return Convert.ToHexStringLower(sha.Hash!);
    }

    /// <summary>Whether the hash of a value is that of the bytes that are written: nothing in it can be there twice.</summary>
    public static bool IsFlat(object value) =>
        value is AlignedNumbers || value is Array list && list.GetType().GetElementType()!.IsPrimitive;

    /// <exception cref="NotSupportedException">It holds something that is no data.</exception>
    public static void Write(Stream stream, object value, Action<IHeld>? part) => Write(stream, value, part, isTree: false);

    static void Write(Stream stream, object value, Action<IHeld>? part, bool isTree)
    {
        // It is not disposed of: the stream below it is the caller's.
        var buffered = new BufferedStream(stream, 1 << 16);
        using (var state = new StateWriter(buffered, part, isTree)) state.Value(typeof(object), value);
        buffered.Flush();
    }

    public void Dispose() => writer.Dispose();

    void Value(Type declared, object? value)
    {
        if (declared.IsEnum) Number(Enum.GetUnderlyingType(declared), Underlying(declared, value!));
        else if (declared.IsPrimitive) Number(declared, value!);
        else if (Nullable.GetUnderlyingType(declared) is { } inner)
        {
            writer.Write(value is not null);
            if (value is not null) Value(inner, value);
        }
        else if (declared.IsValueType) Fields(declared, value!);
        else Reference(value);
    }

    static object Underlying(Type choice, object value) =>
        Convert.ChangeType(value, Enum.GetUnderlyingType(choice), System.Globalization.CultureInfo.InvariantCulture);

    void Reference(object? value)
    {
        if (value is null)
        {
            writer.Write(Nothing);
            return;
        }
        var type = value.GetType();
        if (!isTree && !type.IsValueType && value is not string)
        {
            if (seen.TryGetValue(value, out var number))
            {
                writer.Write(Again);
                writer.Write7BitEncodedInt(number);
                return;
            }
            seen.Add(value, seen.Count);
        }
        writer.Write(New);
        Kind(type);
        Content(type, value);
    }

    /// <summary>A type by its name the first time, by its number from then on.</summary>
    void Kind(Type type)
    {
        var isNew = types.TryAdd(type, types.Count);
        writer.Write7BitEncodedInt(types[type]);
        if (isNew) writer.Write(StateFields.NameOf(type));
    }

    void Content(Type type, object value)
    {
        if (value is string text) writer.Write(text);
        else if (value is AlignedNumbers numbers)
        {
            writer.Write(numbers.Length);
            writer.Write(MemoryMarshal.AsBytes(numbers.Span));
        }
        else if (value is IHeld held)
        {
            writer.Write(held.HashBy(HashOf));
            part?.Invoke(held);
        }
        else if (value is Array array) Items(array, type.GetElementType()!);
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Lazy<>))
            Value(type.GetGenericArguments()[0], type.GetProperty(nameof(Lazy<>.Value))!.GetValue(value));
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
            Reference(type.GetMethod(nameof(List<>.ToArray))!.Invoke(value, []));
        else if (type.IsPrimitive || type.IsEnum) Value(type, value);
        else Fields(type, value);
    }

    void Fields(Type type, object value)
    {
        foreach (var field in StateFields.Of(type)) Value(field.FieldType, field.GetValue(value));
    }

    void Items(Array array, Type item)
    {
        if (array.Rank != 1) throw new NotSupportedException("Only lists are kept.");
        writer.Write(array.Length);
        if (item.IsPrimitive)
        {
            writer.Write(Bytes(array));
            return;
        }
        foreach (var value in array) Value(item, value);
    }

    /// <summary>The storage of an array of numbers.</summary>
    public static Span<byte> Bytes(Array array) =>
        MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(array), Buffer.ByteLength(array));

    void Number(Type type, object value)
    {
        var one = Array.CreateInstance(type, 1);
        one.SetValue(value, 0);
        writer.Write(Bytes(one));
    }
}
