namespace Runtime.Numerics.Transforms;

/// <summary>Nonnegative matrix factorisation: rows as sums of a few parts that take nothing away, X ≈ W H with W, H ≥ 0.</summary>
/// <remarks>
/// The Frobenius norm of X − W H is brought to a local minimum (Lee &amp; Seung 1999, Nature 401) from the start of Boutsidis &amp;
/// Gallopoulos 2008, Pattern Recognition 41(4) (NNDSVD), so that nothing is drawn. Parts and weights take turns, each as good as the other
/// allows (Kim &amp; Park 2008, SIAM J. Matrix Anal. Appl. 30(2)), with steps that reach farther as long as that pays (Ang &amp; Gillis
/// 2019, Neural Computation 31(2)). The largest number of each part is 1, so that weights have the unit of the columns; the part that
/// adds most stands first.
/// </remarks>
/// <param name="Parts">H: k parts of d numbers, 0 to 1.</param>
/// <param name="Shares">Of each part, how much of the sum of all that the parts make it adds.</param>
/// <param name="RelativeError">‖X − W H‖ / ‖X‖, in the Frobenius norm.</param>
/// <param name="Iterations">Passes over all rows.</param>
/// <param name="Converged">The parts did not change any more.</param>
public sealed record NonnegativeParts(double[][] Parts, double[] Shares, double RelativeError, int Iterations, bool Converged)
{
    /// <summary>Of so many rows, the parts are first found for a part of them; what is left to all rows is to settle.</summary>
    const int Many = 50_000;

    const int MostIterations = 2_000, MostOfMany = 100;

    /// <summary>The largest change of a number of a part, which is at most 1, at which it is settled.</summary>
    const double Tolerance = 1e-8;

    /// <summary>How much farther than found a step goes, first and last, and how that grows and shrinks.</summary>
    const double Reach = 0.5, LeastReach = 0.05, Longer = 1.1, Shorter = 0.5;

    /// <param name="points">n × d, no number below zero.</param>
    /// <param name="count">k, at most d and n.</param>
    /// <exception cref="ArgumentException">Rows vary in fewer directions than <paramref name="count"/>.</exception>
    public static NonnegativeParts Fit(Matrix points, int count, Work work)
    {
        var part = points.Rows > Many ? RowSample.Of(points, Many, 0, work) : points;
        var (parts, directions) = Start(part, count);
        if (directions < count) throw new ArgumentException("Rows vary in fewer directions.", nameof(count));
        if (points.Rows > Many) (parts, _, _) = Settle(part, parts, MostIterations, work);
        (parts, var iterations, var converged) = Settle(points, parts, points.Rows > Many ? MostOfMany : MostIterations, work);
        var sums = Sums(points, parts, work);
        double[] added = [.. sums.Totals.Select((t, c) => t * parts[c].Sum())];
        int[] order = [.. Enumerable.Range(0, count).OrderByDescending(c => added[c])];
        return new([.. order.Select(c => parts[c])], [.. order.Select(c => added[c] / added.Sum())], Math.Sqrt(sums.Left / sums.All),
            iterations, converged);
    }

    /// <summary>The directions in which rows vary about zero, by more than rounding.</summary>
    /// <param name="points">n × d.</param>
    public static int Directions(Matrix points, Work work) =>
        Rank(SymmetricEigen.Descending(Products(points.Rows > Many ? RowSample.Of(points, Many, 0, work) : points)).Values);

    /// <summary>The weights of n × d points, n × k: of each row those that bring it nearest.</summary>
    public Matrix Transform(Matrix points, Work work)
    {
        var (k, gram) = (Parts.Length, PartSums.Gram(Parts));
        var weights = Parts.Select(_ => new double[points.Rows]).ToArray();
        work.ForBlocks(points.Rows, (start, end) =>
        {
            var (solver, row, b, w) = (new NonnegativeWeights(gram, k), new double[points.Columns], new double[k], new double[k]);
            for (var i = start; i < end; i++)
            {
                for (var j = 0; j < row.Length; j++) row[j] = points[i, j];
                for (var c = 0; c < k; c++) b[c] = ShortVectors.Product(Parts[c], row);
                solver.Solve(b, w);
                for (var c = 0; c < k; c++) weights[c][i] = w[c];
            }
        });
        return new Matrix(weights, points.Rows);
    }

