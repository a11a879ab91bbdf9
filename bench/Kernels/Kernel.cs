using Bench;
using BenchmarkDotNet.Attributes;

namespace Kernels;

/// <summary>What the kernels are measured on: generated points of five columns.</summary>
[MemoryDiagnoser]
public abstract class Kernel
{
    [Params(100_000)]
    public int Rows { get; set; }

    protected Matrix Points { get; private set; } = new([], 0);

    protected int[] Labels { get; private set; } = [];

    protected Work Work { get; } = new(Environment.ProcessorCount);

    [GlobalSetup]
    public virtual void Setup()
    {
        var made = Synthetic.Of(Rows, 5, 1, Work);
        (Points, Labels) = (made.Points, made.Labels);
    }
}
