using Runtime.Numerics;
using Runtime.Numerics.Agreement;

namespace Runtime.Operators.Judge;

/// <summary>What became of the clusters of a labeling when its step was done again on rows drawn anew.</summary>
/// <param name="steps">With the clustering for as many rows as are drawn.</param>
sealed class RedrawnClusters(StepsAgain steps, Points points, Labeling labeling)
{
    readonly double[] jaccard = new double[labeling.Groups];
    readonly int[] seen = new int[labeling.Groups], dissolved = new int[labeling.Groups], recovered = new int[labeling.Groups];

    /// <summary>Of each row: how often it was drawn, and how often it was with its cluster then.</summary>
    readonly int[] drawn = new int[labeling.Labels.Length], kept = new int[labeling.Labels.Length];

    readonly List<int> found = [];

    /// <summary>How many rows were drawn each time.</summary>
    public int Rows { get; private set; }

    /// <summary>The least and the largest number of clusters that were found.</summary>
    public (int Least, int Most) Found => (found.Min(), found.Max());

    public int Runs => found.Count;

    /// <summary>The rows of each cluster, drawn or not.</summary>
    public int[] Sizes { get; } = labeling.Sizes();

    /// <summary>The mean over the draws that held rows of the cluster; NaN for none.</summary>
    public double Jaccard(int cluster) => jaccard[cluster] / seen[cluster];

    public double Dissolved(int cluster) => (double)dissolved[cluster] / seen[cluster];

    public double Recovered(int cluster) => (double)recovered[cluster] / seen[cluster];

    /// <summary>Of each row the share of the draws with it in which it was where its cluster was; NaN when it was never drawn.</summary>
    public double[] Consistency() => [.. drawn.Select((times, row) => times == 0 ? double.NaN : (double)kept[row] / times)];

    /// <summary>The same for any number of threads: what is drawn depends on the values of the rows and the seed.</summary>
    public RedrawnClusters Draw(int rows, int runs, long seed, RunContext run)
    {
        Rows = rows;
        for (var i = 0; i < runs; i++)
        {
            run.Work.Report($"clustering drawn rows, {i + 1} of {runs}", (double)i / runs);
            int[] chosen = RowSample.Rows(points.Matrix, rows, seed + i, run.Work);
            Count(chosen, Again(points.Take(chosen), seed + i, run));
        }
        return this;
    }

    int[] Again(Points sample, long seed, RunContext run) => steps.Clusters(sample, seed, run with { Progress = null },
        Wording.Plural(sample.Matrix.Rows, "row"), "Draw more rows with `rows=`, or ask whether fewer clusters are stable.").Labels;

    void Count(int[] chosen, int[] again)
    {
        int[] own = Array.ConvertAll(chosen, row => labeling.Labels[row]);
        var table = Contingency.Of(own, again);
        found.Add(table.ColumnLabels.Count(l => l >= 0));
        foreach (var (label, similar) in Recurrence.Of(table))
        {
            jaccard[label] += similar;
            seen[label]++;
            if (similar <= Recurrence.Dissolved) dissolved[label]++;
            if (similar >= Recurrence.Stable) recovered[label]++;
        }
        var same = Matching.Same(Matching.Of(table), own, again);
        for (var i = 0; i < chosen.Length; i++)
        {
            drawn[chosen[i]]++;
            if (same[i]) kept[chosen[i]]++;
        }
    }

    public StabilityFindings Findings(string name)
    {
        int[] known = [.. Enumerable.Range(0, Sizes.Length).Where(c => seen[c] > 0)];
        double rows = known.Sum(c => (long)Sizes[c]);
        return new(name, known.Sum(c => Sizes[c] * Jaccard(c)) / rows, known.Min(Jaccard),
            known.Count(c => Jaccard(c) < Recurrence.Trusted),
            known.Count(c => Jaccard(c) is >= Recurrence.Trusted and < Recurrence.Stable));
    }
}
