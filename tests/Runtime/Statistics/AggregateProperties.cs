using CsCheck;
using Runtime.Numerics;
using Runtime.Numerics.Statistics;
using Runtime.Numerics.Transforms;

namespace Tests.Statistics;

/// <summary>Aggregates of parts merge into those of the whole, and the number of threads changes no bit.</summary>
public sealed class AggregateProperties
{
    static readonly Gen<double> Value = Gen.Frequency((6, Gen.Double[-1e3, 1e3]), (3, Gen.Int[-3, 3].Select(i => (double)i)), (1, Gen.Const(double.NaN)));

    static readonly Gen<(double[] Values, int Cut)> CutColumn =
        from values in Value.Array[1, 80]
        from cut in Gen.Int[0, values.Length]
        select (values, cut);

    [Fact]
    public void Moments_merge() => CutColumn.Sample(x =>
    {
        var whole = Moments.Of(x.Values);
        var merged = Moments.Of(x.Values.AsSpan(0, x.Cut)).Merge(Moments.Of(x.Values.AsSpan(x.Cut)));
        Assert.Equal((whole.Count, whole.Min, whole.Max), (merged.Count, merged.Min, merged.Max));
        Assert.Equal(whole.Mean, merged.Mean, 1e-10);
        Assert.Equal(1, (merged.Squares + 1) / (whole.Squares + 1), 1e-12);
    });

    [Fact]
    public void Distributions_merge() => CutColumn.Sample(x =>
    {
        var whole = Distribution.Of(x.Values);
        var merged = Distribution.Of(x.Values.AsSpan(0, x.Cut)).Merge(Distribution.Of(x.Values.AsSpan(x.Cut)));
        Assert.Equal(whole.Values.ToArray(), merged.Values.ToArray());
        for (var i = 0; i < whole.Distinct; i++) Assert.Equal(whole.CountOf(i), merged.CountOf(i));
    });

    [Fact]
    public void Comoments_merge() =>
        (from n in Gen.Int[1, 60] from columns in Value.Array[n].Array[3] from cut in Gen.Int[0, n] select (columns, cut, n)).Sample(x =>
        {
            var rows = new RowBlock(x.columns, [], x.n);
            var origins = ColumnOrigins.Of(x.columns, Work.Alone);
            var whole = CoMoments.Of(rows, origins);
            var merged = CoMoments.Of(rows.Slice(0, x.cut), origins).Merge(CoMoments.Of(rows.Slice(x.cut, x.n - x.cut), origins));
            for (var i = 0; i < 3; i++)
                for (var j = 0; j < 3; j++)
                {
                    Assert.Equal(whole[i, j].Count, merged[i, j].Count);
                    Assert.Equal(whole[i, j].MeanX, merged[i, j].MeanX, 1e-10);
                    Assert.Equal(whole[i, j].Products, merged[i, j].Products, 1e-6);
                }
        });

    [Fact]
    public void A_pair_is_counted_over_the_rows_where_both_are_present() =>
        (from n in Gen.Int[1, 60] from columns in Value.Array[n].Array[2] select columns).Sample(x =>
        {
            int[] both = [.. Enumerable.Range(0, x[0].Length).Where(r => !double.IsNaN(x[0][r]) && !double.IsNaN(x[1][r]))];
            var expected = CoMoments.Of([.. x.Select(c => both.Select(r => c[r]).ToArray())], both.Length, Work.Alone)[0, 1];
            var found = CoMoments.Of(x, x[0].Length, Work.Alone)[0, 1];
            Assert.Equal(expected.Count, found.Count);
            Assert.Equal(expected.MeanY, found.MeanY, 1e-10);
            Assert.Equal(expected.SquaresX, found.SquaresX, 1e-6);
            Assert.Equal(expected.Products, found.Products, 1e-6);
        });

    [Fact]
    public void One_thread_and_two_give_the_same_bits()
    {
        var random = new RandomStream(7);
        var columns = Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, 30_011).Select(_ => random.NextNormal()).ToArray()).ToArray();
        columns[3][17] = double.NaN;
        var (one, two) = (CoMoments.Of(columns, 30_011, new Work(1)), CoMoments.Of(columns, 30_011, new Work(2)));
        for (var i = 0; i < 4; i++) for (var j = i; j < 4; j++) Assert.Equal(one[i, j], two[i, j]);
        Assert.Equal(Moments.Of(columns[0], new Work(1)), Moments.Of(columns[0], new Work(2)));
        var points = new Matrix(columns[..3], 30_011);
        var pca = PrincipalComponents.Fit(points, new Work(1));
        Assert.Equal(pca.Components, PrincipalComponents.Fit(points, new Work(2)).Components);
        var (a, b) = (pca.Transform(points, 3, true, new Work(1)), pca.Transform(points, 3, true, new Work(2)));
        for (var c = 0; c < 3; c++) Assert.Equal(a.Column(c), b.Column(c));
    }

    [Fact]
    public void Numbers_far_from_zero_keep_their_variance()
    {
        double[] far = [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16];
        Assert.Equal(30, Moments.Of(far).Variance(1), 1e-12);
        Assert.Equal(30, CoMoments.Of([far, far], 4, Work.Alone)[0, 1].Covariance, 1e-12);
    }

    /// <summary>The sum of ten thousand tenths is not a thousand.</summary>
    [Fact]
    public void A_constant_has_no_spread_however_its_sum_rounds()
    {
        var (tenths, rising) = (Enumerable.Repeat(0.1, 10_000).ToArray(), Enumerable.Range(0, 10_000).Select(i => (double)i).ToArray());
        Assert.Equal((0.1, 0.0), (Moments.Of(tenths, Work.Alone).Mean, Moments.Of(tenths, Work.Alone).Squares));
        Assert.True(double.IsNaN(CoMoments.Of([tenths, rising], 10_000, Work.Alone)[0, 1].Correlation));
        rising[9] = double.NaN;
        Assert.True(double.IsNaN(CoMoments.Of([tenths, rising], 10_000, Work.Alone)[0, 1].Correlation));
        tenths[9] = 1e9;
        Assert.True(double.IsNaN(CoMoments.Of([tenths, rising], 10_000, Work.Alone)[0, 1].Correlation));
    }
}
