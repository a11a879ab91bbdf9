using Runtime.Charts;
using Runtime.Numerics.Density;

namespace Runtime.Operators.Cluster;

/// <summary>The condensed tree of a density clustering.</summary>
static class HdbscanView
{
    /// <summary>Clusters that have a branch whatever their size, and the least share of a branch that is none.</summary>
    const int MostBranches = 150;

    /// <summary>λ of the widest branch: about a step every second pixel.</summary>
    const int Steps = 180;

    /// <summary>What is beyond the λ that this share of a branch has left is cut.</summary>
    const double Shown = 0.98;

    /// <summary>From this ratio of the last λ to the first split on, the axis goes by factors.</summary>
    const double ManyFold = 30;

    /// <summary>Shows nothing where there is nothing that parts.</summary>
    public static void Show(HdbscanModel model, RunContext run)
    {
        if (model.Tree.DistinctRows < 2) return;
        var branches = model.Tree.Branches(model.Found, MostBranches, Steps, run.Work);
        if (branches.Length < 2) return;
        var (across, isLog, last) = Range(branches);
        if (!(across.Low < across.High)) return;
        run.Show(new CondensedTreeChart($"{model.Name}_tree", $"How rows part into the clusters of `{model.Name}` as density grows",
            [.. branches.Select(b => new CondensedBranch(b.Parent, b.Cluster, b.Birth, b.Lambdas, b.Rows))])
        {
            Across = across,
            IsLog = isLog,
            Clusters = model.Name,
            Note = Note(model, across.High, last),
        });
    }

    static string Note(HdbscanModel model, double end, double last)
    {
        var persistence = model.Found.Persistence;
        var longest = Enumerable.Range(0, persistence.Count).DefaultIfEmpty().MaxBy(c => persistence.ElementAtOrDefault(c));
        return $"{Wording.Capital(Wording.InWords(model.Clusters, "cluster"))} taken, in colour"
            + (persistence.Distinct().Count() < 2 ? "" : $"; `{model.Name} {longest}` is the most persistent "
                + $"({Wording.Number(persistence[longest])})")
            + ". A branch is as wide as it has rows; grey ones are in no cluster, and what falls away from them is noise."
            + (model.Clusters > MostBranches ? $" The {MostBranches} largest clusters have a branch." : "")
            + (model.Clusters > CondensedTreeChart.MostNumbered ? $" The {CondensedTreeChart.MostNumbered} largest bear their number." : "")
            + (end < last ? $" λ above {Wording.Number(end, "G3")} is cut." : "");
    }

    /// <summary>From just before the first split to where next to nothing is left of any branch.</summary>
    static (Extent Across, bool IsLog, double Last) Range(TreeBranch[] branches)
    {
        var first = branches[1..].Min(b => b.Birth);
        double[] ends = [.. branches.Select(b => b.Lambdas.Where((l, i) => double.IsFinite(l) && b.Rows[i + 1] <= (1 - Shown) * b.Rows[0])
            .DefaultIfEmpty(b.Lambdas.LastOrDefault(double.IsFinite, b.Birth)).First())];
        var (end, last) = (ends.Max(), branches.Max(b => b.Lambdas[^1]));
        if (end > ManyFold * first) return (new(first / 1.5, end), true, last);
        return (new(Math.Max(0, first - 0.2 * (end - first)), end), false, last);
    }
}
