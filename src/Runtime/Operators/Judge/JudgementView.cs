using Runtime.Charts;
using Runtime.Numerics.Statistics;

namespace Runtime.Operators.Judge;

/// <summary>A judgement as figures, a sheet, a chart and in words.</summary>
sealed class JudgementView(
    Judgement model, Labeling labeling, Points points, JudgedGroups judged, JudgedScores scores, JudgeLabeling step, RunContext run)
{
    const int Quantiles = 61;

    /// <summary>A silhouette below this says that a cluster is none by distances (Kaufman &amp; Rousseeuw 1990).</summary>
    const double Weak = 0.25;

    readonly double[][] values = scores.Silhouettes is null ? [] : ByGroup(scores.Silhouettes, judged);
    Distribution[]? spreads;

    /// <summary>The silhouettes of each group, in order.</summary>
    Distribution[] Spreads => spreads ??= Array.ConvertAll(values, v => Distribution.Of(v));

    string Name(int group) => labeling.NameOf(judged.Clusters[group]);

    public void Show()
    {
        run.Show(Sheet());
        if (values.Length > 0) run.Show(Chart());
        foreach (var metric in model.Metrics.Where(m => !double.IsNaN(m.Value))) run.Show(metric);
        run.Say($"`{labeling.Name}` in `{points.Name}`: {Wording.And(Words())}.");
        SayNoise();
        SayWeak();
        if (!double.IsNaN(model.Purity))
            run.Say($"Against `{step.Against}`: {Wording.Share(model.Purity)} of the rows are of the commonest class of their cluster "
                + $"(purity); homogeneity {Three(model.Homogeneity)}, completeness {Three(model.Completeness)}, V {Three(model.V)}.");
    }

    IEnumerable<string> Words()
    {
        if (!double.IsNaN(model.Silhouette))
            yield return $"silhouette {Three(model.Silhouette)}"
                + (model.SilhouetteError > 0 ? $" ± {Three(model.SilhouetteError)} by a sample of {Wording.Plural(Judged(), "row")}" : "")
                + $", {Wording.Share(model.Misplaced)} of the rows nearer to another cluster";
        if (!double.IsNaN(model.CalinskiHarabasz)) yield return $"Caliński–Harabasz {CellText.Number(model.CalinskiHarabasz)}";
        if (!double.IsNaN(model.DaviesBouldin)) yield return $"Davies–Bouldin {Three(model.DaviesBouldin)}";
        if (!double.IsNaN(model.Dunn)) yield return $"Dunn {CellText.Number(model.Dunn)}";
        if (!double.IsNaN(model.Dbcv)) yield return $"DBCV {Three(model.Dbcv)}";
    }

    int Judged() => values.Sum(v => v.Length);

    void SayNoise()
    {
        if (labeling.Ungrouped == 0) return;
        var what = $"{Wording.Plural(labeling.Ungrouped, "row")} ({Wording.Share(model.Noise)})";
        var are = labeling.Ungrouped == 1 ? "is" : "are";
        run.Say(step.Noise == NoiseRows.Drop
            ? $"{what} that {are} {labeling.Rest} {are} left out of all scores"
                + $"{(double.IsNaN(model.Dbcv) ? "" : " but DBCV, where they count as 0")}; `noise=label` judges them as a cluster."
            : $"{what} of {labeling.Rest} are judged as one more cluster, which no method made; `noise=drop` leaves them out.");
    }

    void SayWeak()
    {
        var means = values.Select((v, g) => (Group: g, Mean: Mean(v))).Where(m => m.Mean < Weak).OrderBy(m => m.Mean).ToArray();
        if (means.Length == 0) return;
        var said = means.Take(5).Select(m => $"{Name(m.Group)} ({Three(m.Mean)})");
        run.Say($"Hardly apart by distance (silhouette below {Wording.Number(Weak)}): {Wording.And(said)}"
            + $"{(means.Length > 5 ? $", and {Wording.Count(means.Length - 5)} more" : "")}.");
    }

    Sheet Sheet()
    {
        var groups = Enumerable.Range(0, judged.Groups).ToArray();
        return new Sheet($"{model.Name}_clusters", $"Scores of the clusters of `{labeling.Name}`",
        [
            new("cluster", CellFormat.Text, [.. groups.Select(Name)]),
            new("size", CellFormat.Count, [.. groups.Select(g => (object)judged.Sizes[g])]),
            .. values.Length == 0 ? [] : new SheetColumn[]
            {
                new("silhouette", CellFormat.Number, [.. values.Select(v => Cell(Mean(v)))]),
                new("median", CellFormat.Number, [.. Spreads.Select(s => Cell(s.Quantile(0.5)))]),
                new("least", CellFormat.Number, [.. Spreads.Select(s => Cell(s.Quantile(0)))]),
                new("misplaced", CellFormat.Share, [.. values.Select(v => Cell((double)v.Count(s => s < 0) / v.Length))]),
            },
            .. scores.Density is null ? [] : new SheetColumn[] { new("dbcv", CellFormat.Number, [.. scores.Density.Select(Cell)]) },
        ]);
    }

    SilhouetteChart Chart()
    {
        var curves = Enumerable.Range(0, judged.Groups).Where(g => values[g].Length > 0)
            .Select(g => new SilhouetteCurve(Name(g), judged.Clusters[g], judged.Sizes[g], Descending(Spreads[g])));
        return new SilhouetteChart($"{model.Name}_silhouettes", $"Silhouettes of {labeling.Name}", [.. curves], model.Silhouette)
        {
            Note = "Each cluster from its best to its worst placed row; what is below 0 is nearer to another cluster. "
                + $"The line across is the mean, {Three(model.Silhouette)}.",
        };
    }

    static double[] Descending(Distribution values) =>
        [.. Enumerable.Range(0, Quantiles).Select(i => values.Quantile(1 - (double)i / (Quantiles - 1)))];

    static double Mean(double[] values) => values.Length == 0 ? double.NaN : Moments.Of(values, Work.Alone).Mean;

    static double[][] ByGroup(double[] silhouettes, JudgedGroups judged)
    {
        var lists = Enumerable.Range(0, judged.Groups).Select(_ => new List<double>()).ToArray();
        for (var row = 0; row < silhouettes.Length; row++)
            if (!double.IsNaN(silhouettes[row])) lists[judged.Labels[row]].Add(silhouettes[row]);
        return [.. lists.Select(l => l.ToArray())];
    }

    static object? Cell(double value) => double.IsNaN(value) ? null : value;

    static string Three(double value) => Wording.Number(value, "0.000");
}
