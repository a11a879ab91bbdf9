using Runtime.Numerics;

namespace Bench;

/// <summary>
/// Points to measure with: eight overlapping Gaussians, stretched and turned, hold 80 % of the rows; the rest is uniform
/// noise. The first rows are the same whatever the number of rows, and a fair sample of the others.
/// </summary>
/// <param name="Labels">The Gaussian of each row, −1 for noise.</param>
sealed record Synthetic(Matrix Points, int[] Labels)
{
    const int Gaussians = 8;
    const double NoiseShare = 0.2, Reach = 8;

    public static Synthetic Of(int rows, int columns, long seed, Work work)
    {
        var plan = new RandomStream(seed, columns);
        var bounds = Bounds(plan);
        double[][] centres = [.. Enumerable.Range(0, Gaussians).Select(_ => Uniform(plan, columns, -4, 4))];
        double[][][] axes = [.. Enumerable.Range(0, Gaussians).Select(_ => Axes(plan, columns))];
        double[][] values = [.. Enumerable.Range(0, columns).Select(_ => new double[rows])];
        var labels = new int[rows];
        work.ForBlocks(rows, (start, end) =>
        {
            var random = new RandomStream(seed, columns, 1, start);
            var steps = new double[columns];
            for (var row = start; row < end; row++)
            {
                var label = labels[row] = random.NextDouble() < NoiseShare ? -1 : Array.FindIndex(bounds, b => random.NextDouble() < b);
                if (label < 0) for (var j = 0; j < columns; j++) values[j][row] = Reach * (2 * random.NextDouble() - 1);
                else Place(row, centres[label], axes[label], random, steps, values);
            }
        });
        return new Synthetic(new Matrix(values, rows), labels);
    }

    static void Place(int row, double[] centre, double[][] axes, RandomStream random, double[] steps, double[][] values)
    {
        for (var a = 0; a < steps.Length; a++) steps[a] = random.NextNormal();
        for (var j = 0; j < centre.Length; j++)
        {
            var x = centre[j];
            for (var a = 0; a < steps.Length; a++) x += steps[a] * axes[a][j];
            values[j][row] = x;
        }
    }

    /// <summary>
    /// Chances, for each Gaussian, of being chosen when none before it was; shares from a Dirichlet law with parameter 6, each
    /// a sum of six exponential draws.
    /// </summary>
    static double[] Bounds(RandomStream random)
    {
        double[] weights = [.. Enumerable.Range(0, Gaussians).Select(_ => Enumerable.Range(0, 6).Sum(_ => -Math.Log(1 - random.NextDouble())))];
        return [.. weights.Select((w, i) => w / weights.Skip(i).Sum())];
    }

    /// <summary>Orthogonal axes by Gram and Schmidt, each as long as the standard deviation along it.</summary>
    static double[][] Axes(RandomStream random, int columns)
    {
        var axes = new double[columns][];
        for (var a = 0; a < columns; a++)
        {
            double[] axis = [.. Enumerable.Range(0, columns).Select(_ => random.NextNormal())];
            for (var b = 0; b < a; b++)
            {
                var shared = axis.Zip(axes[b], (x, y) => x * y).Sum();
                for (var j = 0; j < columns; j++) axis[j] -= shared * axes[b][j];
            }
            var length = Math.Sqrt(axis.Sum(x => x * x));
            axes[a] = Array.ConvertAll(axis, x => x / length);
        }
        return [.. axes.Select(axis => Stretched(axis, 0.25 + 1.35 * random.NextDouble()))];
    }

    static double[] Stretched(double[] axis, double deviation) => Array.ConvertAll(axis, x => x * deviation);

    static double[] Uniform(RandomStream random, int count, double low, double high) =>
        [.. Enumerable.Range(0, count).Select(_ => low + (high - low) * random.NextDouble())];
}
