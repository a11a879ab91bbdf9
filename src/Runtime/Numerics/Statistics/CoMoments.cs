using System.Buffers;
using System.Numerics.Tensors;

namespace Runtime.Numerics.Statistics;

/// <summary>Means, variances and covariances of d columns; of each pair over the rows where both are present.</summary>
/// <remarks>
/// An aggregate: those of parts merge into those of the whole (Pébay 2008, Sandia SAND2008-6212, eq. 3.12). Products
/// are taken about the means of the block, so nothing cancels.
/// </remarks>
public sealed class CoMoments : IAggregate<CoMoments, Nothing>
{
    readonly PairMoments[] pairs;

    CoMoments(PairMoments[] pairs, int columns) => (this.pairs, Columns) = (pairs, columns);

    public int Columns { get; }

    /// <summary>The moments of columns i and j over the rows where both are present.</summary>
    public PairMoments this[int i, int j] => i <= j ? pairs[Index(i, j)] : pairs[Index(j, i)].Swapped;

    /// <summary>Of all rows of d columns of n numbers each, NaN where missing.</summary>
    public static CoMoments Of(double[][] columns, int rows, Work work) =>
        work.Aggregate<CoMoments, Nothing>(new RowBlock(columns, [], rows), default);

    /// <summary>Of a block.</summary>
    public static CoMoments Of(RowBlock rows, Nothing state = default)
    {
        var (d, n) = (rows.Columns, rows.Rows);
        var scratch = ArrayPool<double>.Shared.Rent(Math.Max(1, d * n));
        try
        {
            var blocks = new Block[d];
            for (var j = 0; j < d; j++) blocks[j] = Centre(rows.Numbers(j), scratch.AsSpan(j * n, n));
            var pairs = new PairMoments[d * (d + 1) / 2];
            var whole = new CoMoments(pairs, d);
            var products = new double[d];
            for (var i = 0; i < d; i++)
            {
                Lanes.Products(scratch.AsSpan(i * n, n), scratch.AsSpan(i * n, (d - i) * n), products.AsSpan(i));
                for (var j = i; j < d; j++)
                {
                    pairs[whole.Index(i, j)] = blocks[i].Complete && blocks[j].Complete
                        ? Pair(blocks[i].Moments, blocks[j].Moments, products[j])
                        : PairWhereBoth(rows.Numbers(i), rows.Numbers(j));
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
        return new CoMoments(merged, Columns);
    }

    public void Write(BinaryWriter to)
    {
        to.Write(Columns);
        to.WriteAll<PairMoments>(pairs);
    }

    public static CoMoments Read(BinaryReader from)
    {
        var columns = from.ReadInt32();
        return new CoMoments(from.ReadAll<PairMoments>(), columns);
    }

    int Index(int i, int j) => i * Columns - i * (i - 1) / 2 + (j - i);

    static Block Centre(ReadOnlySpan<double> values, Span<double> centred)
    {
        var moments = Moments.Of(values);
        TensorPrimitives.Subtract(values, moments.Mean, centred);
        return new(moments, Complete: moments.Count == values.Length);
    }

    static PairMoments Pair(Moments x, Moments y, double products) => new(x.Count, x.Mean, y.Mean, x.Squares, y.Squares, products);

    /// <summary>One pass that keeps the means as it goes (Welford 1962, Technometrics 4(3)).</summary>
    static PairMoments PairWhereBoth(ReadOnlySpan<double> u, ReadOnlySpan<double> v)
    {
        var (n, meanX, meanY, xx, yy, xy) = (0L, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var r = 0; r < u.Length; r++)
        {
            if (double.IsNaN(u[r]) || double.IsNaN(v[r])) continue;
            n++;
            var (dx, dy) = (u[r] - meanX, v[r] - meanY);
            meanX += dx / n;
            meanY += dy / n;
            xx += dx * (u[r] - meanX);
            yy += dy * (v[r] - meanY);
            xy += dx * (v[r] - meanY);
        }
        return new(n, meanX, meanY, xx, yy, xy);
    }

    readonly record struct Block(Moments Moments, bool Complete);
}

/// <summary>Means of two columns and sums of products about them, over the rows where both are present.</summary>
public readonly record struct PairMoments(long Count, double MeanX, double MeanY, double SquaresX, double SquaresY, double Products)
{
    public PairMoments Swapped => new(Count, MeanY, MeanX, SquaresY, SquaresX, Products);

    /// <summary>With divisor n−1; NaN below two rows.</summary>
    public double Covariance => Count > 1 ? Products / (Count - 1) : double.NaN;

    /// <summary>Pearson's r in −1..1; NaN when a column is constant over these rows or there are fewer than two.</summary>
    public double Correlation
    {
        get
        {
            if (Count < 2 || SquaresX == 0 || SquaresY == 0) return double.NaN;
            return Math.Clamp(Products / (Math.Sqrt(SquaresX) * Math.Sqrt(SquaresY)), -1, 1);
        }
    }

    public PairMoments Merge(PairMoments other)
    {
        if (Count == 0) return other;
        if (other.Count == 0) return this;
        var count = Count + other.Count;
        var (dx, dy, share) = (other.MeanX - MeanX, other.MeanY - MeanY, (double)other.Count / count);
        var weight = Count * share;
        return new(
            count,
            MeanX + dx * share,
            MeanY + dy * share,
            SquaresX + other.SquaresX + dx * dx * weight,
            SquaresY + other.SquaresY + dy * dy * weight,
            Products + other.Products + dx * dy * weight);
    }
}
