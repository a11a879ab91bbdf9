using Runtime.Numerics;
using Runtime.Numerics.Agreement;
using Runtime.Numerics.Mixtures;
using Runtime.Numerics.Statistics;

namespace Tests.Runtime.Determinism;

/// <summary>
/// Whatever parts the rows are cut into, what the parts give, written down, read and merged, has the same bits as that of
/// all rows.
/// </summary>
public sealed class AggregateLaw
{
    const int Rows = 5 * Work.BlockRows + 77, Columns = 3, Groups = 4;

    static readonly double[][] Numbers = Columned((random, _) => Math.Round(random.NextNormal(), 2));
    static readonly double[][] WithGaps = Columned((random, row) => row % 11 == 3 ? double.NaN : random.NextNormal() * 100);
    static readonly int[][] Codes = [.. Enumerable.Range(0, 2).Select(c => new RandomStream(c, 5) is var random ? Enumerable.Range(0, Rows).Select(_ => random.Next(Groups + 1) - 1).ToArray() : [])];
    static readonly TextPool Words = TextPool.Of(["rock", "pop", "", "ambient"]);
    static readonly double[][] Centres = [[0, 0, 0], [1, 1, 0], [-1, 0.5, 2]];
    static readonly KMeansState Nearest = new(Centres, []);

    static readonly MixtureFactors Factors = MixtureFactors.Of(new GaussianMixture(CovarianceKind.Diag, [0.5, 0.3, 0.2], Centres, [[1, 2, 1], [1, 1, 1], [0.5, 1, 1]]), out _)!;

    static EmState Mixture(EmMoments moments, double[][]? pivots) => new(Factors, moments, pivots, new EmTiles());

    public static TheoryData<string> Names => [.. Laws.Keys];

    static readonly Dictionary<string, Action<int[]>> Laws = new()
    {
        ["moments"] = cuts => Holds<Moments, int>(WithGaps, 1, cuts),
        ["comoments"] = cuts => Holds<CoMoments, ColumnOrigins>(Numbers, ColumnOrigins.Of(Numbers, Work.Alone), cuts),
        ["comoments with gaps"] = cuts => Holds<CoMoments, ColumnOrigins>(WithGaps, ColumnOrigins.Of(WithGaps, Work.Alone), cuts),
        ["distribution"] = cuts => Holds<Distribution, int>(WithGaps, 2, cuts),
        ["contingency"] = cuts => Holds<Contingency, Nothing>(Numbers, default, cuts),
        ["words"] = cuts => Holds<WordCounts, TextPool>(Numbers, Words, cuts),
        ["group sums"] = cuts => Holds<GroupSums, GroupState>(Numbers, new([1, 2, 3], Groups + 1), cuts),
        ["pair counts"] = cuts => Holds<PairCounts, PairBins>(Numbers, PairBins.Of(new Matrix(Numbers, Rows), 1, 16, Work.Alone), cuts),
        ["k-means sums"] = cuts => Holds<KMeansSums, KMeansState>(Numbers, Nearest, cuts),
        ["farthest rows"] = cuts => Holds<FarthestRows, (KMeansState, int)>(Numbers, (Nearest, 7), cuts),
        ["em diagonal"] = cuts => Holds<EmStatistics, EmState>(Numbers, Mixture(EmMoments.Diagonal, null), cuts),
        ["em pooled"] = cuts => Holds<EmStatistics, EmState>(Numbers, Mixture(EmMoments.Pooled, null), cuts),
        ["em full about the means"] = cuts => Holds<EmStatistics, EmState>(Numbers, Mixture(EmMoments.Full, Centres), cuts),
    };

    [Theory, MemberData(nameof(Names))]
    public void Any_cut_into_parts_gives_the_same_bits(string name)
    {
        foreach (var cuts in (int[][])[[], [2], [1, 4], [1, 2, 3, 4, 5]]) Laws[name](cuts);
    }

    /// <param name="cuts">Numbers of the blocks that parts begin with.</param>
    static void Holds<TPart, TState>(double[][] numbers, TState state, int[] cuts) where TPart : IAggregate<TPart, TState>
    {
        var whole = new Work(2).Aggregate<TPart, TState>(new RowBlock(numbers, Codes, Rows), state);
        var tree = new BlockTree<TPart, TState>();
        int[] starts = [0, .. cuts.Select(c => c * Work.BlockRows), Rows];
        // The parts come in any order, and each knows its own rows alone.
        for (var part = starts.Length - 2; part >= 0; part--)
        {
            var (start, end) = (starts[part], starts[part + 1]);
            var own = new RowBlock([.. numbers.Select(c => c[start..end])], [.. Codes.Select(c => c[start..end])], end - start, start);
            tree.Add(Written(Work.Alone.Blocks<TPart, TState>(own, state)));
        }
        Assert.Equal(Bytes(whole), Bytes(tree.Whole()));
    }

    static BlockTree<TPart, TState> Written<TPart, TState>(BlockTree<TPart, TState> tree) where TPart : IAggregate<TPart, TState>
    {
        using var stream = new MemoryStream();
        tree.Write(new BinaryWriter(stream));
        stream.Position = 0;
        var read = BlockTree<TPart, TState>.Read(new BinaryReader(stream));
        Assert.Equal(stream.Length, stream.Position);
        return read;
    }

    static byte[] Bytes<TPart, TState>(IAggregate<TPart, TState> part) where TPart : IAggregate<TPart, TState>
    {
        using var stream = new MemoryStream();
        part.Write(new BinaryWriter(stream));
        Assert.True(stream.Length > 8);
        return stream.ToArray();
    }

    [Fact]
    public void A_tree_with_a_gap_has_no_whole()
    {
        var tree = new BlockTree<Moments, int>();
        tree.Add(0, Moments.Of([1, 2]));
        tree.Add(2, Moments.Of([3]));
        Assert.Contains("Block 1 is missing", Assert.Throws<InvalidOperationException>(() => tree.Whole()).Message);
    }

    [Fact]
    public void A_tree_of_many_blocks_holds_few_parts()
    {
        var tree = new BlockTree<Moments, int>();
        for (var block = 0; block < 1000; block++) tree.Add(block, Moments.Of([block]));
        using var stream = new MemoryStream();
        tree.Write(new BinaryWriter(stream));
        Assert.True(stream.Length < 11 * 60);
        var whole = tree.Whole();
        Assert.Equal((1000, 499.5), (whole.Count, whole.Mean));
    }

    static double[][] Columned(Func<RandomStream, int, double> value) =>
        [.. Enumerable.Range(0, Columns).Select(c => new RandomStream(3, c) is var random ? Enumerable.Range(0, Rows).Select(r => value(random, r)).ToArray() : [])];
}
