using Runtime;
using Runtime.Charts;
using Runtime.Expressions;
using Runtime.Numerics.Agreement;
using Runtime.Operators.Judge;
using Tests.Look;

namespace Tests.Agreement;

public sealed class CompareOperator
{
    static readonly int[] A = [0, 0, 0, 0, 1, 1, 1, 1], B = [1, 1, 1, 0, 0, 0, -1, -1];

    static readonly Study Two = Study.Of(new([new double[8]], 8), "x").With(new LabelColumn("a", A, 2)).With(new LabelColumn("b", B, 2));

    [Fact]
    public void Two_labelings_are_compared_with_table_matching_and_words()
    {
        var ran = Ran.Of(new Compare(), Two);
        Assert.Equal(AgreementMetric.Of("ami", A, B), ran.Results.OfType<Metric>().Single(m => m.Name == "ami_a_b").Value);
        Assert.Equal(["0", "1"], ran.Cells("contingency_a_b", "a"));
        Assert.Equal([0L, 2L], ran.Cells("contingency_a_b", "noise"));
        Assert.Equal(["0", "1"], ran.Cells("matching_a_b", "a"));
        Assert.Equal(["1", "0"], ran.Cells("matching_a_b", "b"));
        Assert.Contains("Where `a` lies in `b`: 0 → 1 (75.0 %) and 0 (25.0 %); 1 → noise (50.0 %) and 0 (50.0 %).", ran.Remarks);
        Assert.Contains("`b` has noise, which counts as a label here; `noise=drop` leaves those rows out.", ran.Remarks);
        Assert.Equal([0, 1], ran.Figure("contingency_a_b").Scale<BandScale>("row").Hues!.Select(h => h.Number));
    }

    [Fact]
    public void The_measure_that_is_asked_for_leads()
    {
        var sheet = Ran.Of(new Compare { Metric = "fowlkes_mallows" }, Two).Sheet("agreement");
        Assert.Equal(["a", "b", "fowlkes_mallows", "ami"], sheet.Columns.Take(4).Select(c => c.Name));
        Assert.Equal(2 + AgreementMetric.All.Count, sheet.Columns.Count);
    }

    [Fact]
    public void Noise_can_be_dropped()
    {
        var ran = Ran.Of(new Compare { Noise = NoiseRows.Drop }, Two);
        Assert.Equal(AgreementMetric.Of("ami", A.AsSpan(0, 6), B.AsSpan(0, 6)), ran.Results.OfType<Metric>().First().Value, 1e-14);
        Assert.Contains("Rows that are noise in `b` are left out.", ran.Remarks);
        var noise = Two.With(new LabelColumn("b", [.. Enumerable.Repeat(-1, 8)], 0));
        Assert.Throws<Refusal>(() => Ran.Of(new Compare { Noise = NoiseRows.Drop }, noise));
    }

    [Theory]
    [InlineData(NoiseRows.Label, 8, "`ami(a, b) > 0` holds, where the noise of `b` counts as one more cluster.")]
    [InlineData(NoiseRows.Drop, 6, "`ami(a, b) > 0` holds, without the rows that are noise in `b`.")]
    public void What_is_expected_counts_noise_as_it_is_told_and_says_so(NoiseRows noise, int rows, string remark)
    {
        var figure = new CallExpression("ami", [new NameExpression("a"), new NameExpression("b")]);
        var ran = Ran.Of(new Expect { Condition = new BinaryExpression(BinaryOperation.Greater, figure, new NumberLiteral(0)), Noise = noise }, Two);
        Assert.Equal(AgreementMetric.Of("ami", A.AsSpan(0, rows), B.AsSpan(0, rows)), ran.Results.OfType<Metric>().Single().Value, 1e-14);
        Assert.Equal([remark], ran.Remarks);
    }

    [Fact]
    public void Three_labelings_give_all_pairs()
    {
        var ran = Ran.Of(new Compare(), Two.With(new LabelColumn("c", A, 2)));
        Assert.Equal(["ami_a_b", "ami_a_c", "ami_b_c"], ran.Results.OfType<Metric>().Select(m => m.Name));
        Assert.Equal([1.0], ran.Results.OfType<Metric>().Where(m => m.Name == "ami_a_c").Select(m => m.Value));
    }

    [Fact]
    public void Many_clusters_are_listed_by_their_largest_overlaps()
    {
        int[] many = [.. Enumerable.Range(0, 300)];
        var study = Study.Of(new([new double[300]], 300), "x").With(new LabelColumn("a", many, 300)).With(new LabelColumn("b", new int[300], 1));
        var ran = Ran.Of(new Compare(), study);
        Assert.Equal(200, ran.Sheet("contingency_a_b").Rows);
        Assert.Empty(ran.Results.OfType<Figure>());
    }

    public static TheoryData<string[], string> Problems => new()
    {
        { [], "`compare` needs two labelings; there is only `a`." },
        { ["a"], "`compare` needs two labelings; only `a` is named." },
        { ["a", "a"], "A labeling is named twice." },
    };

    [Theory, MemberData(nameof(Problems))]
    public void Fewer_than_two_labelings_are_refused_before_and_at_the_run(string[] named, string sentence)
    {
        var study = Study.Of(new([new double[8]], 8), "x").With(new LabelColumn("a", A, 2));
        var compare = new Compare { Labelings = [.. named.Select(n => new LabelingRef(n))] };
        var check = new CheckContext();
        compare.Apply(study.Shape, check);
        Assert.Equal(sentence, Assert.Single(check.Complaints).Text);
        Assert.Equal(sentence, Assert.Throws<Refusal>(() => Ran.Of(compare, study)).Text);
    }
}
