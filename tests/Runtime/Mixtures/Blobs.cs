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
