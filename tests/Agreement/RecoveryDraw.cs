using System.Globalization;
using Runtime.Numerics;

namespace Agreement;

/// <summary>Rows with the group that each was drawn from.</summary>
sealed record RecoveryDraw(Matrix Points, int[] Groups)
{
    const double Nearest = 4, Ridge = 0.3;

    /// <summary>
    /// Three Gaussian groups in d columns: centres normal, scaled so that the two nearest are 4 apart; covariances A Aᵀ / d with A normal, plus 0.3
    /// on the diagonal, scaled to a mean variance of 1; as reference/recovery.json is made, with other random numbers.
    /// </summary>
    public static RecoveryDraw Make(int columns, int rowsPerGroup, int seed)
    {
        var random = new RandomStream(seed, columns, rowsPerGroup);
        var centres = Normal(random, 3, columns);
        var near = Math.Min(Apart(centres[0], centres[1]), Math.Min(Apart(centres[0], centres[2]), Apart(centres[1], centres[2])));
        var rows = new double[3 * rowsPerGroup][];
        for (var group = 0; group < 3; group++)
        {
            var factor = Factor(random, columns);
            for (var row = group; row < rows.Length; row += 3)
            {
                var z = Normal(random, 1, columns)[0];
                rows[row] = [.. centres[group].Select((x, j) => Nearest / near * x + Enumerable.Range(0, j + 1).Sum(i => factor[j][i] * z[i]))];
            }
        }
        return new(Matrix.OfRows(rows), [.. rows.Select((_, row) => row % 3)]);
    }

    /// <summary>Rows of one Gaussian, its covariance drawn as that of a group.</summary>
    public static Matrix OneCloud(int columns, int rows, int seed)
    {
        var random = new RandomStream(seed, columns, rows, 1);
        var factor = Factor(random, columns);
        double[] Row(double[] z) => [.. factor.Select(f => f.Zip(z, (entry, x) => entry * x).Sum())];
        return Matrix.OfRows([.. Normal(random, rows, columns).Select(Row)]);
    }

    /// <summary>A table of numbers with a column `group`, as tools/make_recovery.py writes it, or with the labels in another column.</summary>
    public static RecoveryDraw Read(string file)
    {
        var lines = File.ReadAllLines(file);
        var rows = lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).ToArray();
        var columns = lines[0].Split(',').Length - 1;
        double[][] values = [.. rows.Select(row => row.Take(columns).Select(x => double.Parse(x, CultureInfo.InvariantCulture)).ToArray())];
        var names = rows.Select(row => row[columns]).Distinct().Order(StringComparer.Ordinal).ToArray();
        return new(Matrix.OfRows(values), [.. rows.Select(row => Array.IndexOf(names, row[columns]))]);
    }

    /// <summary>The Cholesky factor of a group's covariance.</summary>
    static double[][] Factor(RandomStream random, int d)
    {
        var a = Normal(random, d, d);
        double[][] covariance = [.. a.Select((u, i) => a.Select((v, j) => u.Zip(v, (x, y) => x * y).Sum() / d + (i == j ? Ridge : 0)).ToArray())];
        var scale = covariance.Select((row, i) => row[i]).Sum() / d;
        var factor = covariance.Select(_ => new double[d]).ToArray();
        for (var i = 0; i < d; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var rest = covariance[i][j] / scale - Enumerable.Range(0, j).Sum(m => factor[i][m] * factor[j][m]);
                factor[i][j] = i == j ? Math.Sqrt(rest) : rest / factor[j][j];
            }
        }
        return factor;
    }

    static double[][] Normal(RandomStream random, int rows, int columns) =>
        [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => random.NextNormal()).ToArray())];

    static double Apart(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());
}
