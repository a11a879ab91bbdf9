using Runtime.Numerics;
using Runtime.Numerics.Density;
using Runtime.Numerics.Embedding;

namespace Tests.Embedding;

/// <summary>UMAP's parts against numpy and scipy, and what its layouts do not depend on.</summary>
public sealed class EmbeddingTests
{
    static readonly NearnessCurve Curve = NearnessCurve.Of(0.1);

    // i² mod 7 / 2 + i / 10 and 5 i mod 11 / 3 for i = 0..11.
    static readonly Matrix Twelve = new(
        [.. new Func<int, double>[] { i => i * i % 7 / 2.0 + i / 10.0, i => i * 5 % 11 / 3.0 }.Select(f => Enumerable.Range(0, 12).Select(f).ToArray())], 12);

    // scipy.optimize.curve_fit at 300 distances from 0 to 3, as in umap-learn; scipy 1.10.1.
    [Theory]
    [InlineData(0, 1.93280909, 0.79049466)]
    [InlineData(0.1, 1.57694361, 0.89506072)]
    [InlineData(0.5, 0.58302981, 1.33416738)]
    [InlineData(1, 0.11497599, 1.92923534)]
    public void The_curve_of_nearness_is_scipys(double minDist, double a, double b)
    {
        var curve = NearnessCurve.Of(minDist);
        Assert.Equal(a, curve.A, 2e-7);
        Assert.Equal(b, curve.B, 2e-7);
    }

    // numpy 1.24 and scipy's brentq, k = 5.
    static readonly double[] Nearest =
    [
        0.966666666667, 0.775313556641, 0.866666666667, 0.775313556641, 0.448454134902, 0.777460252646, 0.388730126323, 0.896908269805,
        0.388730126323, 0.777460252646, 0.775313556641, 0.866666666667,
    ];

    static readonly double[] Units =
    [
        1.142499467, 0.302674779, 0.560349357, 0.213286996, 0.507060622, 0.443878329, 0.481323579, 0.198781305, 0.490762028, 0.731482004,
        0.34800646, 0.587996484,
    ];

    [Fact]
    public void Distances_are_measured_as_brentq_does()
    {
        for (var p = 0; p < 12; p++)
        {
            var smooth = SmoothDistances.Of(Naive(Twelve, p).AsSpan(0, 4));
            Assert.Equal(Nearest[p], smooth.Nearest, 1e-11);
            Assert.Equal(Units[p], smooth.Unit, 2e-5);
        }
    }

    // The sums of the rows of A + Aᵀ − A∘Aᵀ, and how many of each are above zero; numpy 1.24.
    static readonly (double Sum, int Edges)[] Union =
    [
        (2.321928, 4), (3.41837, 5), (2.321928, 4), (4.432988, 8), (3.08441, 4), (2.865204, 4), (3.453125, 5), (3.115098, 4),
        (4.291669, 6), (2.436738, 4), (3.806309, 7), (2.87157, 5),
    ];

    [Fact]
    public void The_graph_is_numpys_and_weighs_the_same_both_ways()
    {
        var placed = PlacedPoints.Of(Twelve, Work.Alone);
        var graph = NeighbourGraph.Of(placed, 5, Work.Alone);
        for (var row = 0; row < 12; row++)
        {
            var p = placed.PlaceOfRow[row];
            Assert.Equal(Union[row].Edges, graph.Starts[p + 1] - graph.Starts[p]);
            Assert.Equal(Union[row].Sum, graph.Weights[graph.Starts[p]..graph.Starts[p + 1]].Sum(w => (double)w), 2e-4);
            for (var at = graph.Starts[p]; at < graph.Starts[p + 1]; at++)
            {
                var back = Enumerable.Range(graph.Starts[graph.To[at]], graph.Starts[graph.To[at] + 1] - graph.Starts[graph.To[at]]).Single(e => graph.To[e] == p);
                Assert.Equal(graph.Weights[at], graph.Weights[back]);
            }
        }
    }

    [Fact]
    public void Many_neighbours_are_all_kept()
    {
        var points = Groups(1, 300, 4);
        var placed = PlacedPoints.Of(points, Work.Alone);
        var graph = NeighbourGraph.Of(placed, 60, new Work(2));
        var rowOf = new int[300];
        for (var row = 0; row < 300; row++) rowOf[placed.PlaceOfRow[row]] = row;
        for (var p = 0; p < 300; p++)
        {
            var others = Enumerable.Range(0, 300).Where(r => r != rowOf[p]).OrderBy(r => Distance(points, rowOf[p], r)).Take(59).ToHashSet();
            Assert.Equal(others, graph.To[graph.Starts[p]..(graph.Starts[p] + 59)].Select(o => rowOf[o]).ToHashSet());
        }
    }

    [Fact]
    public void Rows_in_another_order_with_equals_and_on_more_threads_have_the_same_places()
    {
        var points = Groups(3, 400, 3);
        var (_, places) = Fit(points, Work.Alone);
        var random = new RandomStream(5);
        int[] order = [.. Enumerable.Range(0, 400).OrderBy(_ => random.NextBits()), 7, 7, 399, 0];
        var (embedding, again) = Fit(points.Take(order), new Work(3));
        Assert.Equal(400, embedding.Points.Rows);
        Assert.Equal(places.Take(order).Content, again.Content);
        Assert.NotEqual(places.Content, NeighbourEmbedding.Fit(points, 2, 10, Curve, 50, 2, Work.Alone).OfRows.Content);
    }

