using Runtime.Charts;
using Runtime.Numerics.Explanation;

namespace Runtime.Operators.Judge;

/// <summary>What noise is, as sheets, a chart and in words.</summary>
sealed class NoiseView(
    NoiseFindings model, Labeling labeling, NoiseRanges ranges, Points compared, GroupEffects effects, RunContext run)
{
    const int MostBars = 20;

    /// <summary>A value that so many of the rows share is one that a plane of points lies on.</summary>
    const double Common = 0.02;

    const int NoiseSide = 1;

    int Clusters => ranges.Edges.Length;

    public void Show()
    {
        run.Show(Near());
        run.Show(Chart());
        run.Show(Effects());
        foreach (var metric in model.Metrics) run.Show(metric);
        SayRanges();
        SayEffects();
        ShowValues();
    }

    int Of(int cluster) => ranges.Counts[cluster].Sum();

    Sheet Near()
    {
        int[] clusters = [.. Enumerable.Range(0, Clusters)];
        return new Sheet($"{model.Name}_near", $"Noise of `{labeling.Name}` by the cluster nearest to it",
        [
            new("cluster", CellFormat.Text, [.. clusters.Select(labeling.NameOf)]),
            new("noise", CellFormat.Count, [.. clusters.Select(c => (object)Of(c))]),
            new("share", CellFormat.Share, [.. clusters.Select(c => (object)((double)Of(c) / labeling.Ungrouped))]),
            .. Enum.GetValues<NoiseRange>().Select(r =>
                new SheetColumn(Word(r), CellFormat.Count, [.. clusters.Select(c => (object)ranges.Counts[c][(int)r])])),
            new("edge_distance", CellFormat.Number,
                [.. ranges.Edges.Select(e => double.IsNaN(e) ? null : (object)e)]),
        ]);
    }

    BarChart Chart()
    {
        int[] clusters = [.. Enumerable.Range(0, Clusters).OrderByDescending(Of).ThenBy(c => c).Take(MostBars).Where(c => Of(c) > 0)];
        return new BarChart($"{model.Name}_ranges", $"Noise of {labeling.Name} by its nearest cluster",
            [.. clusters.Select(labeling.NameOf)],
            [.. Enum.GetValues<NoiseRange>().Select(r => new Series(Word(r), [.. clusters.Select(c => (double)ranges.Counts[c][(int)r])]))])
        {
            CategoryAxis = "nearest cluster",
            ValueAxis = "noise rows",
            Format = CellFormat.Count,
            Note = "By mutual reachability. Edge: as near as 95 % of the cluster's own rows have their neighbours. Bridge: a second "
                + "cluster is less than a tenth farther. Near: at most twice as far as the edge. Far: farther.",
        };
    }

    static string Word(NoiseRange range) => Signature.SnakeCase(range.ToString());

    Sheet Effects() => new($"{model.Name}_effects", $"Noise of `{labeling.Name}` beside clustered rows",
    [
        new("column", CellFormat.Text, [.. compared.Columns]),
        new("noise_mean", CellFormat.Number, [.. effects.Means[NoiseSide].Select(m => (object)m)]),
        new("clustered_mean", CellFormat.Number, [.. effects.Means[0].Select(m => (object)m)]),
        new("effect", CellFormat.Number, [.. effects.Effects[NoiseSide].Select(e => (object)e)]),
        new("dominance", CellFormat.Number, [.. effects.Dominance[NoiseSide].Select(e => (object)e)]),
    ]);

    void SayRanges()
    {
        var main = Enumerable.Range(0, Clusters).MaxBy(Of);
        run.Say($"{Wording.Plural(labeling.Ungrouped, "row")} ({Wording.Share(model.Share)}) are noise: {Wording.Share(model.Edge)} of it "
            + $"at the edge of a cluster, {Wording.Share(model.Bridge)} between two, {Wording.Share(model.Near)} near one and "
            + $"{Wording.Share(model.Far)} far from all. Most, {Wording.Share((double)Of(main) / labeling.Ungrouped)}, have "
            + $"{labeling.NameOf(main)} as the nearest.");
        if (model.Edge + model.Near > 0.5)
            run.Say("Most of it lies beside a cluster: a smaller `min_samples` or a larger `epsilon` would cover it, or `assign noise`.");
        else if (model.Far > 0.5)
            run.Say("Most of it lies far from all clusters: what covers it would join what is apart.");
    }

    void SayEffects()
    {
        string[] telling = [.. EffectWords.Of(effects, NoiseSide, compared.Columns, most: 4)];
        run.Say(telling.Length > 0 ? $"Noise against clustered rows: {string.Join(", ", telling)}."
            : "In no column is noise far from clustered rows.");
    }

    /// <summary>Columns in which many rows have the very same value lie on planes, along which rows are dense.</summary>
    void ShowValues()
    {
        var planes = compared.Columns.Select((name, j) => (Name: name, Plane: CommonValue(compared.Matrix.Column(j))))
            .Where(p => p.Plane.Share >= Common).ToArray();
        if (planes.Length == 0) return;
        run.Show(new Sheet($"{model.Name}_values", "Values that many rows share, in noise and in clusters",
        [
            new("column", CellFormat.Text, [.. planes.Select(p => p.Name)]),
            new("value", CellFormat.Number, [.. planes.Select(p => (object)p.Plane.Value)]),
            new("noise", CellFormat.Share, [.. planes.Select(p => (object)p.Plane.InNoise)]),
            new("clustered", CellFormat.Share, [.. planes.Select(p => (object)p.Plane.InClusters)]),
        ]));
        var (first, plane) = planes.MaxBy(p => Math.Abs(p.Plane.InNoise - p.Plane.InClusters));
        run.Say($"`{first}` is {CellText.Number(plane.Value)} in {Wording.Share(plane.InNoise)} of the noise and in "
            + $"{Wording.Share(plane.InClusters)} of the clustered rows: rows of one value lie on a plane, where they are denser.");
    }

    (double Value, double Share, double InNoise, double InClusters) CommonValue(double[] column)
    {
        var all = Numerics.Statistics.Distribution.Of(column);
        var top = Enumerable.Range(0, all.Distinct).MaxBy(all.CountOf);
        var value = all.Values[top];
        var (noise, clustered) = (0, 0);
        for (var row = 0; row < column.Length; row++)
        {
            if (column[row] != value) continue;
            if (labeling.Labels[row] < 0) noise++;
            else clustered++;
        }
        return (value, (double)all.CountOf(top) / column.Length, (double)noise / labeling.Ungrouped,
            (double)clustered / (column.Length - labeling.Ungrouped));
    }
}
