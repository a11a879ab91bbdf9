namespace Runtime.Numerics.Validity;

/// <summary>The pass over all pairs of rows, group by group and tile by tile, in linear memory.</summary>
/// <remarks>
/// A tile is measured against what stands behind it. What that gives the tile's rows is known at once; what it gives the rows behind
/// is summed in a few columns, which are looked at when the tiles of a group are through. How rows are cut into tiles and tiles dealt to
/// columns is fixed, so that the bits do not depend on the threads.
/// </remarks>
sealed unsafe class SilhouettePass
{
    const int Tile = 256;

    /// <summary>Tiles side by side, each with a column of sums of its own.</summary>
    const int Side = 8;

    /// <summary>Rows of groups that are one piece of work.</summary>
    const int Piece = 4096;

    readonly GroupedPoints points;
    readonly Work work;
    readonly AlignedNumbers[] columns;
    readonly double[] own;
    readonly double[] best;

    /// <summary>Groups first..end−1 that are swept together.</summary>
    readonly (int First, int End)[] pieces;

    /// <summary>The least mean distance of the rows of a tile to a group of a piece.</summary>
    readonly double[][] least;
    readonly Lock gate = new();
    double separation = double.PositiveInfinity, diameter;

    public SilhouettePass(GroupedPoints points, Work work)
    {
        (this.points, this.work) = (points, work);
        columns = [.. Enumerable.Range(0, Side).Select(_ => new AlignedNumbers(points.Places, 0))];
        (own, best) = (new double[points.Places], new double[points.Places]);
        Array.Fill(best, double.PositiveInfinity);
        pieces = [.. Pieces()];
        least = [.. Enumerable.Range(0, Side * pieces.Length).Select(_ => new double[Tile])];
    }

    public Silhouettes Run(int rows)
    {
        for (var group = 0; group < points.Groups; group++)
        {
            for (var first = points.Starts[group]; first < points.End(group); first += Side * Tile)
            {
                Report(first);
                Round(group, first);
            }
            Close(group);
        }
        var values = new double[rows];
        Array.Fill(values, double.NaN);
        for (var group = 0; group < points.Groups; group++)
        {
            var others = Math.Max(1, points.Sizes[group] - 1);
            for (var at = points.Starts[group]; at < points.End(group); at++)
                values[points.RowOf[at]] = points.Sizes[group] == 1 ? 0 : Silhouettes.Value(own[at] / others, best[at]);
        }
        return new(values, Math.Sqrt(separation), Math.Sqrt(diameter));
    }

    void Report(int place)
    {
        work.Cancel.ThrowIfCancellationRequested();
        var left = 1 - (double)place / points.Places;
        work.Report("measuring all pairs of rows", 1 - left * left);
    }

    IEnumerable<(int First, int End)> Pieces()
    {
        for (int first = 0, end; first < points.Groups; first = end)
        {
            end = first + 1;
            while (end < points.Groups && points.Starts[end + 1] - points.Starts[first] <= Piece) end++;
            yield return (first, end);
        }
    }

    /// <summary>Some tiles of a group against the rest of the group, and against the groups behind it.</summary>
    void Round(int group, int first)
    {
        var tiles = Math.Min(Side, (points.End(group) - first + Tile - 1) / Tile);
        var skipped = Array.FindIndex(pieces, p => p.End > group);
        work.For(tiles * (1 + pieces.Length - skipped), unit =>
        {
            var (tile, piece) = (unit % tiles, skipped + unit / tiles - 1);
            var start = first + tile * Tile;
            var count = Math.Min(Tile, points.End(group) - start);
            var rows = points.RowsAt(start, count);
            if (piece < skipped) Within(rows, start, own.AsSpan(start, count), points.End(group), columns[tile].Pointer);
            else Beyond(rows, group, pieces[piece], columns[tile].Pointer, least[tile * pieces.Length + piece].AsSpan(0, count));
        });
        for (var tile = 0; tile < tiles; tile++)
        {
            var start = first + tile * Tile;
            var count = Math.Min(Tile, points.End(group) - start);
            for (var piece = skipped; piece < pieces.Length; piece++)
                for (var i = 0; i < count; i++) best[start + i] = Math.Min(best[start + i], least[tile * pieces.Length + piece][i]);
        }
    }

    void Within(double[] rows, int start, Span<double> sums, int end, double* column)
    {
        // Pairs within the tile are met from both sides.
        var among = new DistanceSums(points, null, isWithin: true);
        among.Add(rows, start, start + sums.Length, sums);
        var behind = new DistanceSums(points, column, isWithin: true);
        if (start + Tile < end) behind.Add(rows, start + Tile, end, sums);
        lock (gate) diameter = Math.Max(diameter, Math.Max(among.Extreme, behind.Extreme));
    }

    void Beyond(double[] rows, int own, (int First, int End) piece, double* column, Span<double> nearest)
    {
        var pairs = new DistanceSums(points, column, isWithin: false);
        Span<double> sums = stackalloc double[nearest.Length];
        nearest.Fill(double.PositiveInfinity);
        for (var group = Math.Max(own + 1, piece.First); group < piece.End; group++)
        {
            sums.Clear();
            pairs.Add(rows, points.Starts[group], points.End(group), sums);
            for (var i = 0; i < sums.Length; i++) nearest[i] = Math.Min(nearest[i], sums[i] / points.Sizes[group]);
        }
        lock (gate) separation = Math.Min(separation, pairs.Extreme);
    }

    /// <summary>All tiles of a group have been measured: what they gave the rows behind them is whole.</summary>
    void Close(int group)
    {
        var (first, end) = (points.Starts[group], points.End(group));
        var size = points.Sizes[group];
        work.ForBlocks(points.Places - first, (from, to) =>
        {
            for (var at = first + from; at < first + to; at++)
            {
                var sum = 0.0;
                foreach (var column in columns)
                {
                    sum += column.Pointer[at];
                    column.Pointer[at] = 0;
                }
                if (at < end) own[at] += sum;
                else if (at >= points.Starts[group + 1]) best[at] = Math.Min(best[at], sum / size);
            }
        });
    }
}
