using Runtime.Data.Samples;
using Runtime.Numerics;
using Runtime.Numerics.Transforms;

namespace Tests.Transform;

/// <summary>Sources that were mixed are found again, whatever the order of rows and the units of columns.</summary>
public sealed class IndependentComponentsTests
{
    // More than are turned at first.
    const int Rows = 60_000;

    /// <summary>Flat, two-sided with long tails, and one-sided: none is Gaussian.</summary>
    static readonly double[][] Sources = Standard(
    [
        Drawn(1, u => u),
        Drawn(2, u => Math.Sign(u - 0.5) * -Logarithm.Of(1 - Math.Abs(2 * u - 1))),
        Drawn(3, u => -Logarithm.Of(1 - u)),
    ]);

    static readonly double[][] Mixing = [[1, 2, -1, 0.5], [0.5, -1, 2, 1], [-1, 0.3, 0.2, 2]];

    static readonly Matrix Mixed = new(
        [.. Enumerable.Range(0, 4).Select(j => Enumerable.Range(0, Rows).Select(r => 7 + Sources.Select((s, c) => s[r] * Mixing[c][j]).Sum()).ToArray())], Rows);

    [Fact]
    public void Mixed_sources_are_found_again()
    {
        var fit = Fit(Mixed, 3, new Work(2));
        Assert.True(fit.Converged);
        var found = fit.Transform(Mixed, new Work(2));
        // Four columns of three sources: whichever component is a source, it is that alone.
        foreach (var source in Sources)
            Assert.Single(Enumerable.Range(0, 3), c => Math.Abs(Correlation(source, found.Column(c))) > 0.999);
        // Those of the sources as they were drawn: about 6 of the exponential, 3 of the Laplace, −1.2 of the flat one.
        double[] known = [.. Sources.Select(s => s.Average(x => x * x * x * x) - 3).OrderByDescending(Math.Abs)];
        foreach (var (drawn, have) in known.Zip(fit.ExcessKurtosis)) Assert.Equal(drawn, have, 0.02);
    }

    [Fact]
    public void Sources_have_variance_one_and_give_the_columns_back()
    {
        var fit = Fit(Mixed, 3, Work.Alone);
        var found = fit.Transform(Mixed, Work.Alone);
        for (var c = 0; c < 3; c++)
        {
            Assert.Equal(1, found.Column(c).Sum(x => x * x) / Rows, 1e-9);
            for (var d = 0; d < c; d++) Assert.Equal(0, Correlation(found.Column(c), found.Column(d)), 1e-9);
        }
        for (var j = 0; j < 4; j++)
            for (var r = 0; r < 50; r++)
                Assert.Equal(Mixed[r, j], fit.Mean[j] + Enumerable.Range(0, 3).Sum(c => found[r, c] * fit.Mixing[c][j]), 1e-9);
    }

    [Theory]
    [InlineData(2_000)]
    [InlineData(20_000)]
    public void Axes_come_to_rest_where_full_steps_run_in_circles(int rows)
    {
        string[] features = ["acousticness", "danceability", "energy", "instrumentalness", "liveness", "speechiness", "valence"];
        var table = Samples.Open("spotify").Draw(rows, 0, new Work(2));
        double[][] columns = [.. features.Select(f => ((NumberColumn)table[f]).Storage)];
        Assert.True(Fit(new Matrix(Standard(columns), rows), features.Length, new Work(2)).Converged);
    }

    [Fact]
    public void Neither_the_order_of_rows_nor_the_units_of_columns_matter()
    {
        double[] units = [1, 1000, 0.01, 3];
        var turned = new Matrix([.. units.Select((u, j) => Mixed.Column(j).Select(x => u * x).Reverse().ToArray())], Rows);
        var (one, other) = (Fit(Mixed, 3, Work.Alone).Transform(Mixed, Work.Alone), Fit(turned, 3, Work.Alone).Transform(turned, Work.Alone));
        for (var c = 0; c < 3; c++) Assert.Equal(1, Math.Abs(Correlation(one.Column(c), [.. other.Column(c).Reverse()])), 1e-6);
    }

    static IndependentComponents Fit(Matrix points, int count, Work work) =>
        IndependentComponents.Fit(points, PrincipalComponents.Fit(points, work), count, work);

    static double[] Drawn(long seed, Func<double, double> of)
    {
        var random = new RandomStream(seed);
        return [.. Enumerable.Range(0, Rows).Select(_ => of(random.NextDouble()))];
    }

    static double[][] Standard(double[][] columns) => Array.ConvertAll(columns, column =>
    {
        var mean = column.Average();
        var size = Math.Sqrt(column.Average(x => (x - mean) * (x - mean)));
        return Array.ConvertAll(column, x => (x - mean) / size);
    });

    static double Correlation(double[] x, double[] y)
    {
        var (mx, my) = (x.Average(), y.Average());
        return x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum()
            / Math.Sqrt(x.Sum(a => (a - mx) * (a - mx)) * y.Sum(b => (b - my) * (b - my)));
    }
}
