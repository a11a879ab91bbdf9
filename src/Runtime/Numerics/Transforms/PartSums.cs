namespace Runtime.Numerics.Transforms;

/// <summary>What better parts are made of: of n rows x, each as near as weights w ≥ 0 of the parts that there are bring it.</summary>
/// <param name="Products">k × d sums of w x.</param>
/// <param name="Weights">k × k sums of w wᵀ.</param>
/// <param name="Totals">k sums of w.</param>
/// <param name="Left">The sum of the squared distances of the rows from what their weights make.</param>
/// <param name="All">The sum of the squares of the rows.</param>
sealed record PartSums(double[] Products, double[] Weights, double[] Totals, double Left, double All) : IAggregate<PartSums, double[][]>
{
    /// <param name="state">The parts, k of d numbers.</param>
    public static PartSums Of(RowBlock rows, double[][] state)
    {
        var (k, d) = (state.Length, state[0].Length);
        var (products, weights, totals, left, all) = (new double[k * d], new double[k * k], new double[k], 0.0, 0.0);
        var solver = new NonnegativeWeights(Gram(state), k);
        var (row, b, w) = (new double[d], new double[k], new double[k]);
        for (var i = 0; i < rows.Rows; i++)
        {
            for (var j = 0; j < d; j++) row[j] = rows.Numbers(j)[i];
            for (var c = 0; c < k; c++) b[c] = ShortVectors.Product(state[c], row);
            solver.Solve(b, w);
            for (var c = 0; c < k; c++)
            {
                if (w[c] == 0) continue;
                totals[c] += w[c];
                for (var j = 0; j < d; j++) products[c * d + j] += w[c] * row[j];
                for (var e = 0; e < k; e++) weights[c * k + e] += w[c] * w[e];
            }
            var made = ShortVectors.Combined(w, state);
            for (var j = 0; j < d; j++) (left, all) = (left + (row[j] - made[j]) * (row[j] - made[j]), all + row[j] * row[j]);
        }
        return new(products, weights, totals, left, all);
    }

    /// <summary>The products of the parts with each other.</summary>
    public static double[] Gram(double[][] parts) => [.. parts.SelectMany(p => parts.Select(q => ShortVectors.Product(p, q)))];

    public PartSums Merge(PartSums next)
    {
        foreach (var (into, from) in ((double[], double[])[])[(Products, next.Products), (Weights, next.Weights), (Totals, next.Totals)])
            for (var i = 0; i < into.Length; i++) into[i] += from[i];
        return this with { Left = Left + next.Left, All = All + next.All };
    }

    public void Write(BinaryWriter to)
    {
        foreach (var numbers in (double[][])[Products, Weights, Totals, [Left, All]]) to.WriteAll<double>(numbers);
    }

    public static PartSums Read(BinaryReader from)
    {
        var (products, weights, totals, rest) =
            (from.ReadAll<double>(), from.ReadAll<double>(), from.ReadAll<double>(), from.ReadAll<double>());
        return new(products, weights, totals, rest[0], rest[1]);
    }
}
