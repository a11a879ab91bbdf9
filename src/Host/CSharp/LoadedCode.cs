using System.Reflection;
using System.Runtime.Loader;

namespace Host.CSharp;

/// <summary>Compiled code in memory, until nothing of it is in use any more.</summary>
sealed class LoadedCode : IDisposable
{
    readonly Context context;

    public LoadedCode(CompiledCode code, IReadOnlyList<CodeReference> references)
    {
        context = new Context(references);
        using MemoryStream assembly = new(code.Assembly), symbols = new(code.Symbols);
        Assembly = context.LoadFromStream(assembly, symbols);
    }

    public Assembly Assembly { get; }

    public void Dispose() => context.Unload();

    /// <remarks>Must not hold the assembly: the runtime holds an unloading context until its assemblies are gone.</remarks>
    sealed class Context(IReadOnlyList<CodeReference> references) : AssemblyLoadContext(isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName name)
        {
            if (references.FirstOrDefault(r => Path.GetFileNameWithoutExtension(r.Path) == name.Name) is not { } reference) return null;
            using var bytes = new MemoryStream(reference.Bytes);
            return LoadFromStream(bytes);
        }
    }
}
