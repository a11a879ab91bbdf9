using System.Runtime.CompilerServices;

namespace Host.CSharp;

/// <summary>Makes the language know the operators that live here.</summary>
static class Registration
{
    [ModuleInitializer]
    internal static void Register() => Catalog.Include(typeof(CSharpBlock));
}
