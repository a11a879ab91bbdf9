using CsCheck;
using Runtime.Charts;

namespace Tests.Runtime.Charts;

public class AlluvialTests
{
    static readonly Gen<AlluvialFlow[]> Flows =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 4], Gen.Int[0, 2], Gen.Long[1, 500]).Array[1, 30].Select(all => all
            .GroupBy(f => (f.Item1, f.Item2, f.Item3))
            .Select(g => new AlluvialFlow([g.Key.Item1, g.Key.Item2, g.Key.Item3], g.Sum(f => f.Item4))).ToArray());

    static AlluvialStage Stage(int groups) =>
        new("s", [.. Enumerable.Range(0, groups).Select(g => $"{g}")], [.. Enumerable.Range(0, groups).Select(Hue.Cluster)]);

    /// <summary>What leaves a stage arrives at the next, and at both ends the ribbons lie within the blocks and not upon each other.</summary>
    [Fact]
    public void Ribbons_fill_their_blocks() => Gen.Select(Flows, Gen.Int[0, 2]).Sample((flows, coloured) =>
    {
        Figure figure = new AlluvialChart("f", "t", [Stage(4), Stage(5), Stage(3)], flows) { Coloured = coloured };
        RibbonMark[] blocks = [.. figure.Marks<RibbonMark>().Where(r => r.Solid)];
        RibbonMark[] ribbons = [.. figure.Marks<RibbonMark>().Where(r => !r.Solid)];
        for (var stage = 0; stage < 3; stage++)
        {
            (double Low, double High)[] own = [.. blocks.Where(b => Math.Abs(b.X[0] - stage) < 0.4).Select(b => (b.Lower[0], b.Upper[0]))];
            Assert.Equal(1, own.Sum(b => b.High - b.Low), 1e-9);
            if (stage < 2) Fill(own, ribbons.Where(r => r.X[0] > stage && r.X[0] < stage + 0.5).Select(r => (r.Lower[0], r.Upper[0])));
            if (stage > 0) Fill(own, ribbons.Where(r => r.X[^1] < stage && r.X[^1] > stage - 0.5).Select(r => (r.Lower[^1], r.Upper[^1])));
        }
    });

    static void Fill((double Low, double High)[] blocks, IEnumerable<(double Low, double High)> ends)
    {
        (double Low, double High)[] sorted = [.. ends.OrderBy(e => e.Low).ThenBy(e => e.High)];
        Assert.Equal(1, sorted.Sum(e => e.High - e.Low), 1e-9);
        Assert.All(sorted, e => Assert.Contains(blocks, b => e.Low >= b.Low - 1e-9 && e.High <= b.High + 1e-9));
        for (var i = 1; i < sorted.Length; i++) Assert.True(sorted[i].Low >= sorted[i - 1].High - 1e-9);
    }
}
