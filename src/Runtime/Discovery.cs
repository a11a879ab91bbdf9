using System.Reflection;
using System.Reflection.Metadata;

namespace Runtime;

/// <summary>
/// Finds what is declared by being there: operators, formats, commands. Asking an assembly for all of its types would load every one, and
/// with them the libraries that some stand on; the names of types are read instead, and only those of one namespace are loaded.
/// </summary>
public static class Discovery
{
    /// <summary>The concrete types below a type, of its own assembly.</summary>
    /// <param name="room">The namespace where they live, or one above it.</param>
    public static IEnumerable<Type> Below(Type kind, string room) =>
        Types(kind.Assembly, room).Where(t => t.IsSubclassOf(kind) && !t.IsAbstract);

    static unsafe List<Type> Types(Assembly assembly, string room)
    {
        if (!assembly.TryGetRawMetadata(out var blob, out var length)) return [.. assembly.GetTypes().Where(t => IsIn(t.Namespace, room))];
        var metadata = new MetadataReader(blob, length);
        var types = new List<Type>();
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            if (type.IsNested || !metadata.StringComparer.StartsWith(type.Namespace, room)) continue;
            var name = metadata.GetString(type.Namespace);
            if (IsIn(name, room)) types.Add(assembly.GetType($"{name}.{metadata.GetString(type.Name)}", throwOnError: true)!);
        }
        return types;
    }

    static bool IsIn(string? name, string room) =>
        name is not null && name.StartsWith(room, StringComparison.Ordinal) && (name.Length == room.Length || name[room.Length] == '.');
}