    [Fact]
    public void Groups_that_are_apart_stay_so()
    {
        var points = Groups(3, 600, 5);
        var (_, places) = NeighbourEmbedding.Fit(points, 2, 15, Curve, null, 1, new Work(2));
        for (var row = 0; row < 600; row++)
        {
            int[] near = [.. Enumerable.Range(0, 600).Where(r => r != row).OrderBy(r => Distance(places, row, r)).Take(15)];
            Assert.All(near, r => Assert.Equal(row % 3, r % 3));
        }
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 5)]
    [InlineData(40, 1000)]
    public void Few_rows_on_a_line_have_places(int rows, int neighbours)
    {
        var line = new Matrix([[.. Enumerable.Range(0, rows).Select(i => i * 1e-9)], new double[rows], [.. Enumerable.Range(0, rows).Select(i => 2e-9 * i)]], rows);
        foreach (var dims in (int[])[1, 2, 5])
        {
            var (embedding, places) = NeighbourEmbedding.Fit(line, dims, neighbours, Curve, null, 1, Work.Alone);
            Assert.Equal((rows, dims), (places.Rows, places.Columns));
            Assert.Equal(Math.Min(rows, neighbours), embedding.Neighbours);
            for (var c = 0; c < dims; c++) Assert.All(places.Column(c), x => Assert.InRange(x, -1000, 1000));
        }
    }

    [Fact]
    public void Other_rows_come_among_their_neighbours_one_by_one()
    {
        var points = Groups(3, 600, 5);
        var (embedding, places) = Fit(points, Work.Alone);
        Assert.Equal(places.Content, embedding.Transform(points, new Work(2)).Content);
        var moved = new Matrix([.. Enumerable.Range(0, 5).Select(j => Array.ConvertAll(points.Column(j), x => x + 0.01))], 600);
        var made = embedding.Transform(moved, new Work(2));
        for (var row = 0; row < 600; row++)
        {
            var near = Enumerable.Range(0, 600).MinBy(r => Distance(made, row, places, r));
            Assert.Equal(row % 3, near % 3);
        }
        Assert.Equal(made[17, 1], embedding.Transform(moved.Take([17]), Work.Alone)[0, 1]);
        // As restored from a file, which has no tree.
        Assert.Equal(made.Content, new NeighbourEmbedding(embedding.Points, embedding.Places, embedding.Neighbours).Transform(moved, Work.Alone).Content);
    }

    [Fact]
    public void What_is_kept_is_what_counting_all_pairs_says()
    {
        var (points, places) = (Groups(2, 150, 4), Groups(3, 150, 2));
        var found = NeighbourPreservation.Of(points, places, 7, 1000, 1, new Work(2));
        var (kept, penalty) = (0.0, 0.0);
        for (var row = 0; row < 150; row++)
        {
            int[] before = [.. Enumerable.Range(0, 150).Where(r => r != row).OrderBy(r => Distance(points, row, r))];
            int[] after = [.. Enumerable.Range(0, 150).Where(r => r != row).OrderBy(r => Distance(places, row, r)).Take(7)];
            kept += before.Take(7).Intersect(after).Count() / 7.0 / 150;
            penalty += after.Sum(r => Math.Max(0, Array.IndexOf(before, r) + 1 - 7));
        }
        Assert.Equal(kept, found.Kept, 1e-12);
        Assert.Equal(1 - 2 * penalty / (150 * 7 * (2 * 150 - 3 * 7 - 1)), found.Trustworthiness, 1e-12);
        Assert.Equal((0, 0), (found.KeptError, found.TrustworthinessError));
        var part = NeighbourPreservation.Of(points, places, 7, 60, 1, Work.Alone);
        Assert.Equal(60, part.Sample);
        Assert.InRange(found.Kept, part.Kept - 2 * part.KeptError, part.Kept + 2 * part.KeptError);
        Assert.Equal((1, 1), NeighbourPreservation.Of(points, points, 7, 1000, 1, Work.Alone) is var same ? (same.Kept, same.Trustworthiness) : default);
    }

    [Fact]
    public void Distances_that_vanish_beside_others_are_refused() => Assert.Throws<NumericsException>(() =>
        NeighbourEmbedding.Fit(new Matrix([[0, 1e-200, 1, 2, 3]], 5), 2, 3, Curve, 5, 1, Work.Alone));

    static (NeighbourEmbedding Embedding, Matrix OfRows) Fit(Matrix points, Work work) => NeighbourEmbedding.Fit(points, 2, 10, Curve, 50, 1, work);

    /// <summary>Rows about so many middles that are far apart, one group after the other.</summary>
    static Matrix Groups(int groups, int rows, int columns)
    {
        var random = new RandomStream(11, groups, rows, columns);
        return Matrix.OfRows([.. Enumerable.Range(0, rows).Select(r => Enumerable.Range(0, columns).Select(j => random.NextNormal() + (j == r % groups ? 30 : 0)).ToArray())]);
    }

    static double[] Naive(Matrix points, int row) =>
        [.. Enumerable.Range(0, points.Rows).Where(r => r != row).Select(r => Distance(points, row, r)).Order()];

    static double Distance(Matrix points, int a, int b) => Distance(points, a, points, b);

    static double Distance(Matrix from, int a, Matrix to, int b) =>
        Math.Sqrt(Enumerable.Range(0, from.Columns).Sum(j => (from[a, j] - to[b, j]) * (from[a, j] - to[b, j])));
}
