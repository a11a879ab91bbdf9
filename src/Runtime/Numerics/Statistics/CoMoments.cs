using System.Buffers;
using System.Numerics.Tensors;

namespace Runtime.Numerics.Statistics;

/// <summary>Means, variances and covariances of d columns; of each pair over the rows where both are present.</summary>
/// <remarks>
/// An aggregate: those of parts merge into those of the whole (Pébay 2008, Sandia SAND2008-6212, eq. 3.12). A second pass after
/// that for the means: products are taken about the means of the columns and of the block, so nothing cancels, and in units of the
/// columns' own size, so nothing overflows or vanishes.
/// </remarks>
public sealed class CoMoments : IAggregate<CoMoments, Origins>
{
    readonly PairMoments[] pairs;
    readonly Origins origins;

    CoMoments(PairMoments[] pairs, Origins origins) => (this.pairs, this.origins) = (pairs, origins);

    public int Columns => origins.Means.Length;

    /// <summary>The moments of columns i and j over the rows where both are present; infinite or zero where no double holds them.</summary>
    public PairMoments this[int i, int j]
    {
        get
        {
            var (pair, x, y) = (Pair(i, j), origins.Units[i], origins.Units[j]);
            return pair with
            {
                MeanX = origins.Means[i] + x.Length(pair.MeanX),
                MeanY = origins.Means[j] + y.Length(pair.MeanY),
                SquaresX = x.Area(pair.SquaresX),
                SquaresY = y.Area(pair.SquaresY),
                Products = x.Length(y.Length(pair.Products)),
            };
        }
    }

    /// <summary>Pearson's r of columns i and j, which has no unit.</summary>
    public double Correlation(int i, int j) => Pair(i, j).Correlation;

    /// <summary>Of all rows of d columns of n numbers each, NaN where missing.</summary>
    public static CoMoments Of(double[][] columns, int rows, Work work) =>
        work.Aggregate<CoMoments, Origins>(new RowBlock(columns, [], rows), Origins.Of(columns, work));

    /// <summary>Of a block.</summary>
    public static CoMoments Of(RowBlock rows, Origins state)
    {
        var (d, n) = (rows.Columns, rows.Rows);
        var scratch = ArrayPool<double>.Shared.Rent(Math.Max(1, d * n));
        try
        {
            var blocks = new Block[d];
            for (var j = 0; j < d; j++) blocks[j] = Centre(rows.Numbers(j), scratch.AsSpan(j * n, n), j, state);
            var whole = new CoMoments(new PairMoments[d * (d + 1) / 2], state);
            var products = new double[d];
            for (var i = 0; i < d; i++)
            {
                Lanes.Products(scratch.AsSpan(i * n, n), scratch.AsSpan(i * n, (d - i) * n), products.AsSpan(i));
                for (var j = i; j < d; j++)
                {
                    whole.pairs[whole.Index(i, j)] = blocks[i].Complete && blocks[j].Complete
                        ? new(n, blocks[i].Mean, blocks[j].Mean, blocks[i].Squares, blocks[j].Squares, products[j])
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
        to.WriteAll<PairMoments>(pairs);
    }

    public static CoMoments Read(BinaryReader from)
    {
        var origins = new Origins(from.ReadAll<double>(), from.ReadAll<BinaryUnit>());
        return new CoMoments(from.ReadAll<PairMoments>(), origins);
    }

    PairMoments Pair(int i, int j) => i <= j ? pairs[Index(i, j)] : pairs[Index(j, i)].Swapped;

    int Index(int i, int j) => i * Columns - i * (i - 1) / 2 + (j - i);

    /// <summary>The numbers about their mean in the block, unless some are missing: then about that of the column.</summary>
    static Block Centre(ReadOnlySpan<double> values, Span<double> centred, int column, Origins origins)
    {
        origins.Measure(column, values, centred);
        var moments = Moments.Of(centred);
        if (moments.Count < values.Length) return new(0, 0, Complete: false);
        TensorPrimitives.Subtract(centred, moments.Mean, centred);
        return new(moments.Mean, moments.Unit.Area(moments.Squares), Complete: true);
    }

    readonly record struct Block(double Mean, double Squares, bool Complete);
}
