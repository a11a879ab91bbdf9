using System.Numerics;

namespace Runtime.Numerics;

/// <summary>Random numbers that are the same on every machine and in every version: xoshiro256** seeded by SplitMix64.</summary>
/// <remarks>Blackman &amp; Vigna 2021, ACM TOMS 47(4), "Scrambled linear pseudorandom number generators".</remarks>
public sealed class RandomStream
{
    const ulong Step = 0x9E3779B97F4A7C15;

    ulong a, b, c, d;

    /// <param name="seed">The script's seed.</param>
    /// <param name="path">What the stream is for, so that streams do not meet: ("gmm", start 3), say.</param>
    public RandomStream(long seed, params ReadOnlySpan<long> path)
    {
        var state = (ulong)seed;
        foreach (var part in path) state = Split(ref state) ^ ((ulong)part * Step);
        (a, b, c, d) = (Split(ref state), Split(ref state), Split(ref state), Split(ref state));
    }

    public ulong NextBits()
    {
        var result = BitOperations.RotateLeft(b * 5, 7) * 9;
        var t = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= t;
        d = BitOperations.RotateLeft(d, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1), 53 bits.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in 0..below−1 without bias.</summary>
    /// <remarks>Lemire 2019, ACM TOMACS 29(1).</remarks>
    public int Next(int below)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(below);
        var product = Math.BigMul(NextBits(), (ulong)below, out var low);
        if (low < (ulong)below)
        {
            var threshold = (0UL - (ulong)below) % (ulong)below;
            while (low < threshold) product = Math.BigMul(NextBits(), (ulong)below, out low);
        }
        return (int)product;
    }

    /// <summary>Standard normal, by the polar method of Marsaglia &amp; Bray 1964, SIAM Review 6(3).</summary>
    public double NextNormal()
    {
        while (true)
        {
            var (u, v) = (2 * NextDouble() - 1, 2 * NextDouble() - 1);
            var s = u * u + v * v;
            if (s is > 0 and < 1) return u * Math.Sqrt(-2 * Logarithm.Of(s) / s);
        }
    }

    /// <summary>The number at a place of the sequence that a state begins, without those before it: to draw in any order.</summary>
    /// <remarks>SplitMix64: Steele, Lea &amp; Flood 2014, OOPSLA.</remarks>
    public static ulong At(ulong state, long place) => Mixed(state + (ulong)(place + 1) * Step);

    static ulong Split(ref ulong state) => Mixed(state += Step);

    static ulong Mixed(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
