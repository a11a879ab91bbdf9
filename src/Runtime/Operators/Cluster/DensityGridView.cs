using Runtime.Charts;
using Runtime.Numerics.Agreement;
using Runtime.Operators.Draw;

namespace Runtime.Operators.Cluster;

/// <summary>A search over settings of a density clustering, as sheets, charts and in words.</summary>
sealed class DensityGridView(string name, DensityGrid grid, DensityChoice choice, RunContext run)
{
    /// <summary>Neighbouring settings that agree so far make the same clusters.</summary>
    const double Same = 0.95;

    /// <summary>One cluster with so much of what is covered divides nothing.</summary>
    const double Dominant = 0.8;

    /// <summary>Clusters as little apart as this are parts of one.</summary>
    const double Weak = 0.1;

    public void Show()
    {
        run.Show(Sheet());
        run.Show(Curve("coverage", "Share of the rows in clusters", c => c.Coverage));
        run.Show(Curve("clusters", "Clusters", c => c.Clusters));
        run.Show(Curve("validity", "Validity", c => c.Validity));
        run.Show(new Heatmap($"{name}_stability", "Agreement with the settings beside (adjusted Rand)",
            [.. grid.Samples.Select(s => $"min_samples={s}")], [.. grid.Sizes.Select(s => $"{s}")],
            [.. grid.Cells.Select(row => row.Select(c => c.Stability).ToArray())])
        {
            Marked = Place(),
            Note = $"{Three(choice.Kept.Stability)} at {choice.Kept.Text}, which is kept.",
        });
        if (choice.Kept.Clusters == 0) return;
        Flows();
        SayKept();
        if (choice.Next is { } next) SayNext(next);
        SayPlateau();
        Warn();
    }

    /// <summary>Along min_cluster, from the largest to the smallest, with the min_samples that is kept.</summary>
    void Flows()
    {
        DensityCell[] cells = [.. grid.Cells[Place().Sample].Reverse()];
        if (cells.Length > 1)
            run.Show(LabelingFlows.OverSettings($"{name}_flows", "How the clusters part as `min_cluster` falls", "min_cluster",
                [.. cells.Select(LabelingOf)], Array.IndexOf(cells, choice.Kept), run));
    }

    static Labeling LabelingOf(DensityCell cell) => new(Wording.Count(cell.MinCluster), cell.Found.Labels,
        [.. Enumerable.Range(0, cell.Clusters).Select(Wording.Cluster)], Wording.Cluster(-1));

    (int Sample, int Size) Place() =>
        (Array.IndexOf(grid.Samples, choice.Kept.MinSamples), Array.IndexOf(grid.Sizes, choice.Kept.MinCluster));

    Sheet Sheet()
    {
        DensityCell[] cells = [.. grid.All];
        SheetColumn Column(string title, CellFormat format, Func<DensityCell, object> cell) => new(title, format, [.. cells.Select(cell)]);
        return new Sheet($"{name}_grid", $"Settings tried by `{name}`",
        [
            Column("min_samples", CellFormat.Count, c => c.MinSamples),
            Column("min_cluster", CellFormat.Count, c => c.MinCluster),
            Column("clusters", CellFormat.Count, c => c.Clusters),
            Column("coverage", CellFormat.Share, c => c.Coverage),
            Column("validity", CellFormat.Number, c => c.Validity),
            Column("stability", CellFormat.Number, c => c.Stability),
            Column("persistence", CellFormat.Number, c => c.Persistence),
            Column("largest", CellFormat.Share, c => c.Largest),
            Column("kept", CellFormat.Text, c => c == choice.Kept ? "kept" : ""),
        ]);
    }

    LineChart Curve(string what, string title, Func<DensityCell, double> value) => new($"{name}_{what}", $"{title} over min_cluster",
        [.. grid.Sizes.Select(s => (double)s)],
        [.. grid.Cells.Select((row, s) => new Series($"min_samples={grid.Samples[s]}", [.. row.Select(value)]))])
    {
        XAxis = "min_cluster",
        YAxis = what,
        LogX = true,
        Marked = Place(),
        Note = $"{CellText.Number(value(choice.Kept))} at {choice.Kept.Text}, which is kept.",
    };

