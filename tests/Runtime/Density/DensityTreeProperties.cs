using CsCheck;
using Runtime.Numerics;
using Runtime.Numerics.Density;

namespace Tests.Runtime.Density;

public sealed class DensityTreeProperties
{
    /// <summary>Rows in 1…12 dimensions, on a coarse lattice (ties, duplicates) or anywhere.</summary>
    static readonly Gen<double[][]> AnyRows =
        from dimensions in Gen.Int[1, 12]
        from count in Gen.Int[2, 150]
        from coarse in Gen.Bool
        from rows in (coarse ? Gen.Int[0, 2].Select(x => (double)x) : Gen.Double[-1, 1]).Array[dimensions].Array[count]
        select rows;

    static readonly Extraction Wanted = new(4);

    [Fact]
    public void NeighboursAreThoseOfBruteForce() => Gen.Select(AnyRows, Gen.Int[1, 140]).Sample((rows, samples) =>
    {
        var tree = Tree(rows, samples);
        var cores = BruteForce.Cores(rows, Math.Min(samples, rows.Length - 1));
        for (var row = 0; row < rows.Length; row++) Assert.Equal(cores[row], tree.CoreDistance(row), 1e-12);
    }, iter: 60);

    [Fact]
    public void TreeWeighsWhatPrimsDoes() => Gen.Select(AnyRows, Gen.Int[1, 30]).Sample((rows, samples) =>
    {
        var expected = BruteForce.TreeWeights(rows, Math.Min(samples, rows.Length - 1));
        var weights = Tree(rows, samples).Weights();
        Assert.Equal(expected.Length, weights.Length);
        for (var i = 0; i < weights.Length; i++) Assert.Equal(expected[i], weights[i], 1e-12);
    }, iter: 60);

    [Fact]
    public void OrderOfRowsDoesNotMatter() => Gen.Select(AnyRows, Gen.Int[1, 10], Gen.Int).Sample((rows, samples, seed) =>
    {
        var order = Enumerable.Range(0, rows.Length).ToArray();
        new Random(seed).Shuffle(order);
        var straight = Tree(rows, samples).Extract(Wanted, Work.Alone);
        var shuffled = Tree([.. order.Select(i => rows[i])], samples).Extract(Wanted, Work.Alone);
        Assert.Equal(order.Select(i => straight.Labels[i]), shuffled.Labels);
        Assert.Equal(order.Select(i => straight.Strength[i]), shuffled.Strength);
        Assert.Equal(straight.Flat.Persistence, shuffled.Flat.Persistence);
    }, iter: 60);

    [Fact]
    public void ThreadsGiveTheSameBits() => Gen.Select(AnyRows, Gen.Int[1, 30]).Sample((rows, samples) =>
    {
        var points = Matrix.OfRows(rows);
        var first = Bits(points, samples, 1);
        Assert.Equal(first, Bits(points, samples, 2));
        Assert.Equal(first, Bits(points, samples, 3));
    }, iter: 60);

