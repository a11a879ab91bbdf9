using Runtime.Charts;
using Runtime.Numerics.Density;

namespace Runtime.Operators.Cluster;

/// <summary>How long the finest clusters persist over the smallest size of a cluster, as a sheet, a chart and in words.</summary>
sealed class PersistenceView(string name, PersistenceChoice choice, DensityClustering found, RunContext run)
{
    readonly PersistentCell kept = choice.Kept;

    readonly int rows = found.Labels.Length;

    public void Show()
    {
        run.Show(Sheet());
        if (kept.Layer.Clusters == 0) return;
        run.Show(Curves());
        SayKept();
        if (choice.Next is { } next) SayNext(next);
        if (kept.Coverage(rows) < 0.5)
            run.Warn($"{Wording.Share(1 - kept.Coverage(rows))} of the rows are noise: persistence asks how long clusters stay, not "
                + "how many rows they hold.", "Look at the layers with larger `min_cluster`, or choose by `goal=coverage`.");
    }

    Sheet Sheet()
    {
        PersistentCell[] cells = [.. choice.Cells.OrderBy(c => c.MinSamples).ThenBy(c => c.Layer.MinCluster)];
        SheetColumn Column(string title, CellFormat format, Func<PersistentCell, object> cell) =>
            new(title, format, [.. cells.Select(cell)]);
        return new Sheet($"{name}_layers", choice.IsFree ? $"Sizes at which the clusters of `{name}` persist" : $"Sizes tried by `{name}`",
        [
            Column("min_samples", CellFormat.Count, c => c.MinSamples),
            Column("min_cluster", CellFormat.Count, c => c.Layer.MinCluster),
            Column("same_up_to", CellFormat.Count, c => c.Layer.Last),
            Column("clusters", CellFormat.Count, c => c.Layer.Clusters),
            Column("coverage", CellFormat.Share, c => c.Coverage(rows)),
            Column("persistence", CellFormat.Number, c => c.Layer.Persistence),
            Column("kept", CellFormat.Text, c => c == kept ? "kept" : ""),
        ]);
    }

    /// <summary>Steps: from one size at which the clusters change to the next the total stays.</summary>
    LineChart Curves()
    {
        double[] sizes = [.. choice.Samples.SelectMany(s => s.Found.MinClusters).Append(kept.Layer.MinCluster)
            .SelectMany(m => new[] { m - 1.0, m }).Distinct().Order().Skip(1)];
        var line = Enumerable.Range(0, choice.Samples.Count).First(s => choice.Samples[s].MinSamples == kept.MinSamples);
        return new($"{name}_persistence", "How long the finest clusters persist over min_cluster", sizes,
            [.. choice.Samples.Select(s =>
                new Series($"min_samples={s.MinSamples}", Array.ConvertAll(sizes, m => s.Found.TotalAt((int)m))))])
        {
            XAxis = "min_cluster",
            YAxis = "total persistence (rows)",
            XFormat = CellFormat.Count,
            LogX = true,
            Marked = (line, Array.IndexOf(sizes, (double)kept.Layer.MinCluster)),
            MarkedText = Wording.InWords(kept.Layer.Clusters, "cluster"),
            Note = $"{CellText.Number(kept.Layer.Persistence)} at {kept.Text}, which is kept"
                + (kept.IsPeak ? "; the ends of a curve are no peaks." : "."),
        };
    }

    void SayKept()
    {
        var (layer, peaks) = (kept.Layer, choice.Cells.Count(c => c.IsPeak));
        var why = (choice.IsFree, peaks) switch
        {
            (true, 0) => "persistence has no peak over the sizes, so that the least size is taken.",
            (true, 1) => $"its clusters are the only ones that persist longer than those of the sizes beside ({Rows(kept)} rows in all).",
            (true, _) => $"of {Wording.InWords(peaks, "peak")} of persistence over all sizes this is the highest "
                + $"({Rows(kept)} rows in all).",
            _ => $"of the {Wording.Plural(choice.Cells.Count, "setting")} tried its clusters persist longest ({Rows(kept)} rows in all).",
        };
        run.Say($"{kept.Text} is kept: {Wording.Plural(layer.Clusters, "cluster")} that cover "
            + $"{Wording.Share(kept.Coverage(rows))} of the rows; {why}"
            + (layer.Last > layer.MinCluster ? $" They stay the same up to `min_cluster={layer.Last}`." : ""));
    }

    void SayNext(PersistentCell next) =>
        run.Say($"The runner-up, {next.Text}, would make {Wording.Plural(next.Layer.Clusters, "cluster")}, cover "
            + $"{Wording.Share(next.Coverage(rows))} and put "
            + $"{Wording.Share(DensityGridView.Moved(found.Labels, next.Extract(run.Work).Labels))} of the rows elsewhere "
            + $"(persistence {Rows(next)} rows).");

    static string Rows(PersistentCell cell) => Wording.Count((long)Math.Round(cell.Layer.Persistence));
}
