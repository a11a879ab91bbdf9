using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Runtime.Numerics;

namespace Runtime.Storage;

/// <summary>
/// What <see cref="StateWriter"/> has written. The names of types in it choose among our own data and numbers and texts; their fields
/// are filled, and no code of theirs runs.
/// </summary>
/// <param name="part">Gives, for the hash of a part that is kept on its own, what brings it.</param>
sealed class StateReader(Stream stream, Func<string, Func<string, object>> part) : IDisposable
{
    readonly BinaryReader reader = new(stream, Encoding.UTF8);
    readonly List<object> seen = [];
    readonly List<Type> types = [];

    /// <exception cref="FormatException">It is written wrong.</exception>
    public static object Read(Stream stream, Func<string, Func<string, object>> part)
    {
        using var state = new StateReader(stream, part);
        return state.Value(typeof(object)) ?? throw new FormatException("there is nothing");
    }

    public void Dispose() => reader.Dispose();

    object? Value(Type declared) =>
        declared.IsEnum ? Enum.ToObject(declared, Number(Enum.GetUnderlyingType(declared)))
        : declared.IsPrimitive ? Number(declared)
        : Nullable.GetUnderlyingType(declared) is { } inner ? reader.ReadBoolean() ? Value(inner) : null
        : declared.IsValueType ? Filled(RuntimeHelpers.GetUninitializedObject(declared))
        : Reference(declared);

    object? Reference(Type declared)
    {
        var value = reader.ReadByte() switch
        {
            StateWriter.Nothing => null,
            StateWriter.Again => seen[reader.Read7BitEncodedInt()],
            StateWriter.New => Made(Kind()),
            _ => throw new FormatException("a value is written wrong"),
        };
        return value is null || declared.IsInstanceOfType(value) ? value : throw new FormatException("a value is of another type");
    }

    Type Kind()
    {
        var number = reader.Read7BitEncodedInt();
        if (number == types.Count) types.Add(StateFields.Named(reader.ReadString()));
        return types[number];
    }

    object Made(Type type)
    {
        if (type == typeof(string)) return reader.ReadString();
        if (type.IsValueType) return Value(type)!;
        if (type.IsArray) return Items(type.GetElementType()!);
        var place = seen.Count;
        seen.Add(type);
        if (type == typeof(AlignedNumbers)) return seen[place] = Aligned();
        if (typeof(IHeld).IsAssignableFrom(type)) return seen[place] = HeldOf(type, reader.ReadString());
        if (type.IsGenericType && type.GetGenericTypeDefinition() is var kind && (kind == typeof(Lazy<>) || kind == typeof(List<>)))
        {
            var held = Value(kind == typeof(Lazy<>) ? type.GetGenericArguments()[0] : typeof(object));
            return seen[place] = Activator.CreateInstance(type, held)!;
        }
        return Filled(seen[place] = RuntimeHelpers.GetUninitializedObject(type));
    }

    object Filled(object value)
    {
        foreach (var field in StateFields.Of(value.GetType())) field.SetValue(value, Value(field.FieldType));
        return value;
    }

    object HeldOf(Type type, string hash) => Activator.CreateInstance(type, BindingFlags.Instance | BindingFlags.NonPublic, null,
        [hash, part(hash)], null)!;

    AlignedNumbers Aligned()
    {
        var numbers = new AlignedNumbers(Length(sizeof(double)), 0);
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.Span));
        return numbers;
    }

    Array Items(Type item)
    {
        var array = Array.CreateInstance(item, Length(item.IsPrimitive ? 1 : 0));
        seen.Add(array);
        if (item.IsPrimitive) reader.BaseStream.ReadExactly(StateWriter.Bytes(array));
        else for (var i = 0; i < array.Length; i++) array.SetValue(Value(item), i);
        return array;
    }

    /// <summary>No more than there can be in what is left.</summary>
    int Length(int bytes)
    {
        var length = reader.ReadInt32();
        return length >= 0 && (long)length * bytes <= stream.Length - stream.Position ? length
            : throw new FormatException("a list is too long");
    }

    object Number(Type type)
    {
        var one = Array.CreateInstance(type, 1);
        stream.ReadExactly(StateWriter.Bytes(one));
        return one.GetValue(0)!;
    }
}
