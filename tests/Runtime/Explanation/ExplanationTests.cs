using Runtime;
using Runtime.Charts;
using Runtime.Numerics;
using Runtime.Numerics.Explanation;
using Runtime.Operators.Judge;
using Tests.Laws;
using Tests.Look;

namespace Tests.Runtime.Explanation;

public sealed class ExplanationTests
{
    [Fact]
    public void Effects_are_differences_over_pooled_deviations_and_shares_of_pairs()
    {
        double[] x = [1, 2, 3, 10, 12, 2];
        var effects = GroupEffects.Of(new Matrix([x, [5, 5, 5, 5, 5, 5]], 6), [0, 0, 0, 1, 1, 1], 2, Work.Alone);
        // Means 2 and 8; squares about them 2 and 56, over 4 degrees; of nine pairs six are greater, two less and one equal.
        Assert.Equal(-6 / Math.Sqrt(58 / 4.0), effects.Effects[0][0], 1e-12);
        Assert.Equal(6 / Math.Sqrt(58 / 4.0), effects.Effects[1][0], 1e-12);
        Assert.Equal((6 + 1 - 1) / 9.0, effects.Dominance[1][0], 1e-12);
        Assert.Equal([0.0, 0.0], new[] { effects.Effects[0][1], effects.Dominance[0][1] });
    }

    [Fact]
    public void Tails_are_heavy_where_few_values_make_the_spread()
    {
        double[] even = [.. Enumerable.Range(0, 1_000).Select(i => (double)i)], tailed = [.. even.Select(v => v < 990 ? v / 1000 : v)];
        int[] labels = [.. even.Select(v => v < 500 ? 0 : 1)];
        Assert.Equal([false, true], GroupEffects.Of(new Matrix([even, tailed], 1_000), labels, 2, Work.Alone).HeavyTails);
    }

    [Fact]
    public void A_rule_of_three_conditions_finds_a_box()
    {
        var random = new RandomStream(3, 1);
        double[][] rows = [.. Enumerable.Range(0, 3_000).Select(_ => new[] { random.NextDouble(), random.NextDouble(), random.NextDouble() })];
        int[] labels = [.. rows.Select(r => r[0] > 0.4 && r[0] <= 0.8 && r[2] > 0.3 ? 1 : 0)];
        var rule = new RuleTrees(Matrix.OfRows(rows), labels, new Work(2)).Rules(2)[1];
        Assert.Equal([0, 2], rule.Conditions.Select(c => c.Column));
        Assert.Equal(0.4, rule.Conditions[0].Above, 0.01);
        Assert.Equal(0.8, rule.Conditions[0].Most, 0.01);
        Assert.Equal(0.3, rule.Conditions[1].Above, 0.01);
        Assert.Equal((1.0, 1.0), (rule.Precision, rule.Recall));
    }

    /// <summary>What a rule is said to find is what it finds, and its tree is that of exhaustive search at the first level.</summary>
    [Fact]
    public void Precision_and_recall_are_those_of_the_conditions()
    {
        var random = new RandomStream(5, 1);
        double[][] rows = [.. Enumerable.Range(0, 400).Select(i => new double[] { random.Next(9) + i % 3, random.Next(7), random.Next(3) * (i % 3) })];
        int[] labels = [.. Enumerable.Range(0, 400).Select(i => i % 3)];
        var rules = new RuleTrees(Matrix.OfRows(rows), labels, Work.Alone).Rules(3);
        for (var g = 0; g < 3; g++)
        {
            var holds = rows.Select(r => rules[g].Conditions.All(c => r[c.Column] > c.Above && r[c.Column] <= c.Most)).ToArray();
            var both = holds.Where((h, i) => h && labels[i] == g).Count();
            Assert.Equal((double)both / holds.Count(h => h), rules[g].Precision, 1e-12);
            Assert.Equal((double)both / labels.Count(l => l == g), rules[g].Recall, 1e-12);
            Assert.InRange(rules[g].Conditions.Length, 1, 3);
        }
        Assert.Equal(rules.Select(r => r.F1), new RuleTrees(Matrix.OfRows(rows), labels, new Work(3)).Rules(3).Select(r => r.F1));
    }

