using Runtime;
using Runtime.Numerics;
using Runtime.Numerics.Agreement;
using Runtime.Operators.Judge;
using Tests.Look;

namespace Tests.Runtime.Agreement;

/// <summary>One labeling of several.</summary>
public sealed class ConsensusTests
{
    [Fact]
    public void Combinations_stand_by_their_rows_and_then_by_their_labels()
    {
        var made = LabelCombinations.Of([[1, 0, 0, 1, 1], [2, 5, 2, 2, -1]]);
        Assert.Equal([[1, 2], [0, 2], [0, 5], [1, -1]], made.Labels);
        Assert.Equal([2, 1, 1, 1], made.Rows);
        Assert.Equal([0, 2, 1, 0, 3], made.OfRow);
    }

    [Fact]
    public void What_two_of_three_agree_on_is_kept()
    {
        int[] a = [0, 0, 0, 0, 1, 1, 1, 1], b = [0, 0, 0, 0, 1, 1, 1, 1], c = [0, 0, 1, 1, 0, 0, 1, 1];
        var ran = Ran.Of(new Consensus { Labelings = ["a", "b", "c"], As = "both" }, Of(a, b, c));
        Assert.Equal(a, ((LabelColumn)ran.Study.Column("both")).Labels.ToArray());
        Assert.Equal([1.0, 1.0, 0.0], ran.Cells("both_labelings", "ari").Select(x => Math.Round((double)x!, 12) is var v && v < 0 ? 0 : v));
        Assert.Contains("2 groups last longest", ran.Remarks.Single());
        // Within a cluster of four rows all are together in two labelings, and in the third with two of four.
        Assert.All(((LabelColumn)ran.Study.Column("both")).Strength!, s => Assert.Equal((1 + 1 + 0.5) / 3, s, 1e-12));
    }

    [Fact]
    public void Heights_are_averages_over_rows()
    {
        // Three rows of one combination, one each of two others, which differ in one, two and three of four labelings.
        var clusters = ConsensusClusters.Of(LabelCombinations.Of([[0, 0, 0, 0, 1], [0, 0, 0, 0, 1], [0, 0, 0, 0, 0], [0, 0, 0, 1, 0]]), Work.Alone);
        Assert.Equal(0.25, clusters.HeightTo(2), 1e-12);
        Assert.Equal((3 * 0.5 + 0.75) / 4, clusters.HeightTo(1), 1e-12);
        Assert.Equal([0.4375, 0.3125, 0.25], Enumerable.Range(1, 3).Select(clusters.Lifetime));
        Assert.Equal(2, clusters.Longest);
        Assert.Equal([0, 0, 1], clusters.Cut(2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Groups_that_each_labeling_blurs_are_found(long seed)
    {
        var random = new RandomStream(seed);
        int[][] labelings = [.. Enumerable.Range(0, 6).Select(m => Enumerable.Range(0, 300).Select(r => random.NextDouble() < 0.8 ? r % 3 : random.Next(3)).ToArray())];
        var clusters = ConsensusClusters.Of(LabelCombinations.Of(labelings), Work.Alone);
        for (var k = 1; k < clusters.Combinations.Count; k++) Assert.InRange(clusters.HeightTo(k), clusters.HeightTo(k + 1), 1);
        int[] known = [.. Enumerable.Range(0, 300).Select(r => r % 3)], cut = clusters.Cut(3);
        int[] found = Array.ConvertAll(clusters.Combinations.OfRow, c => cut[c]);
        Assert.True(AgreementMetric.Of("ari", known, found) > labelings.Max(l => AgreementMetric.Of("ari", known, l)));
    }

    [Fact]
    public void The_order_of_rows_does_not_matter_and_equal_labelings_are_their_consensus()
    {
        var random = new RandomStream(9);
        int[][] drawn = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 200).Select(r => random.NextDouble() < 0.8 ? r % 4 : random.Next(5) - 1).ToArray())];
        var step = new Consensus { Labelings = ["a", "b", "c"] };
        var (straight, turned) = (Ran.Of(step, Of(drawn)), Ran.Of(step, Of([.. drawn.Select(l => l.Reverse().ToArray())])));
        Assert.Equal(Labels(straight).Reverse(), Labels(turned));
        Assert.Equal(1, AgreementMetric.Of("ari", drawn[0], Labels(Ran.Of(step, Of(drawn[0], drawn[0], drawn[0])))), 1e-12);
    }

    [Fact]
    public void Noise_is_a_label_or_is_left_out()
    {
        int[] a = [0, 0, 0, -1, -1, 1, 1], b = [0, 0, 0, -1, -1, 1, -1];
        Assert.Equal([0, 0, 0, -1, -1, 1, 1], Labels(Ran.Of(new Consensus { Labelings = ["a", "b", "c"], K = 3 }, Of(a, b, a))));
        Assert.Equal([0, 0, 0, -1, -1, 1, -1], Labels(Ran.Of(new Consensus { Labelings = ["a", "b"], Noise = NoiseRows.Drop }, Of(a, b))));
    }

    [Fact]
    public void What_cannot_be_combined_is_refused_in_words()
    {
        int[] a = [0, 1], gone = [-1, -1];
        Assert.Contains("needs two labelings", Refused(new Consensus { Labelings = ["a", "a"] }, Of(a, a)));
        Assert.Contains("only 2 combinations", Refused(new Consensus { Labelings = ["a", "b"], K = 5 }, Of(a, a)));
        Assert.Contains("Each row is noise", Refused(new Consensus { Labelings = ["a", "b"], Noise = NoiseRows.Drop }, Of(a, gone)));
    }

    static string Refused(Operator step, Study study) => Assert.Throws<Refusal>(() => Ran.Of(step, study)).Text;

    static int[] Labels(Ran ran) => [.. ran.Study.Labelings.Last().Labels];

    static Study Of(params int[][] labelings) => labelings.Select((labels, i) => new LabelColumn($"{(char)('a' + i)}", labels, Math.Max(0, labels.Max() + 1)))
        .Aggregate(Study.Empty, (study, column) => study.With(column));
}
