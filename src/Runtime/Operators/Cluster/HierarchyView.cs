using Runtime.Charts;
using Runtime.Numerics.Hierarchies;

namespace Runtime.Operators.Cluster;

/// <summary>The top of a hierarchy, as a sheet, a chart and in words.</summary>
sealed class HierarchyView(HierarchyModel model, RunContext run)
{
    const int Leaves = 30;
    const int Merges = 20;

    /// <summary>A cluster with this share of the rows beside clusters of single rows says that a chain was found.</summary>
    const double Chained = 0.95;

    public void Show()
    {
        ShowHeights();
        ShowTop();
        var largest = (double)model.Cut.Sizes[0] / model.Tree.Rows;
        if (model.Clusters > 1 && largest > Chained)
            run.Warn($"One cluster holds {Wording.Share(largest)} of the rows; the others are what lies apart.",
                model.Tree.Linkage == Linkage.Single ? "Use `link=ward` for groups of like size, or `hdbscan` for dense ones."
                : "Use `link=ward` for groups of like size, or a larger `k`.");
    }

    /// <summary>How far each of the last merges is above the one before: where it leaps there is a cut.</summary>
    void ShowHeights()
    {
        int[] left = [.. Enumerable.Range(1, Math.Min(Merges, model.Tree.DistinctRows - 1))];
        run.Show(new Sheet($"{model.Name}_heights", $"The last merges of `{model.Name}`",
        [
            new("clusters_left", CellFormat.Count, [.. left.Select(c => (object)c)]),
            new("height", CellFormat.Number, [.. left.Select(c => (object)model.Tree.HeightTo(c))]),
            new("leap", CellFormat.Number, [.. left.Select(c => (object)(model.Tree.HeightTo(c) - model.Tree.HeightTo(c + 1)))]),
        ]));
    }

    void ShowTop()
    {
        var top = model.Tree.Top(Math.Max(Leaves, Math.Min(model.Clusters, 2 * Leaves)));
        run.Show(new DendrogramChart($"{model.Name}_tree", $"Which groups merge last in `{model.Name}`", [.. top.Select(Node)])
        {
            Cut = model.Clusters > 1 ? (model.Height + model.NextHeight) / 2 : null,
            Note = "Each leaf is a branch of so many rows; below the leaves are "
                + $"{Wording.Count(model.Tree.Rows - top.Count(b => b.IsLeaf))} more merges.",
        });
    }

    DendrogramNode Node(Branch branch) => new(branch.Height, branch.Rows)
    {
        Left = branch.Left,
        Right = branch.Right,
        Cluster = model.Cut.ClusterOf(branch) is >= 0 and var cluster ? cluster : null,
    };
}
