using System.CommandLine;
using System.Reflection.Metadata;

namespace Host.CommandLine;

/// <summary>
/// A command of the program, such as <c>pipe check</c>: one class with a constructor that takes nothing, found by itself. Help, completion
/// and what is said of a slip know it from there.
/// </summary>
abstract class ProgramCommand
{
    public abstract string Name { get; }

    /// <summary>The command that it belongs to; null for one of the program itself.</summary>
    public virtual string? Under => null;

    public abstract Command Build(HostContext host, RootCommand root);

    /// <summary>What the last of its words may become: scripts and folders, unless it says otherwise.</summary>
    /// <param name="given">Its words before that one.</param>
    public virtual IEnumerable<string> Values(string last, IReadOnlyList<string> given, HostContext host) =>
        FileListing.Of(last, host.WorkingFolder, f => f.EndsWith(".pipe", StringComparison.Ordinal));

    /// <summary>All there are, by name; those that belong to another follow it.</summary>
    public static IReadOnlyList<ProgramCommand> All() =>
    [
        .. Types().Where(t => t.IsSubclassOf(typeof(ProgramCommand))).Select(t => (ProgramCommand)Activator.CreateInstance(t)!)
            .OrderBy(c => c.Under is not null).ThenBy(c => c.Name, StringComparer.Ordinal),
    ];

    /// <summary>
    /// The types of this namespace. Asking the assembly for all of its types would load the compiler that some of them stand on.
    /// </summary>
    static unsafe IEnumerable<Type> Types()
    {
        var (assembly, here) = (typeof(ProgramCommand).Assembly, typeof(ProgramCommand).Namespace!);
        if (!assembly.TryGetRawMetadata(out var blob, out var length)) return assembly.GetTypes().Where(t => t.Namespace == here);
        var metadata = new MetadataReader(blob, length);
        var types = new List<Type>();
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            if (type.IsNested || !metadata.StringComparer.Equals(type.Namespace, here)) continue;
            types.Add(assembly.GetType($"{here}.{metadata.GetString(type.Name)}")!);
        }
        return types;
    }
}