    static PartSums Sums(Matrix points, double[][] parts, Work work) => work.Aggregate<PartSums, double[][]>(points.All, parts);

    /// <summary>Betters the parts until they stand still. No pass leaves a larger error than the one before.</summary>
    static (double[][] Parts, int Iterations, bool Converged) Settle(Matrix points, double[][] parts, int most, Work work)
    {
        var (sums, last, reach) = (Sums(points, parts, work), parts, Reach);
        for (var iteration = 1; iteration < most; iteration++)
        {
            work.Report($"bettering parts, pass {iteration}, {points.Rows} rows");
            var next = Better(sums, parts);
            if (Apart(next, parts) < Tolerance) return (next, iteration, true);
            var farther = Farther(last, next, reach);
            var reached = Sums(points, farther, work);
            if (reached.Left <= sums.Left) (parts, sums, reach) = (farther, reached, Math.Min(1, reach * Longer));
            else
            {
                (parts, sums, reach) = (next, Sums(points, next, work), Math.Max(LeastReach, reach * Shorter));
                iteration++;
            }
            last = next;
        }
        return (parts, most, false);
    }

    /// <summary>The parts that go best with the weights, their largest numbers 1.</summary>
    static double[][] Better(PartSums sums, double[][] parts)
    {
        var (k, d) = (parts.Length, parts[0].Length);
        var (solver, b, column) = (new NonnegativeWeights(sums.Weights, k), new double[k], new double[k]);
        var better = Array.ConvertAll(parts, _ => new double[d]);
        for (var j = 0; j < d; j++)
        {
            for (var c = 0; c < k; c++) b[c] = sums.Products[c * d + j];
            solver.Solve(b, column);
            for (var c = 0; c < k; c++) better[c][j] = column[c];
        }
        // A part that nothing is made of stays what it was: it may be of use later.
        return [.. better.Select((p, c) => p.Max() > 0 ? Unit(p) : parts[c])];
    }

    static double[][] Farther(double[][] last, double[][] next, double reach) =>
    [
        .. next.Select((p, c) =>
            p.Select((x, j) => Math.Max(0, x + reach * (x - last[c][j]))).ToArray() is var far && far.Max() > 0 ? Unit(far) : p),
    ];

    static double Apart(double[][] a, double[][] b) => a.Zip(b, (p, q) => p.Zip(q, (x, y) => Math.Abs(x - y)).Max()).Max();

    static double[] Unit(double[] part) => part.Max() is var largest ? Array.ConvertAll(part, x => x / largest) : part;

    /// <summary>
    /// NNDSVD: of each pair of singular vectors u, v the halves above or below zero that are longer together; how long they are is left to
    /// the weights. And how many singular values are more than rounding.
    /// </summary>
    static (double[][] Parts, int Rank) Start(Matrix points, int count)
    {
        var (values, vectors) = SymmetricEigen.Descending(Products(points));
        return ([.. vectors.Take(count).Select(v => Unit(Half(points, v)))], Rank(values));
    }

    static int Rank(double[] values) => values.Count(v => v > values[0] * 1e-14 * values.Length);

    static double[] Half(Matrix points, double[] v)
    {
        var (up, down) = (0.0, 0.0);
        for (var row = 0; row < points.Rows; row++)
        {
            var u = 0.0;
            for (var j = 0; j < v.Length; j++) u += v[j] * points[row, j];
            if (u > 0) up += u * u;
            else down += u * u;
        }
        double Squares(double sign) => v.Sum(x => Math.Max(0, sign * x) * Math.Max(0, sign * x));
        var positive = up * Squares(1) > down * Squares(-1);
        return Array.ConvertAll(v, x => Math.Max(0, positive ? x : -x));
    }

    /// <summary>Xᵀ X.</summary>
    static double[][] Products(Matrix points)
    {
        double[][] columns = [.. Enumerable.Range(0, points.Columns).Select(points.Column)];
        return [.. columns.Select(a => columns.Select(b => ShortVectors.Product(a, b)).ToArray())];
    }
}