    void SayKept()
    {
        var (kept, goal) = (choice.Kept, choice.Goal.ToString().ToLowerInvariant());
        var made = $"{kept.Text} is kept: {Wording.Plural(kept.Clusters, "cluster")} that cover {Wording.Share(kept.Coverage)} of the rows";
        if (!choice.IsMet)
            run.Say(choice.Goal == DensityGoal.Coverage ? $"{made}, the most of all settings." : $"{made}; no setting finds two.");
        else if (choice.Goal == DensityGoal.Coverage)
            run.Say($"{made}; of the {Wording.Plural(choice.Able, "setting")} that cover {Wording.Share(choice.Target)} its clusters are "
                + $"the most valid ({Three(kept.Validity)}).");
        else run.Say($"{made}; its {goal} ({Three(choice.Score(kept))}) is the greatest of "
            + $"{Wording.Plural(choice.Able, "setting")} that divide the rows.");
    }

    void SayNext(DensityCell next)
    {
        var moved = Moved(choice.Kept.Found.Labels, next.Found.Labels);
        run.Say($"The runner-up, {next.Text}, would make {Wording.Plural(next.Clusters, "cluster")}, cover {Wording.Share(next.Coverage)} "
            + $"and put {Wording.Share(moved)} of the rows elsewhere (validity {Three(next.Validity)}, stability "
            + $"{Three(next.Stability)}).");
    }

    /// <summary>The share of the rows that are elsewhere: neither in clusters that correspond nor noise in both.</summary>
    public static double Moved(int[] kept, int[] next)
    {
        var table = Contingency.Of(kept, next);
        var noise = table.Cells.Where(c => c.RowLabel < 0 && c.ColumnLabel < 0).Sum(c => c.Count);
        return 1 - (double)(Matching.Of(table).Sum(m => m.Count) + noise) / table.Total;
    }

    /// <summary>The longest stretch of min_cluster over which nothing changes.</summary>
    void SayPlateau()
    {
        var (best, row, first) = (0, 0, 0);
        for (var s = 0; s < grid.Samples.Length; s++)
            for (int start = 0, end; start < grid.Sizes.Length; start = end + 1)
            {
                for (end = start; end < grid.Along[s].Length && grid.Along[s][end] >= Same;) end++;
                if (end - start > best && grid.Cells[s][start].Clusters > 1) (best, row, first) = (end - start, s, start);
            }
        if (best == 0) run.Say("Nowhere do two neighbouring settings of `min_cluster` make the same clusters: there is no plateau.");
        else run.Say($"The longest plateau: with `min_samples={grid.Samples[row]}` the clusters stay the same from "
            + $"`min_cluster={grid.Sizes[first]}` to `min_cluster={grid.Sizes[first + best]}` "
            + $"({grid.Cells[row][first].Clusters} of them).");
    }

    void Warn()
    {
        var kept = choice.Kept;
        if (choice.Goal == DensityGoal.Coverage && !choice.IsMet)
            run.Warn($"No setting covers {Wording.Share(choice.Target)} of the rows with two clusters; the most is "
                + $"{Wording.Share(kept.Coverage)}.",
                "Try smaller `min_cluster` and `min_samples`, or put the noise into clusters with `assign noise`.");
        if (kept.Clusters > 1 && (kept.Largest > Dominant || kept.Validity < Weak) && choice.Goal == DensityGoal.Coverage)
            run.Warn($"The coverage is bought with clusters that mean little: the largest has {Wording.Share(kept.Largest)} of what is "
                + $"covered, and the validity is {Three(kept.Validity)}.",
                "Look at the validity over `min_cluster`, or ask for less `coverage`.");
    }

    static string Three(double value) => Wording.Number(value, "0.000");
}
