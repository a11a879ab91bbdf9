using Runtime.Numerics.Density;
using Runtime.Numerics.Transforms;

namespace Runtime.Numerics.Embedding;

/// <summary>Places in few dimensions for points of many, so that neighbours stay near: UMAP.</summary>
/// <remarks>
/// McInnes, Healy &amp; Melville 2018, arXiv:1802.03426. Exact neighbours, a start at the principal components, and epochs that move all
/// points at once (<see cref="LayoutEpochs"/>): the places are a function of the set of points and the seed, not of the order of rows,
/// of threads or of the processor. Rows that are equal are one point and have one place.
/// </remarks>
/// <param name="Points">The m rows that differ, in lexicographic order.</param>
/// <param name="Places">m × dims.</param>
/// <param name="Neighbours">k, the point itself counted.</param>
public sealed record NeighbourEmbedding(Matrix Points, Matrix Places, int Neighbours)
{
    /// <summary>The start reaches so far along its widest axis, as in umap-learn, and is stirred by so much.</summary>
    const double StartReach = 10, Stirred = 1e-3;

    const int FewPoints = 10_000, EpochsOfFew = 500, EpochsOfMany = 200;

    const long StartStream = 0x73746172;

    [Recomputed]
    (PlacedPoints Placed, RowsAtPlaces Rows)? index;

    /// <summary>The epochs for so many points that differ: as in umap-learn.</summary>
    public static int UsualEpochs(int points) => points <= FewPoints ? EpochsOfFew : EpochsOfMany;

    /// <summary>O(n log n + epochs · m k) time and O(m k) memory: about 250 bytes a row for k = 15.</summary>
    /// <param name="rows">n × d with at least two rows that differ.</param>
    /// <param name="dims">Axes of the places, at least 1.</param>
    /// <param name="neighbours">k ≥ 2, the point itself counted; m at most, more is taken as that.</param>
    /// <param name="epochs">Null for <see cref="UsualEpochs"/>.</param>
    /// <returns>The embedding and the place of each row, n × dims.</returns>
    /// <exception cref="NumericsException">The range of the numbers is beyond what squares of doubles hold.</exception>
    public static (NeighbourEmbedding Embedding, Matrix OfRows) Fit(
        Matrix rows, int dims, int neighbours, NearnessCurve curve, int? epochs, long seed, Work work)
    {
        Ranges.DemandSquares(rows, work);
        work.Report("sorting points");
        var distinct = DistinctPoints.Of(rows, work);
        var points = new Matrix(distinct.Columns, distinct.Count);
        var placed = PlacedPoints.Of(points, work);
        var graph = NeighbourGraph.Of(placed, neighbours, work);
        var start = Start(points, placed.PlaceOfRow, dims, seed, work);
        var made = new LayoutEpochs(graph, curve, dims, seed, work).Run(start, epochs ?? UsualEpochs(points.Rows));
        var places = Gathered(made, placed.PlaceOfRow, dims);
        var embedding = new NeighbourEmbedding(points, places, Math.Min(neighbours, points.Rows)) { index = (placed, new(placed)) };
        return (embedding, places.Take(distinct.PointOfRow));
    }

    /// <summary>
    /// The places of other rows: that of the point which a row equals, else the mean of its nearest points' places by how near they
    /// are to it. O(log m + k) a row in few dimensions.
    /// </summary>
    /// <remarks>Where umap-learn's `transform` starts; no row moves for another, so each is placed as if it came alone.</remarks>
    /// <param name="rows">n × d.</param>
    /// <returns>n × dims.</returns>
    public Matrix Transform(Matrix rows, Work work)
    {
        var (placed, at) = index ??= Indexed(work);
        double[][] places = [.. Enumerable.Range(0, Places.Columns).Select(_ => new double[rows.Rows])];
        work.ForBlocks(rows.Rows, (start, end) =>
        {
            var (near, place) = (new NearestRows(placed, at), new double[Places.Columns]);
            for (var row = start; row < end; row++)
            {
                Place(near.Of(rows, row, Math.Max(1, Neighbours - 1)), place);
                for (var c = 0; c < place.Length; c++) places[c][row] = place[c];
            }
        });
        return new Matrix(places, rows.Rows);
    }

    (PlacedPoints, RowsAtPlaces) Indexed(Work work)
    {
        var placed = PlacedPoints.Of(Points, work);
        return (placed, new(placed));
    }

    void Place(IReadOnlyList<(double Square, int Row)> near, double[] place)
    {
        if (near[0].Square == 0)
        {
            for (var c = 0; c < place.Length; c++) place[c] = Places[near[0].Row, c];
            return;
        }
        double[] distances = [.. near.Select(n => Math.Sqrt(n.Square))];
        var smooth = SmoothDistances.Of(distances);
        var whole = 0.0;
        Array.Clear(place);
        for (var i = 0; i < near.Count; i++)
        {
            var weight = smooth.Nearness(distances[i]);
            whole += weight;
            for (var c = 0; c < place.Length; c++) place[c] += weight * Places[near[i].Row, c];
        }
        for (var c = 0; c < place.Length; c++) place[c] /= whole;
    }

    /// <summary>Along the principal components, all by one measure, and a little aside, so that none stand on one spot.</summary>
    static double[] Start(Matrix points, int[] placeOfRow, int dims, long seed, Work work)
    {
        var principal = PrincipalComponents.Fit(points, work);
        var along = principal.Transform(points, Math.Min(dims, principal.Components.Length), whiten: false, work);
        var widest = Enumerable.Range(0, along.Columns).Max(c => along.Column(c).Max(Math.Abs));
        var (start, state) = (new double[points.Rows * dims], new RandomStream(seed, StartStream).NextBits());
        for (var row = 0; row < points.Rows; row++)
            for (var c = 0; c < dims; c++)
            {
                var at = placeOfRow[row] * dims + c;
                // 52 bits: a number in −1..1 that is exact.
                var aside = (RandomStream.At(state, at) >> 12) * (2.0 / (1UL << 52)) - 1;
                start[at] = StartReach * ((c < along.Columns && widest > 0 ? along[row, c] / widest : 0) + Stirred * aside);
            }
        return start;
    }

    static Matrix Gathered(double[] made, int[] placeOfRow, int dims) => new(
        [.. Enumerable.Range(0, dims).Select(c => Array.ConvertAll(placeOfRow, p => made[p * dims + c]))], placeOfRow.Length);
}
