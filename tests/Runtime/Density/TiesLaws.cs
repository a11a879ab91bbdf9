using CsCheck;
using Runtime.Numerics;
using Runtime.Numerics.Density;

namespace Tests.Runtime.Density;

/// <summary>Equal distances are cut together, so that nothing decides between them: no order of rows or columns, no unit.</summary>
public sealed class TiesLaws
{
    public static TheoryData<string, int, int> Tied => new()
    {
        { "lattice", 10, 4 }, { "numbers", 10, 4 }, { "lattices", 8, 3 }, { "one-hot", 6, 4 }, { "answers", 8, 4 }, { "survey", 6, 3 },
        { "rounded", 5, 5 }, { "hundredths", 6, 4 }, { "years", 5, 3 },
    };

    static readonly Gen<double[][]> Coarse =
        from dimensions in Gen.Int[1, 5]
        from count in Gen.Int[4, 45]
        from rows in Gen.Int[0, 3].Select(x => x / 10.0).Array[dimensions].Array[count]
        select rows;

    [Fact]
    public void Clusters_are_those_of_the_definition() =>
        Gen.Select(Coarse, Gen.Int[1, 6], Gen.Int[2, 6], Gen.Bool).Sample((rows, samples, least, leaf) =>
        {
            var wanted = new Extraction(least, leaf ? ClusterMethod.Leaf : ClusterMethod.Eom);
            SameClusters(new NaryClusters(rows, samples, wanted).Labels, Of(rows, samples, wanted).Labels);
        }, iter: 300);

    [Theory, MemberData(nameof(Tied))]
    public void Order_of_rows_and_columns_and_unit_decide_nothing(string name, int least, int samples)
    {
        var rows = Rows(name);
        foreach (var method in new[] { ClusterMethod.Eom, ClusterMethod.Leaf })
        {
            var wanted = new Extraction(least, method);
            var found = Of(rows, samples, wanted);
            var order = Enumerable.Range(0, rows.Length).ToArray();
            new Random(5).Shuffle(order);
            Assert.Equal(order.Select(r => found.Labels[r]), Of([.. order.Select(r => rows[r])], samples, wanted).Labels);
            Same(found, Of([.. rows.Select(r => r.Reverse().ToArray())], samples, wanted));
            foreach (var unit in new[] { 0.1, 1_000, 1 / 3.0, 1e-9 })
                Same(found, Of([.. rows.Select(r => r.Select(x => x * unit).ToArray())], samples, wanted));
        }
    }

    [Fact]
    public void A_lattice_is_no_cluster() => Assert.Equal(0, Of(Rows("lattice"), 4, new Extraction(10)).Clusters);

    [Fact]
    public void Numbers_in_a_row_are_no_cluster() => Assert.Equal(0, Of(Rows("numbers"), 4, new Extraction(10)).Clusters);

    [Fact]
    public void Two_lattices_are_two_clusters_of_equal_strength()
    {
        var found = Of(Rows("lattices"), 3, new Extraction(8));
        Assert.Equal([49, 49], found.Sizes);
        Assert.All(found.Flat.Persistence, p => Assert.True(p > 0));
    }

    [Theory, MemberData(nameof(Tied))]
    public void Rows_that_join_are_where_the_fit_has_them(string name, int least, int samples)
    {
        var points = Matrix.OfRows(Rows(name));
        var tree = DensityTree.Of(points, samples, Work.Alone);
        var found = tree.Extract(new Extraction(least), Work.Alone);
        Assert.Equal(found.Labels, tree.Label(Matrix.OfRows(Rows(name)), found.Flat, Work.Alone).Labels);
    }

    static void Same(DensityClustering expected, DensityClustering found)
    {
        SameClusters(expected.Labels, found.Labels);
        for (var row = 0; row < expected.Strength.Length; row++) Assert.Equal(expected.Strength[row], found.Strength[row], 1e-9);
        Assert.Equal(expected.Flat.Persistence.Order().Select(p => Math.Round(p, 9)), found.Flat.Persistence.Order().Select(p => Math.Round(p, 9)));
    }

    /// <summary>Equal but for the numbers of clusters of one size.</summary>
    static void SameClusters(int[] expected, int[] found)
    {
        var pairs = expected.Zip(found).Distinct().ToArray();
        Assert.Equal(expected.Distinct().Count(), pairs.Length);
        Assert.Equal(found.Distinct().Count(), pairs.Length);
        Assert.All(pairs, p => Assert.Equal(p.First < 0, p.Second < 0));
    }

    static DensityClustering Of(double[][] rows, int samples, Extraction wanted) =>
        DensityTree.Of(Matrix.OfRows(rows), samples, Work.Alone).Extract(wanted, Work.Alone);

    static double[][] Rows(string name)
    {
        var random = new RandomStream(11, name.Length);
        double[][] Drawn(int rows, Func<int, double[]> row) => [.. Enumerable.Range(0, rows).Select(row)];
        double[] Many(int d, Func<int, double> value) => [.. Enumerable.Range(0, d).Select(value)];
        return name switch
        {
            "lattice" => Drawn(900, i => [i / 30, i % 30]),
            "numbers" => Drawn(200, i => [i]),
            "lattices" => Drawn(98, i => [i % 49 / 7 + i / 49 * 40, i % 7]),
            "one-hot" => Drawn(150, _ => OneHot(random.Next(4), random.Next(5))),
            "answers" => Drawn(240, i => Many(10, j => random.NextDouble() < (i < 120 == j < 5 ? 0.9 : 0.1) ? 1 : 0)),
            "survey" => Drawn(200, i => Many(6, _ => Math.Clamp(Math.Round(3 + (i % 3 - 1) * 1.5 + random.NextNormal() * 0.7), 1, 5))),
            "rounded" => Drawn(200, i => Many(3, _ => Math.Round(i % 2 * 4 + random.NextNormal(), 1))),
            "hundredths" => Drawn(200, i => Many(2, _ => Math.Round(i % 2 + random.NextNormal() * 0.2, 2))),
            "years" => Drawn(150, i => [1950 + Math.Round(random.NextDouble() * 20) + i % 2 * 40, Math.Round(random.NextDouble() * 4)]),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
    }

    static double[] OneHot(int first, int second) =>
        [.. Enumerable.Range(0, 4).Select(c => c == first ? 1.0 : 0), .. Enumerable.Range(0, 5).Select(c => c == second ? 1.0 : 0)];
}
