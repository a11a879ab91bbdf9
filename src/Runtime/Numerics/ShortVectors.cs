namespace Runtime.Numerics;

/// <summary>Products and sums of a few numbers, one term after the other, so that they have the same bits on every processor.</summary>
static class ShortVectors
{
    public static double Product(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var j = 0; j < a.Length; j++) sum += a[j] * b[j];
        return sum;
    }

    /// <summary>The sum of the rows by their weights.</summary>
    public static double[] Combined(double[] weights, double[][] rows)
    {
        var sum = new double[rows[0].Length];
        for (var i = 0; i < rows.Length; i++)
            for (var j = 0; j < sum.Length; j++) sum[j] += weights[i] * rows[i][j];
        return sum;
    }
}
