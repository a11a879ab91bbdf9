using CsCheck;

namespace Tests;

/// <summary>
/// Cases of a property. They are new at every run, but for CI, where they are the same each time, so that a landing fails for what it
/// changes. A case that fails is said with the seed that brings it back.
/// </summary>
static class Cases
{
    static readonly bool Fixed = Environment.GetEnvironmentVariable("CI") is { Length: > 0 };

    /// <param name="threads">So many at once, where the cases are new.</param>
    public static void Sample<T>(this Gen<T> gen, Action<T> holds, int iter = 100, int threads = -1)
    {
        if (!Fixed) Check.Sample(gen, holds, iter: iter, threads: threads);
        else if (Failing(gen, holds, iter) is { } seed)
        {
            Check.Sample(gen, holds, seed: seed, iter: 1);
            Assert.Fail($"The case of seed {seed} fails, but not every time.");
        }
    }

    public static void Sample<T, U>(this Gen<(T, U)> gen, Action<T, U> holds, int iter = 100) => gen.Sample(x => holds(x.Item1, x.Item2), iter);

    public static void Sample<T, U, V>(this Gen<(T, U, V)> gen, Action<T, U, V> holds, int iter = 100) =>
        gen.Sample(x => holds(x.Item1, x.Item2, x.Item3), iter);

    public static void Sample<T, U, V, W>(this Gen<(T, U, V, W)> gen, Action<T, U, V, W> holds, int iter = 100) =>
        gen.Sample(x => holds(x.Item1, x.Item2, x.Item3, x.Item4), iter);

    /// <summary>The seed of the first case that fails.</summary>
    static string? Failing<T>(Gen<T> gen, Action<T> holds, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var random = new PCG(1, (ulong)i);
            var seed = random.ToString();
            var value = gen.Generate(random, null, out _);
            try { holds(value); }
            catch (Exception) { return seed; }
        }
        return null;
    }
}
