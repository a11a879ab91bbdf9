using BenchmarkDotNet.Attributes;
using Runtime;
using Runtime.Data;
using Runtime.Data.Samples;
using Runtime.Numerics.Agreement;
using Runtime.Numerics.Statistics;
using Runtime.Numerics.Transforms;

namespace Kernels;

/// <summary>What runs over all rows once.</summary>
public class RowKernels : Kernel
{
    [Benchmark]
    public object Minmax() => Scaling.Fit(Points, ScalingMethod.Minmax, Work).Apply(Points, Work);

    [Benchmark]
    public object Standard() => Scaling.Fit(Points, ScalingMethod.Standard, Work).Apply(Points, Work);

    [Benchmark]
    public object Components() => PrincipalComponents.Fit(Points, Work).Transform(Points, 5, whiten: false, Work);

    [Benchmark]
    public object Pairs() => PairCounts.Of(Points, null, 1, 96, Work);
}

/// <summary>Expected mutual information, by how many clusters there are on both sides.</summary>
public class InformationKernels
{
    long[] sizes = [];

    [Params(8, 1000)]
    public int Clusters { get; set; }

    [GlobalSetup]
    public void Setup() => sizes = [.. Enumerable.Range(0, Clusters).Select(c => 1_000_000L / Clusters + c)];

    [Benchmark]
    public double Expected() => ExpectedMutualInformation.Of(sizes, sizes, Work.Alone);
}

/// <summary>Delimited text to a typed table: twenty columns.</summary>
public class CsvKernels
{
    readonly string path = Path.Combine(Path.GetTempPath(), $"bench-{Guid.NewGuid():N}.csv");
    readonly Work work = new(Environment.ProcessorCount);

    [Params(100_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var sample = Samples.Open("spotify");
        using var file = File.Create(path);
        CsvText.Write(file, sample.Draw(Rows, 0, work), work, sample.Header);
    }

    [GlobalCleanup]
    public void Cleanup() => File.Delete(path);

    [Benchmark]
    public object Read() => Formats.Read(new InputFile(path, "tracks"), new ReadOptions(), work);
}
