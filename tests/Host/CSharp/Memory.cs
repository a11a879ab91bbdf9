using System.Diagnostics;
using System.Globalization;
using Host.CSharp;
using Runtime;
using Xunit.Abstractions;

namespace Tests.Host.CSharp;

/// <summary>
/// What blocks leave behind in memory. Each block is another text, compiled by Roslyn, loaded, run and unloaded.
/// <c>PIPE_BLOCKS=1000</c> evaluates as many and prints the figures; its own process makes them the block's alone:
/// <c>PIPE_BLOCKS=1000 dotnet test -c Release --filter Memory -l "console;verbosity=detailed"</c>.
/// </summary>
[Collection(nameof(Alone))]
public sealed class Memory(ITestOutputHelper output)
{
    const int Warm = 30;

    /// <summary>Other tests would be measured with it.</summary>
    [CollectionDefinition(nameof(Alone), DisableParallelization = true)]
    public sealed class Alone;

    [Fact]
    public void Stays_flat_over_many_different_blocks()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("PIPE_BLOCKS"), CultureInfo.InvariantCulture, out var set) ? set : 90;
        var study = Study.Empty with { Table = new Table(new NamedList<Column>(new NumberColumn("x", new double[100], whole: false)), 100) };
        var (managed, loaded) = (0L, 0);
        for (var i = 0; i <= Warm + count; i++)
        {
            Evaluate(study, i);
            if (i < Warm || (i - Warm) % Math.Max(1, count / 5) != 0) continue;
            Settle();
            if (i == Warm) managed = GC.GetTotalMemory(forceFullCollection: true);
            loaded = AppDomain.CurrentDomain.GetAssemblies().Count(a => a.IsCollectible);
            using var process = Process.GetCurrentProcess();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"after {i - Warm,5} blocks: {GC.GetTotalMemory(false) / 1e6,7:0.0} MB managed, {process.WorkingSet64 / 1e6,7:0.0} MB working set, {loaded} collectible assemblies"));
        }
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - managed, long.MinValue, 4_000_000);
    }

    /// <summary>A text that no other evaluation has, so that nothing comes out of the cache.</summary>
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    static void Evaluate(Study study, int number)
    {
        var code = $"var x = Numbers(\"x\"); Add(\"y\", row => x[row] * {number} + {Guid.NewGuid().GetHashCode()}); Show(Rows);";
        new CSharpBlock { Code = new CodeBlock(code, 1, 0, ".") }.Apply(study, new RunContext());
    }

    /// <summary>Unloading takes several collections: finalizers of the one are the garbage of the next.</summary>
    internal static void Settle()
    {
        for (var i = 0; i < 10; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
