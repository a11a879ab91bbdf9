using System.Numerics.Tensors;

namespace Runtime.Tables;

/// <summary>n rows × d columns of finite numbers, stored column by column. Never changes.</summary>
/// <remarks>Columns are shared, not copied: points made of a table's columns cost nothing.</remarks>
public sealed class Matrix
{
    readonly Held<double[]>[] held;
    [Recomputed]
    double[][]? brought;
    [Recomputed]
    string? content;
    [Recomputed]
    (double Least, double Greatest)[]? extremes;

    /// <param name="columns">d arrays of n finite numbers each; the caller gives them up.</param>
    public Matrix(double[][] columns, int rows)
    {
        if (Array.Exists(columns, c => c.Length != rows))
            throw new ArgumentException("Every column needs the same number of rows.", nameof(columns));
        held = Array.ConvertAll(columns, c => new Held<double[]>(c));
        Rows = rows;
    }

    /// <summary>Points made of columns that may not have been brought yet.</summary>
    internal Matrix(Held<double[]>[] columns, int rows) => (held, Rows) = (columns, rows);

    double[][] Brought => brought ??= Array.ConvertAll(held, h => h.Value);

    public int Rows { get; }

    public int Columns => held.Length;

    /// <summary>All rows, for a pass over them.</summary>
    public RowBlock All => new(Brought, [], Rows);

    /// <summary>All rows with a code beside each: a label, say.</summary>
    public RowBlock With(int[] codes) => new(Brought, [codes], Rows);

    public ReadOnlySpan<double> this[int column] => Brought[column];

    public double this[int row, int column] => Brought[column][row];

    /// <summary>The column's storage, for kernels that run on several threads; not to be written to.</summary>
    public double[] Column(int column) => Brought[column];

    /// <summary>The given rows in the given order, as a new matrix.</summary>
    public Matrix Take(int[] rows) =>
        new([.. Brought.Select(c => Array.ConvertAll(rows, r => c[r]))], rows.Length);

    /// <summary>The least and the greatest number of each column; found when first asked for. Of no rows there are none.</summary>
    public IReadOnlyList<(double Least, double Greatest)> Extremes(Work work)
    {
        if (extremes is not null) return extremes;
        var found = new (double, double)[Rows == 0 ? 0 : Columns];
        var columns = Brought;
        work.For(found.Length, j => found[j] = Extremes(columns[j]));
        return extremes = found;
    }

    /// <summary>Block by block: what the first of two looks brings near the second finds there.</summary>
    static (double Least, double Greatest) Extremes(ReadOnlySpan<double> column)
    {
        var (least, greatest) = (column[0], column[0]);
        for (var at = 0; at < column.Length; at += Work.BlockRows)
        {
            var block = column.Slice(at, Math.Min(Work.BlockRows, column.Length - at));
            least = Math.Min(least, TensorPrimitives.Min(block));
            greatest = Math.Max(greatest, TensorPrimitives.Max(block));
        }
        return (least, greatest);
    }

    /// <summary>A hash of size and numbers; computed when first asked for.</summary>
    public string Content => content ??= ContentHash.Of(hash =>
    {
        hash.Add(Rows).Add(Columns);
        foreach (var column in Brought) hash.Add<double>(column);
    });

    /// <summary>A matrix from rows, for small ones.</summary>
    public static Matrix OfRows(IReadOnlyList<double[]> rows)
    {
        var d = rows.Count == 0 ? 0 : rows[0].Length;
        var columns = new double[d][];
        for (var j = 0; j < d; j++) columns[j] = [.. rows.Select(r => r[j])];
        return new Matrix(columns, rows.Count);
    }
}
