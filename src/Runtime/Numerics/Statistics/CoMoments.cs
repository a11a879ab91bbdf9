using System.Buffers;

namespace Runtime.Numerics.Statistics;

/// <summary>Means, variances and covariances of d columns; of each pair over the rows where both are present.</summary>
/// <remarks>
/// An aggregate: those of parts merge into those of the whole (Pébay 2008, Sandia SAND2008-6212, eq. 3.12). A second pass after
/// that for the means: products are taken about the means of the columns, so nothing cancels, and in units of the
/// columns' own size, so nothing overflows or vanishes.
/// </remarks>
public sealed class CoMoments : IAggregate<CoMoments, ColumnOrigins>
{
    readonly PairMoments[] pairs;
    readonly ColumnOrigins origins;

    CoMoments(PairMoments[] pairs, ColumnOrigins origins) => (this.pairs, this.origins) = (pairs, origins);

    public int Columns => origins.Means.Length;

    /// <summary>The moments of columns i and j over the rows where both are present; infinite or zero where no double holds them.</summary>
    public PairMoments this[int i, int j]
    {
        get
        {
            var (pair, x, y) = (Pair(i, j), origins.Units[i], origins.Units[j]);
            return pair.Count == 0 ? pair : pair with
            {
                MeanX = origins.Means[i] + x.Length(pair.MeanX),
                MeanY = origins.Means[j] + y.Length(pair.MeanY),
                SquaresX = x.Area(pair.SquaresX),
                SquaresY = y.Area(pair.SquaresY),
                Products = x.Length(y.Length(pair.Products)),
            };
        }
    }

    /// <summary>The rows where columns i and j are both present.</summary>
    public long Rows(int i, int j) => Pair(i, j).Count;

    /// <summary>Pearson's r of columns i and j, which has no unit.</summary>
    public double Correlation(int i, int j) => Pair(i, j).Correlation;

    /// <summary>Of all rows of d columns of n numbers each, NaN where missing.</summary>
    public static CoMoments Of(double[][] columns, int rows, Work work) => Of(columns, rows, ColumnOrigins.Of(columns, work), work);

    /// <summary>Of the pairs that <paramref name="origins"/> want.</summary>
    public static CoMoments Of(double[][] columns, int rows, ColumnOrigins origins, Work work) =>
        work.Aggregate<CoMoments, ColumnOrigins>(new RowBlock(columns, [], rows), origins);

    /// <summary>Of a block.</summary>
    public static CoMoments Of(RowBlock rows, ColumnOrigins state)
    {
        var (d, n) = (rows.Columns, rows.Rows);
        var (start, end) = state.Wanted;
        var scratch = ArrayPool<double>.Shared.Rent(Math.Max(1, d * n));
        try
        {
            var blocks = new Block[d];
            for (var j = start; j < d; j++) blocks[j] = Measure(rows.Numbers(j), scratch.AsSpan(j * n, n), j, state);
            var whole = new CoMoments(new PairMoments[Before(end - start, d - start)], state);
            var products = new double[d];
            for (var i = start; i < end; i++)
            {
                Lanes.Products(scratch.AsSpan(i * n, n), scratch.AsSpan(i * n, (d - i) * n), products.AsSpan(i));
                for (var j = i; j < d; j++)
                {
                    var (x, y) = (blocks[i], blocks[j]);
                    whole.pairs[whole.Index(i, j)] = x.IsComplete && y.IsComplete
                        ? new(n, x.Mean, y.Mean, x.Squares, y.Squares,
                            i == j ? x.Squares : products[j] - n * x.Mean * y.Mean)
                        : PairMoments.WhereBoth(scratch.AsSpan(i * n, n), scratch.AsSpan(j * n, n));
                }
            }
            return whole;
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scratch);
        }
    }

    public CoMoments Merge(CoMoments other)
    {
        var merged = new PairMoments[pairs.Length];
        for (var p = 0; p < merged.Length; p++) merged[p] = pairs[p].Merge(other.pairs[p]);
        return new CoMoments(merged, origins);
    }

    public void Write(BinaryWriter to)
    {
        to.WriteAll<double>(origins.Means);
        to.WriteAll<BinaryUnit>(origins.Units);
        to.WriteAll<int>([origins.Wanted.First, origins.Wanted.End]);
        to.WriteAll<PairMoments>(pairs);
    }

    public static CoMoments Read(BinaryReader from)
    {
        var origins = new ColumnOrigins(from.ReadAll<double>(), from.ReadAll<BinaryUnit>());
        var wanted = from.ReadAll<int>();
        origins = origins with { Wanted = (wanted[0], wanted[1]) };
        return new CoMoments(from.ReadAll<PairMoments>(), origins);
    }

    PairMoments Pair(int i, int j) => i <= j ? pairs[Index(i, j)] : pairs[Index(j, i)].Swapped;

    int Index(int i, int j) => Before(i - origins.Wanted.First, Columns - origins.Wanted.First) + (j - i);

    /// <summary>How many pairs the first few of so many columns have with those from them on.</summary>
    static int Before(int few, int columns) => few * columns - few * (few - 1) / 2;

    /// <summary>Measures the numbers from the origin of their column.</summary>
    static Block Measure(ReadOnlySpan<double> values, Span<double> measured, int column, ColumnOrigins origins)
    {
        origins.Measure(column, values, measured);
        var moments = Moments.Of(measured);
        return new(moments.Mean, moments.Unit.Area(moments.Squares), IsComplete: moments.Count == values.Length);
    }

    readonly record struct Block(double Mean, double Squares, bool IsComplete);
}
