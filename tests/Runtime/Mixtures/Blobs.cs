using Runtime.Numerics;

namespace Tests.Runtime.Mixtures;

/// <summary>Points drawn from known Gaussians.</summary>
static class Blobs
{
    /// <summary>n rows of three well separated clouds in two columns, with weights 0.5, 0.3, 0.2.</summary>
    public static Matrix Three(int n, long seed)
    {
        var random = new RandomStream(seed);
        double[][] means = [[0, 0], [10, 0], [0, 12]];
        var columns = new[] { new double[n], new double[n] };
        for (var row = 0; row < n; row++)
        {
            var u = random.NextDouble();
            var c = u < 0.5 ? 0 : u < 0.8 ? 1 : 2;
            var (x, y) = (random.NextNormal(), random.NextNormal());
            columns[0][row] = means[c][0] + x;
            columns[1][row] = means[c][1] + 0.5 * x + (c + 1) * 0.5 * y;
        }
        return new Matrix(columns, n);
    }

    /// <summary>Rows of one Gaussian whose columns are correlated.</summary>
    public static Matrix Cloud(int rows, int columns, long seed)
    {
        var random = new RandomStream(seed, rows, columns);
        return Matrix.OfRows([.. Enumerable.Range(0, rows).Select(_ => Row(random, new double[columns], 0.5))]);
    }

    /// <summary>Three Gaussian groups whose centres are 5 apart, round and longer one way or the other; and the group of each row.</summary>
    public static (Matrix Points, int[] Groups) Groups(int columns, int rowsPerGroup, long seed)
    {
        var (random, rows) = (new RandomStream(seed, columns, rowsPerGroup), new double[3 * rowsPerGroup][]);
        for (var row = 0; row < rows.Length; row++)
        {
            double[] centre = [.. Enumerable.Range(0, columns).Select(j => j % 3 == row % 3 ? 5 / Math.Sqrt(2 * ((columns + 2 - row % 3) / 3)) : 0)];
            rows[row] = Row(random, centre, (row % 3 - 1) * 0.3);
        }
        return (Matrix.OfRows(rows), [.. rows.Select((_, row) => row % 3)]);
    }

    /// <summary>Each column leans on the one before it.</summary>
    static double[] Row(RandomStream random, double[] centre, double lean)
    {
        var (row, last) = (new double[centre.Length], 0.0);
        for (var j = 0; j < row.Length; j++) row[j] = centre[j] + (last = (random.NextNormal() + lean * last) / Math.Sqrt(1 + lean * lean));
        return row;
    }

    public static int[] Shuffle(int n, long seed)
    {
        var (random, rows) = (new RandomStream(seed), Enumerable.Range(0, n).ToArray());
        for (var i = n - 1; i > 0; i--)
        {
            var j = random.Next(i + 1);
            (rows[i], rows[j]) = (rows[j], rows[i]);
        }
        return rows;
    }

    public static Matrix Repeat(double[] row, int times) => Matrix.OfRows([.. Enumerable.Repeat(row, times)]);
}
