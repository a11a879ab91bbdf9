namespace Runtime.Numerics.Density;

/// <summary>A part of a condensed tree between two splits, and how its rows fall away as λ grows.</summary>
/// <param name="Parent">What it split off from, by its place in the list; −1 for the root.</param>
/// <param name="Cluster">The flat cluster that it is or is part of; −1 for what is above or beside all of them.</param>
/// <param name="Birth">The λ at which it begins; 0 for the root.</param>
/// <param name="Lambdas">s ascending numbers: where rows have left, at the last all; that is ∞ where equal rows never part.</param>
/// <param name="Rows">s + 1 numbers: the rows at birth, and those that are left after each λ, the last of them 0.</param>
public sealed record TreeBranch(int Parent, int Cluster, double Birth, double[] Lambdas, long[] Rows);

/// <summary>The condensed tree as it is drawn: of some hundred branches, whatever the number of rows and of clusters.</summary>
/// <remarks>
/// McInnes, Healy &amp; Astels 2017, JOSS 2(11) draw it whole. Here a split counts when two of its sides are shown; what is not shown stays
/// in the branch that it is part of, so that the rows of a branch are all that are in it.
/// </remarks>
sealed class TreeBranches
{
    /// <summary>λ of the narrowest branch.</summary>
    const int LeastSteps = 24;

    readonly CondensedTree tree;
    readonly Dendrogram linkage;
    readonly int[] numbers, branchOf;

    readonly List<(int Parent, int Number, double Birth)> branches = [];

    TreeBranches(CondensedTree tree, Dendrogram linkage, int[] numbers)
    {
        (this.tree, this.linkage, this.numbers) = (tree, linkage, numbers);
        branchOf = new int[tree.Clusters];
    }

    /// <param name="numbers">The flat cluster that each cluster of the tree is or is below, −1 for none.</param>
    /// <param name="most">Flat clusters that are shown, the first, and other clusters with a share of 1 / most of the rows.</param>
    /// <param name="steps">λ of a branch that has all rows; others have as many as they are wide, and a few at least.</param>
    public static TreeBranch[] Of(CondensedTree tree, Dendrogram linkage, int[] numbers, int most, int steps, Work work)
    {
        var made = new TreeBranches(tree, linkage, numbers);
        made.Place(made.Shown(most));
        return made.Curves(steps, work);
    }

    /// <summary>Clusters worth a branch; what is above one is, too.</summary>
    bool[] Shown(int most)
    {
        var (rows, shown) = (new long[tree.Clusters], new bool[tree.Clusters]);
        for (var point = 0; point < linkage.Points; point++) rows[tree.ClusterOfPoint[point]] += linkage.Size(point);
        for (var c = rows.Length - 1; c > 0; c--) rows[tree.Parent(c)] += rows[c];
        for (var c = rows.Length - 1; c > 0; c--)
        {
            shown[c] |= rows[c] * most >= rows[0] || numbers[c] >= 0 && numbers[c] < most && numbers[tree.Parent(c)] < 0;
            shown[tree.Parent(c)] |= shown[c];
        }
        shown[0] = true;
        return shown;
    }

    /// <summary>A cluster goes on as its parent's branch when no other that is shown does, and both are of one flat cluster.</summary>
    void Place(bool[] shown)
    {
        var below = new int[tree.Clusters];
        for (var c = 1; c < below.Length; c++) if (shown[c]) below[tree.Parent(c)]++;
        var splits = new bool[tree.Clusters];
        for (var c = 1; c < splits.Length; c++)
            splits[tree.Parent(c)] |= shown[c] && (below[tree.Parent(c)] > 1 || numbers[c] != numbers[tree.Parent(c)]);
        for (var c = 0; c < branchOf.Length; c++)
        {
            var parent = tree.Parent(c);
            if (parent >= 0) branchOf[c] = branchOf[parent];
            if (parent >= 0 && !(splits[parent] && shown[c])) continue;
            branches.Add((parent < 0 ? -1 : branchOf[parent], numbers[c], tree.Birth(c)));
            branchOf[c] = branches.Count - 1;
        }
    }

    TreeBranch[] Curves(int steps, Work work)
    {
        var (starts, lambdas, sizes) = Leavings();
        var (curves, all) = (new TreeBranch[branches.Count], (long)linkage.Size(linkage.Points + linkage.Merges - 1));
        work.For(curves.Length, b =>
        {
            var (from, count) = (starts[b], starts[b + 1] - starts[b]);
            Array.Sort(lambdas, sizes, from, count);
            var left = sizes.AsSpan(from, count);
            curves[b] = Curve(branches[b], lambdas.AsSpan(from, count), left, rows => Math.Max(LeastSteps, rows * steps / all));
        });
        return curves;
    }

    /// <summary>
    /// Where rows leave each branch, branch by branch: those of its points, with the split at the latest, and the branches that split off.
    /// </summary>
    (int[] Starts, double[] Lambdas, long[] Sizes) Leavings()
    {
        var starts = new int[branches.Count + 1];
        foreach (var cluster in tree.ClusterOfPoint) starts[branchOf[cluster] + 1]++;
        var ends = new double[branches.Count];
        Array.Fill(ends, double.PositiveInfinity);
        foreach (var (parent, _, birth) in branches.Skip(1)) (starts[parent + 1], ends[parent]) = (starts[parent + 1] + 1, birth);
        for (var b = 1; b < starts.Length; b++) starts[b] += starts[b - 1];
        var (next, lambdas, sizes) = ((int[])starts.Clone(), new double[starts[^1]], new long[starts[^1]]);
        var rows = new long[branches.Count];
        for (var point = 0; point < linkage.Points; point++)
        {
            var branch = branchOf[tree.ClusterOfPoint[point]];
            Leave(branch, Math.Min(tree.LambdaOfPoint[point], ends[branch]), linkage.Size(point));
        }
        for (var b = branches.Count - 1; b > 0; b--) Leave(branches[b].Parent, branches[b].Birth, rows[b]);
        return (starts, lambdas, sizes);

        void Leave(int branch, double lambda, long size)
        {
            (lambdas[next[branch]], sizes[next[branch]++]) = (lambda, size);
            rows[branch] += size;
        }
    }

    /// <summary>The last λ of every so many rows, and the very last.</summary>
    static TreeBranch Curve((int Parent, int Number, double Birth) branch, ReadOnlySpan<double> lambdas, ReadOnlySpan<long> sizes,
        Func<long, long> stepsOf)
    {
        var all = 0L;
        foreach (var size in sizes) all += size;
        var steps = stepsOf(all);
        var (places, rows, left, done) = (new List<double>(), new List<long> { all }, all, 0L);
        for (var i = 0; i < lambdas.Length; i++)
        {
            left -= sizes[i];
            var isLast = i == lambdas.Length - 1;
            if (!isLast && (lambdas[i + 1] == lambdas[i] || (all - left) * steps / all <= done)) continue;
            places.Add(lambdas[i]);
            rows.Add(left);
            done = (all - left) * steps / all;
        }
        return new(branch.Parent, branch.Number, branch.Birth, [.. places], [.. rows]);
    }
}
