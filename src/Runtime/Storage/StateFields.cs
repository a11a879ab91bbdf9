using System.Collections.Concurrent;
using System.Reflection;

namespace Runtime.Storage;

/// <summary>What an object of our own types is made of, and which types those are.</summary>
static class StateFields
{
    const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    const string List = "[]";

    static readonly Assembly Ours = typeof(Study).Assembly;

    static readonly Dictionary<string, Type> Foreign = ((Type[])
    [
        typeof(bool), typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong),
        typeof(float), typeof(double), typeof(char), typeof(string), typeof(object), typeof(List<>), typeof(Nullable<>), typeof(Lazy<>),
        typeof(ValueTuple<,>), typeof(ValueTuple<,,>), typeof(KeyValuePair<,>), typeof(IReadOnlyList<>), typeof(IReadOnlyCollection<>),
    ]).ToDictionary(t => t.FullName!);

    static readonly ConcurrentDictionary<Type, FieldInfo[]> Known = new();

    /// <summary>The fields of a type and of those above it, in the order of their declaration.</summary>
    /// <exception cref="NotSupportedException">There is something in it that is no data.</exception>
    public static FieldInfo[] Of(Type type) => Known.GetOrAdd(type, Find);

    static FieldInfo[] Find(Type type)
    {
        Demand(type);
        var fields = new List<FieldInfo>();
        for (var above = type; above is not null && above != typeof(object) && above != typeof(ValueType); above = above.BaseType)
            fields.AddRange(above.GetFields(Own).Where(f => !f.IsDefined(typeof(RecomputedAttribute))).OrderBy(f => f.MetadataToken));
        return [.. fields];
    }

    /// <summary>Data of this program or numbers and texts: nothing that runs, points into memory or holds something open.</summary>
    static void Demand(Type type)
    {
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        var isOurs = definition.Assembly == Ours || Foreign.ContainsValue(definition);
        var runs = typeof(Delegate).IsAssignableFrom(type) || typeof(IDisposable).IsAssignableFrom(type);
        if (!isOurs || runs || type.IsAbstract || type.IsPointer)
            throw new NotSupportedException($"`{type}` is no data.");
    }

    /// <summary>The name of a type as it stands in an entry: in words, what holds others before these.</summary>
    public static string NameOf(Type type) => type.IsArray ? $"{List} {NameOf(type.GetElementType()!)}"
        : type.IsGenericType
            ? string.Join(' ', [type.GetGenericTypeDefinition().FullName, .. type.GetGenericArguments().Select(NameOf)])
        : type.FullName!;

    /// <summary>The type of a name: one of this program's own, or of the few others that data are made of.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static Type Named(string name)
    {
        var words = new Queue<string>(name.Split(' '));
        var type = Named(words);
        return words.Count == 0 ? type : throw new FormatException("a type is written wrong");
    }

    static Type Named(Queue<string> words)
    {
        if (!words.TryDequeue(out var word)) throw new FormatException("a type is written wrong");
        if (word == List) return Named(words).MakeArrayType();
        var type = Foreign.GetValueOrDefault(word) ?? Ours.GetType(word) ?? throw new FormatException("there is no such type");
        return type.IsGenericTypeDefinition ? type.MakeGenericType([.. type.GetGenericArguments().Select(_ => Named(words))]) : type;
    }
}
