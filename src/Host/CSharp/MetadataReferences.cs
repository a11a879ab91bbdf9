using System.Reflection;
using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;

namespace Host.CSharp;

/// <summary>What code may refer to without saying so: .NET and all that this program stands on.</summary>
static class MetadataReferences
{
    static readonly Lazy<MetadataReference[]> Found = new(() => FromFiles() is { Length: > 0 } files ? files : FromMemory());

    /// <summary>Starts of the names of assemblies that only the compiler stands on.</summary>
    static readonly string[] OfCompiler = ["Microsoft.CodeAnalysis", "Microsoft.DiaSymReader", "Humanizer", "System.Composition"];

    public static IReadOnlyList<MetadataReference> OfProgram => Found.Value;

    /// <summary>The same with what the documentation beside the files says.</summary>
    public static IReadOnlyList<MetadataReference> Documented() => Files() is { Count: > 0 } files
        ? [.. files.Select(f => MetadataReference.CreateFromFile(f,
            documentation: XmlDocumentationProvider.CreateFromFile(Path.ChangeExtension(f, ".xml"))))]
        : OfProgram;

    static MetadataReference[] FromFiles() => [.. Files().Select(f => MetadataReference.CreateFromFile(f))];

    static List<string> Files() =>
    [
        .. (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator)
            .Where(f => f.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
                && !OfCompiler.Any(o => Path.GetFileName(f).StartsWith(o, StringComparison.Ordinal)) && File.Exists(f)),
    ];

    /// <summary>A program in a single file has no assemblies on disk: they are read where they were loaded.</summary>
    internal static unsafe MetadataReference[] FromMemory()
    {
        var seen = new Dictionary<string, Assembly>();
        var waiting = new Queue<Assembly>([typeof(MetadataReferences).Assembly, typeof(Operator).Assembly]);
        while (waiting.TryDequeue(out var assembly))
        {
            if (!seen.TryAdd(assembly.GetName().Name!, assembly)) continue;
            foreach (var name in assembly.GetReferencedAssemblies().Where(n => !seen.ContainsKey(n.Name!)))
                if (Loaded(name) is { } needed) waiting.Enqueue(needed);
        }
        var references = new List<MetadataReference>();
        foreach (var assembly in seen.Values)
            if (assembly.TryGetRawMetadata(out var blob, out var length))
                references.Add(AssemblyMetadata.Create(ModuleMetadata.CreateFromMetadata((nint)blob, length)).GetReference());
        return [.. references];
    }

    static Assembly? Loaded(AssemblyName name)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (Exception e) when (e is IOException or BadImageFormatException)
        {
            return null;
        }
    }
}
