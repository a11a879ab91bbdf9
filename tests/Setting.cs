using System.Runtime.CompilerServices;
using Host.CommandLine;

namespace Tests;

/// <summary>What must be so before any test starts.</summary>
static class Setting
{
    /// <summary>The program's own operators are known, and compiled code does not lie among the user's.</summary>
    [ModuleInitializer]
    internal static void Begin()
    {
        Environment.SetEnvironmentVariable("PIPE_CACHE", Path.Combine(Path.GetTempPath(), "pipe-tests"));
        RuntimeHelpers.RunModuleConstructor(typeof(PipeCommand).Module.ModuleHandle);
    }
}
