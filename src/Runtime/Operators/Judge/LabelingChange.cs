using Runtime.Numerics.Agreement;

namespace Runtime.Operators.Judge;

/// <summary>A labeling and what it became, cluster by cluster.</summary>
sealed class LabelingChange
{
    readonly Contingency table;
    readonly IReadOnlyList<Match> matches;
    readonly bool[] same;

    public LabelingChange(Labeling was, Labeling now)
    {
        (Was, Now) = (was, now);
        table = was.Against(now, dropNoise: false);
        matches = Matching.Of(table);
        same = Matching.Same(matches, was.Labels, now.Labels);
        Clusters = [.. Recurrence.Of(table).Select(Changed)];
    }

    public Labeling Was { get; }

    public Labeling Now { get; }

    public int Moved => same.AsSpan().Count(false);

    /// <summary>Of each cluster that has rows.</summary>
    public IReadOnlyList<ChangedCluster> Clusters { get; }

    /// <summary>The one that is least like anything in the other labeling; of equals the first.</summary>
    public ChangedCluster Most => Clusters.MinBy(c => c.Jaccard)!;

    ChangedCluster Changed(Recurrence found)
    {
        var size = table.RowSizes[Array.BinarySearch(table.RowLabels, found.Label)];
        var match = matches.FirstOrDefault(m => m.RowLabel == found.Label);
        var elsewhere = table.Cells.Where(c => c.RowLabel == found.Label && c.ColumnLabel != match?.ColumnLabel)
            .OrderByDescending(c => c.Count).ThenBy(c => c.ColumnLabel).FirstOrDefault();
        return new(found.Label, size, match?.ColumnLabel, match?.Count ?? 0, found.Jaccard, elsewhere.ColumnLabel, elsewhere.Count);
    }

    /// <param name="named">The columns that were added or left out.</param>
    public WhatIfFindings Findings(string name, ClusterNeeds[] needs, string[] named) => new(
        name, Measure("ari"), Measure("ami"), Moved, (double)Moved / same.Length, Now.Sizes().Count(s => s > 0), Most.Jaccard,
        needs.SelectMany(n => named.Where(n.Columns.Contains).SelectMany(c => n.Clusters.Select(k => n.Left(k, c))))
            .DefaultIfEmpty(0).Max());

    double Measure(string name) => ((AgreementMetric)name).Value(table);
}

/// <summary>What became of one cluster.</summary>
/// <param name="Partner">The cluster that corresponds to it; null for none.</param>
/// <param name="Kept">Rows in both.</param>
/// <param name="Elsewhere">Where most of the others are, −1 for noise.</param>
/// <param name="There">How many of them.</param>
sealed record ChangedCluster(int Label, long Size, int? Partner, long Kept, double Jaccard, int Elsewhere, long There);
