using System.Numerics;

namespace Runtime.Numerics;

/// <summary>Some rows of points in the nearest caches, column by column, and the centre that is nearest to each.</summary>
sealed unsafe class KMeansTile(int dimension)
{
    /// <summary>Rows in a tile; a multiple of two vectors of any width there is.</summary>
    public const int Rows = 256;

    readonly AlignedNumbers columns = new(dimension * Rows, 0), squares = new(Rows, 0), labels = new(Rows, 0);

    public int Count { get; private set; }

    /// <summary>The squared distance of each row to its nearest centre.</summary>
    public ReadOnlySpan<double> Squares => squares.Span[..Count];

    public int Label(int row) => (int)labels.Pointer[row];

    /// <summary>The rows' values in column j start at j·<see cref="Rows"/>.</summary>
    public double* Columns => columns.Pointer;

    /// <summary>
    /// Takes at most <see cref="Rows"/> rows, and finds the nearest of k centres (k × d) of each; of equally near ones the
    /// first.
    /// </summary>
    public void Take(RowBlock rows, double[][] centres)
    {
        for (var j = 0; j < dimension; j++) rows.Numbers(j).CopyTo(columns.Span[(j * Rows)..]);
        Count = rows.Rows;
        var width = Vector<double>.Count;
        for (var row = 0; row < Count; row += 2 * width)
        {
            Vector<double> best0 = new(double.PositiveInfinity), best1 = best0, label0 = default, label1 = default;
            for (var c = 0; c < centres.Length; c++)
            {
                Vector<double> sum0 = default, sum1 = default;
                var x = columns.Pointer + row;
                foreach (var value in centres[c])
                {
                    var (m, x0, x1) = (new Vector<double>(value), Vector.Load(x), Vector.Load(x + width));
                    sum0 = Vector.FusedMultiplyAdd(x0 - m, x0 - m, sum0);
                    sum1 = Vector.FusedMultiplyAdd(x1 - m, x1 - m, sum1);
                    x += Rows;
                }
                var label = new Vector<double>(c);
                label0 = Vector.ConditionalSelect(Vector.LessThan(sum0, best0), label, label0);
                label1 = Vector.ConditionalSelect(Vector.LessThan(sum1, best1), label, label1);
                (best0, best1) = (Vector.MinNative(sum0, best0), Vector.MinNative(sum1, best1));
            }
            best0.Store(squares.Pointer + row);
            best1.Store(squares.Pointer + row + width);
            label0.Store(labels.Pointer + row);
            label1.Store(labels.Pointer + row + width);
        }
    }
}
