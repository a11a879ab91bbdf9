using Runtime.Numerics;

namespace Runtime.Operators.Judge;

/// <summary>How many rows of each cluster leave it when they get the value of another row in one column.</summary>
/// <remarks>
/// Breiman 2001, Machine Learning 45(1), with the labels in the place of a known answer: nothing is fitted anew. Rows are drawn in the
/// order of a hash of their values, so that neither the order of rows nor the number of threads matters.
/// </remarks>
sealed class ClusterNeeds
{
    /// <summary>With very many clusters each has fewer rows drawn.</summary>
    const int MostRows = 200_000, LeastRows = 20;

    readonly int[] drawn;

    /// <summary>Of each column and cluster.</summary>
    readonly int[][] left;

    readonly Dictionary<string, int> place;

    ClusterNeeds(ValueList<string> columns, int[] drawn, int[][] left)
    {
        (Columns, this.drawn, this.left) = (columns, drawn, left);
        place = columns.Index().ToDictionary(c => c.Item, c => c.Index);
    }

    public ValueList<string> Columns { get; }

    /// <summary>The clusters that have rows.</summary>
    public IEnumerable<int> Clusters => Enumerable.Range(0, drawn.Length).Where(c => drawn[c] > 0);

    public int Drawn(int cluster) => drawn[cluster];

    /// <summary>The share of the drawn rows that were in another cluster, or in none, with the column shuffled.</summary>
    public double Left(int cluster, string column) => (double)left[place[column]][cluster] / drawn[cluster];

    /// <summary>Half a 95 % interval of such a share: Agresti &amp; Coull 1998, The American Statistician 52(2).</summary>
    public double GiveOrTake(int cluster, string column)
    {
        var count = drawn[cluster] + 4;
        var share = (left[place[column]][cluster] + 2.0) / count;
        return 1.96 * Math.Sqrt(share * (1 - share) / count);
    }

    /// <param name="model">Fitted to what its chain makes of the columns.</param>
    /// <param name="raw">The columns as the table has them.</param>
    /// <param name="sample">Rows of a cluster that are drawn at most.</param>
    public static ClusterNeeds Of(Clusterer model, Points raw, Labeling labeling, int sample, long seed, RunContext run)
    {
        var order = RowSample.Order(raw.Matrix, seed, run.Work);
        int[] rows = DrawnRows(order, labeling, Math.Min(sample, Math.Max(LeastRows, MostRows / Math.Max(1, labeling.Groups))));
        var (drawn, left) = (new int[labeling.Groups], new int[raw.Columns.Count][]);
        foreach (var row in rows) drawn[labeling.Labels[row]]++;
        var own = raw.Matrix.Take(rows);
        for (var j = 0; j < left.Length; j++)
        {
            run.Work.Report($"shuffling {raw.Columns[j]}", (double)j / left.Length);
            run.Cancel.ThrowIfCancellationRequested();
            var labels = Labels(model, Shuffled(own, j, raw.Matrix, order, new RandomStream(seed, j)), run);
            left[j] = new int[labeling.Groups];
            for (var i = 0; i < rows.Length; i++) if (labels[i] != labeling.Labels[rows[i]]) left[j][labeling.Labels[rows[i]]]++;
        }
        return new(raw.Columns, drawn, left);
    }

    /// <summary>The first rows of each cluster in this order.</summary>
    static int[] DrawnRows(int[] order, Labeling labeling, int most)
    {
        var (counts, rows) = (new int[labeling.Groups], new List<int>());
        foreach (var row in order) if (labeling.Labels[row] is >= 0 and var label && counts[label]++ < most) rows.Add(row);
        return [.. rows];
    }

    /// <summary>The drawn rows, with the values that random ones of all rows have in one column.</summary>
    static Matrix Shuffled(Matrix own, int column, Matrix all, int[] order, RandomStream random)
    {
        var others = new double[own.Rows];
        for (var i = 0; i < others.Length; i++) others[i] = all[order[random.Next(order.Length)], column];
        return new([.. Enumerable.Range(0, own.Columns).Select(j => j == column ? others : own.Column(j))], own.Rows);
    }

    static int[] Labels(Clusterer model, Matrix points, RunContext run) =>
        model.Apply(model.Chain.Aggregate(points, (made, step) => step.Apply(made, run.Work)), run.Work).Labels;
}
