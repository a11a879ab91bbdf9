using Tests.Runtime.Determinism;

namespace Tests;

/// <summary>
/// Run as a program, the tests print the fingerprints of the numerics: `Tests THREADS`. The law of the same bits does so
/// under other settings.
/// </summary>
static class Program
{
    static void Main(string[] arguments)
    {
        foreach (var line in Fingerprints.Lines(int.Parse(arguments[0]))) Console.WriteLine(line);
    }
}