    [Fact]
    public void ThreadsGiveTheSameBitsOnManyPoints()
    {
        var random = new RandomStream(7);
        var columns = Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 20_000).Select(_ => Math.Round(random.NextNormal(), 2)).ToArray());
        var points = new Matrix([.. columns], 20_000);
        Assert.Equal(Bits(points, 10, 1), Bits(points, 10, 2));
    }

    [Fact]
    public void NeighboursOfALargerPassGiveTheSameBits() => Gen.Select(AnyRows, Gen.Int[1, 24], Gen.Int[1, 60]).Sample((rows, fewer, more) =>
    {
        var tree = KdTree.Of(DistinctPoints.Of(Matrix.OfRows(rows), Work.Alone), Work.Alone, out _);
        Neighborhoods? known = null;
        DensityTreeBuilder.Join(tree, Math.Min(fewer + more, rows.Length - 1), ref known, Work.Alone);
        Neighborhoods? none = null;
        var samples = Math.Min(fewer, rows.Length - 1);
        var (fresh, expected) = DensityTreeBuilder.Join(tree, samples, ref none, Work.Alone);
        var larger = known;
        var (derived, edges) = DensityTreeBuilder.Join(tree, samples, ref known, Work.Alone);
        Assert.Equal(larger!.Cover(samples), ReferenceEquals(larger, known));
        Assert.Equal(fresh.CoreSquares.Span.ToArray(), derived.CoreSquares.Span.ToArray());
        Assert.Equal(Bits(expected), Bits(edges));
    }, iter: 100);

    [Fact]
    public void EqualRowsShareTheirLabel() => Gen.Select(AnyRows, Gen.Int[1, 10]).Sample((rows, samples) =>
    {
        double[][] twice = [.. rows, .. rows];
        var labels = Tree(twice, samples).Extract(Wanted, Work.Alone).Labels;
        Assert.Equal(labels[..rows.Length], labels[rows.Length..]);
    }, iter: 40);

    [Fact]
    public void NothingShownIsNotANumber() => Gen.Select(AnyRows, Gen.Int[1, 10], Gen.Bool, Gen.Bool).Sample((rows, samples, leaf, single) =>
    {
        var found = Tree(rows, samples).Extract(new Extraction(3, leaf ? ClusterMethod.Leaf : ClusterMethod.Eom, 0, single), Work.Alone);
        Assert.All(found.Strength, s => Assert.InRange(s, 0, 1));
        Assert.All(found.Flat.Persistence, p => Assert.InRange(p, 0, single ? double.MaxValue : 1 + 1e-12));
        Assert.Equal(rows.Length, found.Sizes.Sum() + found.Noise);
        Assert.Equal(found.Sizes.OrderDescending(), found.Sizes);
    }, iter: 60);

    [Theory, InlineData(1), InlineData(2), InlineData(1000)]
    public void IdenticalRowsAreOnePoint(int count)
    {
        var tree = Tree([.. Enumerable.Range(0, count).Select(_ => new[] { 1.5, -2.0 })], 5);
        Assert.Equal(1, tree.DistinctRows);
        Assert.Equal(count, tree.Extract(new Extraction(2), Work.Alone).Noise);
        Assert.Equal(count, tree.Extract(new Extraction(2, SingleCluster: true), Work.Alone).Sizes.Sum());
    }

    [Fact]
    public void ZeroAndMinusZeroAreEqual() => Assert.Equal(1, Tree([[0.0, 1], [-0.0, 1], [0.0, 1]], 2).DistinctRows);

    [Fact]
    public void DistancesThatVanishBesideOthersAreRefused()
    {
        Assert.Equal(1e200, Tree([[-1e200], [0], [1e200]], 1).CoreDistance(0));
        Assert.Equal(0, Assert.Throws<NumericsException>(() => Tree([[1], [2], [1e200]], 1)).Column);
    }

    [Fact]
    public void TheTreeIsMadeOnceForAMatrix()
    {
        var points = Matrix.OfRows([[0.0], [1], [3]]);
        Assert.Same(DensityTree.Of(points, 2, Work.Alone), DensityTree.Of(points, 2, Work.Alone));
        Assert.NotSame(DensityTree.Of(points, 1, Work.Alone), DensityTree.Of(points, 2, Work.Alone));
    }

    /// <summary>Four groups of five whole numbers; the gaps between them are 4, 16 and 64, at which clusters are born.</summary>
    [Theory, InlineData(4, 4), InlineData(4.001, 3), InlineData(15.9, 3), InlineData(16, 2), InlineData(63, 2)]
    public void AClusterBornAtEpsilonStaysAndItsAncestorIsBornBeyondIt(double epsilon, int clusters)
    {
        var starts = new[] { 0, 8, 28, 96 };
        var tree = Tree([.. starts.SelectMany(s => Enumerable.Range(s, 5).Select(x => new[] { (double)x }))], 1);
        Assert.Equal(clusters, tree.Extract(new Extraction(5, ClusterMethod.Leaf, epsilon), Work.Alone).Clusters);
    }

    static DensityTree Tree(double[][] rows, int samples) => DensityTree.Of(Matrix.OfRows(rows), samples, Work.Alone);

    static (int, int, double)[] Bits(Matrix points, int samples, int threads)
    {
        var work = new Work(threads);
        var tree = KdTree.Of(DistinctPoints.Of(points, work), work, out _);
        Neighborhoods? known = null;
        return Bits(DensityTreeBuilder.Join(tree, samples, ref known, work).Edges);
    }

    static (int, int, double)[] Bits(SpanningTree edges)
    {
        return [.. Enumerable.Range(0, edges.Count).Select(i => (edges.From[i], edges.To[i], edges.Squares[i]))];
    }
}
