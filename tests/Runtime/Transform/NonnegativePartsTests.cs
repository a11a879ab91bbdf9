using Runtime;
using Runtime.Numerics;
using Runtime.Numerics.Transforms;
using Runtime.Operators.Transform;
using Tests.Look;

namespace Tests.Transform;

/// <summary>Rows as sums of parts that only add.</summary>
public sealed class NonnegativePartsTests
{
    /// <summary>Numbers of no structure, of which scikit-learn 1.2.1 (nndsvd, cd, tol=1e-12) makes what is said below.</summary>
    static readonly Matrix Plain = Matrix.OfRows(
        [.. Enumerable.Range(0, 40).Select(i => Enumerable.Range(0, 5).Select(j => (i * i * 7 + j * 13 + i * j * 5) % 17 / 16.0).ToArray())]);

    [Theory]
    [InlineData(2, 0.33616246874275596)]
    [InlineData(3, 0.22007745779517454)]
    public void The_error_is_that_of_scikit_learn(int count, double relativeError)
    {
        var fit = NonnegativeParts.Fit(Plain, count, new Work(2));
        Assert.True(fit.Converged);
        Assert.Equal(relativeError, fit.RelativeError, 1e-8);
        Assert.All(fit.Parts, p => Assert.Equal(1, p.Max()));
        Assert.All(fit.Parts, p => Assert.True(p.Min() >= 0));
        Assert.Equal(1, fit.Shares.Sum(), 1e-12);
        Assert.Equal(fit.Shares.OrderDescending(), fit.Shares);
    }

    [Theory]
    [InlineData(3_000)]
    [InlineData(60_000)]
    public void Parts_that_rows_are_made_of_are_found_again(int rows)
    {
        double[][] parts = [[1, 0.5, 0, 0], [0, 0.3, 1, 0], [0, 0.2, 0, 1]];
        var random = new RandomStream(5);
        // Some rows hold one part alone and some columns are of one alone: without these, other parts could make the same rows.
        double[][] weights = [.. Enumerable.Range(0, rows).Select(r => Enumerable.Range(0, 3)
            .Select(c => r % 4 == 3 || r % 4 == c ? random.NextDouble() * (3 - c) : 0).ToArray())];
        var points = Matrix.OfRows(Array.ConvertAll(weights, w => ShortVectors.Combined(w, parts)));
        var fit = NonnegativeParts.Fit(points, 3, new Work(2));
        Assert.InRange(fit.RelativeError, 0, 1e-5);
        foreach (var part in parts) Assert.InRange(fit.Parts.Min(p => p.Zip(part, (x, y) => Math.Abs(x - y)).Max()), 0, 1e-4);
        var made = fit.Transform(points, Work.Alone);
        for (var r = 0; r < 100; r++)
            for (var j = 0; j < 4; j++) Assert.Equal(points[r, j], Enumerable.Range(0, 3).Sum(c => made[r, c] * fit.Parts[c][j]), 1e-4);
    }

    [Theory, InlineData(1), InlineData(3), InlineData(6)]
    public void Weights_are_the_best_of_all_choices_of_parts(int k)
    {
        var random = new RandomStream(11, k);
        for (var trial = 0; trial < 200; trial++)
        {
            double[][] parts = [.. Enumerable.Range(0, k).Select(_ => Enumerable.Range(0, 8).Select(_ => random.NextDouble()).ToArray())];
            double[] row = [.. Enumerable.Range(0, 8).Select(_ => random.NextDouble() * 2 - 0.7)];
            double[] b = [.. parts.Select(p => ShortVectors.Product(p, row))];
            var (gram, w) = (PartSums.Gram(parts), new double[k]);
            new NonnegativeWeights(gram, k).Solve(b, w);
            Assert.All(w, x => Assert.True(x >= 0));
            // The conditions of Karush, Kuhn and Tucker, which hold at the minimum alone.
            for (var c = 0; c < k; c++)
            {
                var slope = b[c] - Enumerable.Range(0, k).Sum(j => gram[c * k + j] * w[j]);
                Assert.InRange(slope, w[c] > 0 ? -1e-9 : double.NegativeInfinity, 1e-9);
            }
        }
    }

    [Fact]
    public void The_order_of_rows_does_not_matter()
    {
        var turned = Plain.Take([.. Enumerable.Range(0, 40).Reverse()]);
        var (one, other) = (NonnegativeParts.Fit(Plain, 3, Work.Alone), NonnegativeParts.Fit(turned, 3, Work.Alone));
        foreach (var (p, q) in one.Parts.Zip(other.Parts)) Assert.All(p.Zip(q), x => Assert.Equal(x.First, x.Second, 1e-6));
    }

    [Fact]
    public void Columns_below_zero_are_named_with_their_least_value()
    {
        var study = Study.Of(new([[1, 2, 3], [0, -0.5, 2], [-2, 1, 0]], 3), "x", "y", "z");
        var refusal = Assert.Throws<Refusal>(() => Ran.Of(new Nmf { Components = 1 }, study));
        Assert.Contains("`y` goes down to −0.5 and `z` goes down to −2", refusal.Text);
        Assert.Contains("scale minmax", refusal.Hint);
    }

    [Fact]
    public void More_parts_than_rows_have_directions_are_refused()
    {
        var study = Study.Of(new([[1, 2, 3], [2, 4, 6], [0, 0, 0]], 3), "x", "y", "z");
        Assert.Contains("lie in 1 direction only", Assert.Throws<Refusal>(() => Ran.Of(new Nmf { Components = 2 }, study)).Text);
        Assert.Contains("are zero", Assert.Throws<Refusal>(() => Ran.Of(new Nmf { Components = 1 }, Study.Of(new([[0, 0]], 2), "x"))).Text);
        var one = Ran.Of(new Nmf { Components = 1 }, study).Study.Current;
        Assert.Equal([2, 4, 6], one.Matrix.Column(0).Select(x => Math.Round(x, 12)));
    }
}
