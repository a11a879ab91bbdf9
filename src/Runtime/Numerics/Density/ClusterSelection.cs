namespace Runtime.Numerics.Density;

/// <summary>Chooses the clusters of a condensed tree that become the flat clusters: no chosen one is below another.</summary>
/// <remarks>
/// Campello, Moulavi &amp; Sander 2013, algorithm 3, for the excess of mass; Malzer &amp; Baum 2020, MFI, for ε. Where they leave
/// it open, as the hdbscan package does.
/// </remarks>
sealed class ClusterSelection
{
    /// <summary>Stabilities are sums over rows, whose order is free.</summary>
    const double Rounding = 1e-10;

    readonly CondensedTree tree;
    readonly Extraction wanted;
    readonly bool[] chosen;
    readonly double[] stabilities;

    public ClusterSelection(CondensedTree tree, Extraction wanted)
    {
        (this.tree, this.wanted) = (tree, wanted);
        chosen = new bool[tree.Clusters];
        stabilities = new double[tree.Clusters];
        for (var c = 0; c < stabilities.Length; c++) stabilities[c] = tree.Stability(c);
        if (wanted.Method == ClusterMethod.Leaf) ChooseLeaves();
        else ChooseMostStable();
        if (wanted.Epsilon > 0 && tree.Clusters > 1) Coarsen();
    }

    /// <summary>For every cluster the chosen one that it is or is below; −1 when there is none.</summary>
    public int[] ChosenAbove()
    {
        var above = new int[chosen.Length];
        for (var c = 0; c < above.Length; c++) above[c] = c > 0 && above[tree.Parent(c)] >= 0 ? above[tree.Parent(c)] : chosen[c] ? c : -1;
        return above;
    }

    /// <summary>The stability that a cluster was chosen by: its own, or its subtree's where that is larger.</summary>
    public double Stability(int cluster) => stabilities[cluster];

    void ChooseLeaves()
    {
        if (tree.Clusters == 1) return;
        for (var c = 1; c < chosen.Length; c++) (chosen[c], chosen[tree.Parent(c)]) = (stabilities[c] > 0, false);
    }

    /// <summary>
    /// From the leaves up: a cluster is chosen unless its children together are more stable, by more than rounding. One without
    /// stability is no cluster: all its rows part where it is born.
    /// </summary>
    void ChooseMostStable()
    {
        var below = new double[chosen.Length];
        for (var c = chosen.Length - 1; c >= (wanted.SingleCluster ? 0 : 1); c--)
        {
            if (below[c] > stabilities[c] * (1 + Rounding)) stabilities[c] = below[c];
            else chosen[c] = stabilities[c] > 0;
            if (c > 0) below[tree.Parent(c)] += stabilities[c];
        }
        // The highest chosen wins.
        var covered = new bool[chosen.Length];
        for (var c = 1; c < chosen.Length; c++)
        {
            covered[c] = covered[tree.Parent(c)] || chosen[tree.Parent(c)];
            chosen[c] &= !covered[c];
        }
    }

    /// <summary>Replaces clusters born at a distance below ε by the nearest ancestor born above it.</summary>
    void Coarsen()
    {
        if (chosen[0]) return;
        for (var c = chosen.Length - 1; c > 0; c--)
        {
            if (!chosen[c] || EqualLengths.Reaches(1 / tree.Birth(c), wanted.Epsilon)) continue;
            chosen[c] = false;
            chosen[Ancestor(c)] = true;
        }
    }

    int Ancestor(int cluster)
    {
        while (true)
        {
            var parent = tree.Parent(cluster);
            if (parent == 0) return wanted.SingleCluster ? 0 : cluster;
            if (!EqualLengths.Reaches(wanted.Epsilon, 1 / tree.Birth(parent))) return parent;
            cluster = parent;
        }
    }
}
