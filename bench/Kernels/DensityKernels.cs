using BenchmarkDotNet.Attributes;
using Runtime.Numerics.Density;

namespace Kernels;

/// <summary>The parts of HDBSCAN, each with what precedes it made ready.</summary>
public class DensityKernels : Kernel
{
    DistinctPoints? distinct;
    KdTree? tree;
    Neighborhoods? near;
    SpanningTree? edges;
    DensityTree? whole;

    [Params(20)]
    public int Samples { get; set; }

    public override void Setup()
    {
        base.Setup();
        distinct = DistinctPoints.Of(Points, Work);
        tree = KdTree.Of(distinct, Work, out _);
        (_, edges) = DensityTreeBuilder.Join(tree, Samples, ref near, Work);
        whole = DensityTree.Of(Points, Samples, Work);
    }

    [Benchmark]
    public object Distinct() => DistinctPoints.Of(Points, Work);

    [Benchmark]
    public object Tree() => KdTree.Of(distinct!, Work, out _);

    [Benchmark]
    public object Neighbours() => new NearestNeighbors(tree!, Samples, Work).Find();

    [Benchmark]
    public object Boruvka() => new Boruvka(tree!, near!, Work).Join();

    [Benchmark]
    public object Linkage() => Dendrogram.Of(edges!, tree!.Weights, Work);

    [Benchmark]
    public object Extract() => whole!.Extract(new Extraction(200), Work);
}
