namespace Runtime.Numerics.Factors;

/// <summary>How loadings are turned so that each column loads on few factors.</summary>
public enum RotationMethod
{
    /// <summary>As they come: the first factor explains most.</summary>
    None,

    /// <summary>Factors stay uncorrelated.</summary>
    Varimax,

    /// <summary>Factors may correlate: towards the fourth powers of varimax loadings.</summary>
    Promax,

    /// <summary>Factors may correlate: the least products of squared loadings.</summary>
    Oblimin,
}

/// <summary>Rotated loadings.</summary>
/// <param name="Loadings">p × m, the factor that explains most first.</param>
/// <param name="Correlations">m × m: those of the factors.</param>
public sealed record FactorRotation(double[][] Loadings, double[][] Correlations)
{
    const int MostSweeps = 500;

    public static FactorRotation Of(double[][] loadings, RotationMethod method)
    {
        var factors = loadings[0].Length;
        var identity = Identity(factors);
        if (factors == 1 || method == RotationMethod.None) return new(loadings, identity);
        return (method switch
        {
            RotationMethod.Varimax => new(OfOneLength(loadings), identity),
            RotationMethod.Promax => Promax(Varimax(loadings)),
            _ => Oblimin(loadings),
        }).Ordered();
    }

    /// <summary>Varimax of rows brought to one length for it, so that all have one say. Kaiser 1958, Psychometrika 23(3).</summary>
    static double[][] OfOneLength(double[][] loadings)
    {
        double[] lengths = [.. loadings.Select(row => Math.Sqrt(row.Sum(l => l * l)))];
        var turned = Varimax([.. loadings.Select((row, i) => row.Select(l => lengths[i] > 0 ? l / lengths[i] : 0).ToArray())]);
        return [.. turned.Select((row, i) => row.Select(l => l * lengths[i]).ToArray())];
    }

    /// <summary>Factors are turned in pairs as long as that raises the variance of the squared loadings.</summary>
    static double[][] Varimax(double[][] loadings)
    {
        var turned = Array.ConvertAll(loadings, row => (double[])row.Clone());
        var (p, m) = (turned.Length, turned[0].Length);
        for (var (sweep, moved) = (0, true); moved && sweep < MostSweeps; sweep++)
        {
            moved = false;
            for (var a = 0; a < m; a++)
                for (var b = a + 1; b < m; b++) moved |= Turn(turned, a, b, p);
        }
        return turned;
    }

    static bool Turn(double[][] loadings, int a, int b, int p)
    {
        double u = 0, v = 0, squares = 0, products = 0;
        foreach (var row in loadings)
        {
            var (difference, product) = (row[a] * row[a] - row[b] * row[b], 2 * row[a] * row[b]);
            u += difference;
            v += product;
            squares += difference * difference - product * product;
            products += 2 * difference * product;
        }
        var (sine, cosine) = (products - 2 * u * v / p, squares - (u * u - v * v) / p);
        var size = Math.Sqrt(sine * sine + cosine * cosine);
        if (size < 1e-30) return false;
        // The angle is a quarter of the one with this sine and cosine: halved twice.
        var twice = Math.Sqrt(Math.Max(0, (1 + cosine / size) / 2));
        var sineTwice = Math.CopySign(Math.Sqrt(Math.Max(0, (1 - cosine / size) / 2)), sine);
        var cos = Math.Sqrt((1 + twice) / 2);
        var sin = sineTwice / (2 * cos);
        if (Math.Abs(sin) < 1e-14) return false;
        foreach (var row in loadings) (row[a], row[b]) = (cos * row[a] + sin * row[b], cos * row[b] - sin * row[a]);
        return true;
    }

    /// <summary>Hendrickson &amp; White 1964, Brit. J. Stat. Psych. 17(1), with the fourth power of raw varimax loadings.</summary>
    static FactorRotation Promax(double[][] varimax)
    {
        var m = varimax[0].Length;
        var (squares, target) = (new double[m][], new double[m][]);
        for (var a = 0; a < m; a++)
        {
            squares[a] = [.. Enumerable.Range(0, m).Select(b => varimax.Sum(row => row[a] * row[b]))];
            target[a] = [.. Enumerable.Range(0, m).Select(b => varimax.Sum(row => row[a] * row[b] * Math.Abs(row[b] * row[b] * row[b])))];
        }
        var turn = Product(Inverse(squares), target);
        var scale = Inverse(Product(Transposed(turn), turn));
        turn = [.. turn.Select(row => row.Select((t, b) => t * Math.Sqrt(scale[b][b])).ToArray())];
        var back = Inverse(turn);
        return new(Product(varimax, turn), Product(back, Transposed(back)));
    }