    [Fact]
    public void Where_nothing_tells_groups_apart_there_is_no_rule()
    {
        var rule = new RuleTrees(new Matrix([[1, 1, 1, 1]], 4), [0, 1, 0, 1], Work.Alone).Rules(2)[0];
        Assert.Empty(rule.Conditions);
        Assert.Equal((0.5, 1.0), (rule.Precision, rule.Recall));
    }

    /// <summary>Of 10 rows 4 have the value; 3 are drawn: at least 2 have it with chance (36 + 4) / 120.</summary>
    [Fact]
    public void Chances_are_hypergeometric()
    {
        Assert.Equal(40 / 120.0, Enrichment.Tail(2, 3, 4, 10), 1e-12);
        Assert.Equal(1, Enrichment.Tail(0, 3, 4, 10), 1e-12);
        var found = Enrichment.Of([[3, 0], [1, 6]]);
        Assert.Equal([(0, 0), (1, 1)], found.Select(e => (e.Group, e.Value)));
        Assert.Equal(2.5, found[0].Lift, 1e-12);
        Assert.Equal(4 * 4 / 120.0, found[0].P, 1e-12);
    }

    [Fact]
    public void An_explanation_has_rules_categories_rows_and_words()
    {
        var random = new RandomStream(7, 1);
        double[] x = [.. Enumerable.Range(0, 300).Select(i => random.NextNormal() + i % 3 * 8)], y = [.. x.Select(_ => random.NextNormal())];
        var study = Study.Of(new Matrix([x, y], 300), "x", "y").With(new LabelColumn("groups", [.. Enumerable.Range(0, 300).Select(i => i % 3 == 2 ? -1 : i % 3)], 2))
            .With(Ran.Text("genre", [.. Enumerable.Range(0, 300).Select(i => i % 3 == 0 ? "opera" : i % 2 == 0 ? "blues" : "rock")]));
        var ran = Ran.Of(new Explain { Labeling = "groups", Categories = ["genre"] }, study);
        Assert.Equal(["0", "1", "noise"], ran.Cells("explain_clusters", "cluster"));
        Assert.Equal("low x, opera", ran.Cells("explain_clusters", "name")[0]);
        Assert.Contains("opera", ran.Cells("explain_categories", "value"));
        Assert.Equal(["typical", "border", "strangest"], ran.Cells("explain_rows", "kind").Take(3));
        Assert.Contains(ran.Remarks, r => r.StartsWith("`groups` 0 (33.3 %) against the rest: low `x` (", StringComparison.Ordinal) && r.Contains("finds 100.0 % of it", StringComparison.Ordinal));
    }

    /// <summary>Of one column that groups follow from, one that they are alike in, and the categories, by hand.</summary>
    [Fact]
    public void Columns_are_ranked_by_what_the_clusters_say_of_them()
    {
        var study = Study.Of(new Matrix([[1, 2, 11, 12], [1, 2, 1, 2]], 4), "apart", "alike").With(new LabelColumn("groups", [0, 0, 1, 1], 2))
            .With(Ran.Text("told", "a", "a", "b", "b")).With(Ran.Text("half", "a", "a", "a", "b"));
        var figure = Ran.Of(new Explain { Labeling = "groups", Categories = ["told", "half"] }, study).Figure("explain_drivers");
        Assert.Equal(["told", "apart", "half", "alike"], figure.Scales.OfType<BandScale>().Single().Bands);
        // η² is 100 / 101; of H = ln 4 − ¾ ln 3 the groups leave half of ln 2.
        var entropy = Math.Log(4) - 0.75 * Math.Log(3);
        double[] shares = [1, 100 / 101.0, (entropy - Math.Log(2) / 2) / entropy, 0];
        foreach (var (share, length) in shares.Zip(figure.Marks<BarMark>().Single().Lengths)) Assert.Equal(share, length, 1e-12);
    }

    [Fact]
    public void What_cannot_be_explained_is_refused()
    {
        var study = Study.Of(new Matrix([[1, 2, 3]], 3), "x").With(new LabelColumn("one", [0, 0, 0], 1)).With(Ran.Numbers("real", 1.5, 2.5, 3));
        Assert.Contains("all rows together", Assert.Throws<Refusal>(() => new Explain { Labeling = "one" }.Apply(study, OperatorExamples.Quiet)).Text);
        Assert.Contains("make no categories", Assert.Throws<Refusal>(() => new Explain { Labeling = "one", Categories = ["real"] }.Apply(study, OperatorExamples.Quiet)).Text);
    }
}