    /// <summary>Quartimin by gradient projection; of several starts the best. Jennrich 2002, Psychometrika 67(1).</summary>
    static FactorRotation Oblimin(double[][] loadings)
    {
        var m = loadings[0].Length;
        var (best, least) = ((FactorRotation?)null, double.PositiveInfinity);
        foreach (var start in (ReadOnlySpan<double[][]>)[loadings, Varimax(loadings)])
        {
            var turn = Identity(m);
            var value = Descend(start, ref turn);
            if (value >= least - 1e-12) continue;
            var back = Inverse(turn);
            (best, least) = (new(Product(start, Transposed(back)), Product(Transposed(turn), turn)), value);
        }
        return best!;
    }

    static double Descend(double[][] loadings, ref double[][] turn)
    {
        var m = turn.Length;
        var (value, slope) = Quartimin(loadings, turn);
        var length = 1.0;
        for (var step = 0; step < 10 * MostSweeps; step++)
        {
            var along = turn;
            double[] own = [.. Enumerable.Range(0, m).Select(b => Enumerable.Range(0, m).Sum(a => along[a][b] * slope[a][b]))];
            double[][] projected = [.. slope.Select((row, a) => row.Select((g, b) => g - along[a][b] * own[b]).ToArray())];
            var size = projected.Sum(row => row.Sum(g => g * g));
            if (size < 1e-18) break;
            for (length *= 2; ; length /= 2)
            {
                var next = Unit([.. along.Select((row, a) => row.Select((t, b) => t - length * projected[a][b]).ToArray())]);
                var (there, slopes) = Quartimin(loadings, next);
                if (there > value - 0.5 * size * length && length > 1e-12) continue;
                (turn, value, slope) = (next, there, slopes);
                break;
            }
        }
        return value;
    }

    /// <summary>¼ Σ λ² λ² over pairs of factors, and its gradient by the turn.</summary>
    static (double Value, double[][] Slope) Quartimin(double[][] loadings, double[][] turn)
    {
        var back = Inverse(turn);
        var turned = Product(loadings, Transposed(back));
        double[][] others = [.. turned.Select(row => row.Select((_, b) => row.Where((_, c) => c != b).Sum(l => l * l)).ToArray())];
        var value = turned.Zip(others, (row, other) => row.Zip(other, (l, o) => l * l * o).Sum()).Sum() / 4;
        double[][] byLoading = [.. turned.Zip(others, (row, other) => row.Zip(other, (l, o) => l * o).ToArray())];
        var slope = Transposed(Product(Product(Transposed(turned), byLoading), back));
        return (value, [.. slope.Select(row => Array.ConvertAll(row, g => -g))]);
    }

    /// <summary>The factor that explains most first, each with its largest loading positive.</summary>
    FactorRotation Ordered()
    {
        var m = Correlations.Length;
        double[] explained = [.. Enumerable.Range(0, m).Select(f => Loadings.Sum(row => row[f] * row[f]))];
        int[] order = [.. Enumerable.Range(0, m).OrderByDescending(f => explained[f])];
        double[] signs = [.. order.Select(f => Loadings.Select(row => row[f]).MaxBy(Math.Abs) < 0 ? -1.0 : 1)];
        return new(
            [.. Loadings.Select(row => order.Select((f, i) => signs[i] * row[f]).ToArray())],
            [.. order.Select((f, i) => order.Select((g, j) => i == j ? 1 : signs[i] * signs[j] * Correlations[f][g]).ToArray())]);
    }

    static double[][] Identity(int m) =>
        [.. Enumerable.Range(0, m).Select(i => Enumerable.Range(0, m).Select(j => i == j ? 1.0 : 0).ToArray())];

    static double[][] Unit(double[][] columns)
    {
        double[] lengths = [.. Enumerable.Range(0, columns.Length).Select(b => Math.Sqrt(columns.Sum(row => row[b] * row[b])))];
        return [.. columns.Select(row => row.Select((t, b) => t / lengths[b]).ToArray())];
    }

    static double[][] Transposed(double[][] a) => [.. Enumerable.Range(0, a[0].Length).Select(j => a.Select(row => row[j]).ToArray())];

    internal static double[][] Product(double[][] a, double[][] b) =>
        [.. a.Select(row => Enumerable.Range(0, b[0].Length).Select(j => row.Select((x, k) => x * b[k][j]).Sum()).ToArray())];

    /// <summary>By Gauss and Jordan with pivots; the matrices are as small as there are factors.</summary>
    static double[][] Inverse(double[][] matrix)
    {
        var m = matrix.Length;
        var rows = matrix.Select((row, i) => row.Concat(Identity(m)[i]).ToArray()).ToArray();
        for (var c = 0; c < m; c++)
        {
            var pivot = Enumerable.Range(c, m - c).MaxBy(r => Math.Abs(rows[r][c]));
            (rows[c], rows[pivot]) = (rows[pivot], rows[c]);
            rows[c] = Array.ConvertAll(rows[c], x => x / rows[c][c]);
            for (var r = 0; r < m; r++)
            {
                if (r == c) continue;
                var factor = rows[r][c];
                for (var k = 0; k < 2 * m; k++) rows[r][k] -= factor * rows[c][k];
            }
        }
        return Array.ConvertAll(rows, row => row[m..]);
    }
}
