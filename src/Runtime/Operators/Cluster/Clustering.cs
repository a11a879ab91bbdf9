namespace Runtime.Operators.Cluster;

/// <summary>What every clustering has in common: what it asks of its points, the labeling and the model it makes, what it shows.</summary>
public abstract record Clustering : Operator
{
    /// <summary>How many clusters there will be, where that is known before.</summary>
    protected virtual int? Promised => null;

    /// <summary>Whether rows may be in no cluster.</summary>
    protected virtual bool MayLeaveNoise => false;

    /// <summary>Whether each row is told how strongly it belongs to its cluster.</summary>
    protected virtual bool GivesStrength => true;

    protected abstract ModelShape Fitted(string name);

    /// <summary>Tells what else the clustering asks of its points.</summary>
    protected abstract void Demand(Shape before, CheckContext check);

    /// <summary>The model, and what it says of the points that it was fitted to.</summary>
    protected abstract Clusters Fit(string name, Points points, RunContext run);

    /// <summary>Warnings and remarks about what was found, beyond empty clusters.</summary>
    protected abstract void Tell(Clusterer model, Points points, LabelColumn labels, RunContext run);

    /// <summary>The step for a share of the rows: what counts rows counts fewer of them, so that it means the same density.</summary>
    protected internal virtual Clustering AtShare(double share) => this;

    /// <summary>A count for a share of the rows, which stops at <paramref name="least"/> unless it was lower before.</summary>
    protected static int AtShare(int count, double share, int least) => Math.Max(Math.Min(count, least), (int)Math.Round(count * share));

    protected sealed override Shape Check(Shape before, CheckContext check)
    {
        OneScale.Ask(before, check);
        Demand(before, check);
        var name = NameIn(before);
        return before.With(ColumnShape.Labeling(name, Promised, MayLeaveNoise, GivesStrength))
            .With(Fitted(name) with { Source = before.Current?.Source });
    }

    protected sealed override Study Run(Study study, RunContext run)
    {
        var points = study.Current;
        WarnOfLost(points, run);
        var found = points.Fit(_ => Fit(NameIn(study.Shape), points, run));
        var model = found.Model with { Inputs = points.Columns, Source = points.Source, Chain = points.Chain, Step = this };
        var labels = new LabelColumn(model.Name, found.Labels, model.Clusters) { Strength = found.Strength };
        var sizes = labels.Sizes;
        run.Show(Sheet(model, labels, sizes));
        run.Show(SizeChart.Of(model.Name, sizes, MayLeaveNoise ? labels.Rows - sizes.Sum() : null));
        foreach (var metric in model.Metrics) run.Show(metric);
        Tell(model, points, labels, run);
        return study.With(labels).With(model);
    }

    /// <summary>Warns where a step before kept neighbours together and nothing else: what clusters are made of is lost there.</summary>
    static void WarnOfLost(Points points, RunContext run)
    {
        if (points.Chain.FirstOrDefault(m => !m.KeepsDistances) is not { } lost) return;
        run.Warn($"`{lost.Name}` keeps neighbours together, not distances or densities: groups in it may be pieces of one, and one may be "
            + "several.", $"Hold them against the clusters of the points that `{lost.Name}` was made of, with `compare`.");
    }

    /// <summary>The clusters of other points, of which nothing is shown.</summary>
    /// <exception cref="Refusal">The step cannot be done with them.</exception>
    internal Clusters Again(Points points, RunContext run)
    {
        var (before, check) = (Study.Empty.With(points).Shape, run.Checking());
        Apply(before, check);
        check.ThrowIfFailed();
        return points.Fit(_ => Fit(NameIn(before), points, run));
    }

    /// <summary>A refusal of more clusters than there are rows.</summary>
    protected static void DemandRows(int k, string argument, string advice, Shape before, CheckContext check)
    {
        if (before.Rows is { } rows && k > rows)
            check.Refuse(argument, $"`k` is {k}, but there {(rows == 1 ? "is" : "are")} {Wording.Plural(rows, "row")}.",
                $"{advice} {rows} or less.");
    }

    Sheet Sheet(Clusterer model, LabelColumn labels, IReadOnlyList<int> sizes)
    {
        IEnumerable<int> groups = MayLeaveNoise
            ? [.. Enumerable.Range(0, sizes.Count), LabelColumn.Noise]
            : Enumerable.Range(0, sizes.Count);
        var noise = labels.Rows - sizes.Sum();
        return new Sheet($"{model.Name}_clusters", $"Clusters of `{model.Name}`",
        [
            new("cluster", CellFormat.Text, [.. groups.Select(Wording.Cluster)]),
            new("size", CellFormat.Count, [.. groups.Select(g => (object)(g < 0 ? noise : sizes[g]))]),
            new("share", CellFormat.Share, [.. groups.Select(g => (object)((double)(g < 0 ? noise : sizes[g]) / labels.Rows))]),
            .. Strengths(labels, sizes),
            .. model.PerCluster.Select(c => MayLeaveNoise ? c with { Cells = [.. c.Cells, null] } : c),
        ]);
    }

    IEnumerable<SheetColumn> Strengths(LabelColumn labels, IReadOnlyList<int> sizes)
    {
        if (labels.Strength is not { } strength) yield break;
        var sums = new double[sizes.Count];
        for (var row = 0; row < strength.Length; row++) if (labels.Labels[row] is >= 0 and var label) sums[label] += strength[row];
        IEnumerable<object?> means = sums.Select((s, c) => sizes[c] == 0 ? null : (object)(s / sizes[c]));
        yield return new("mean_strength", CellFormat.Number, [.. MayLeaveNoise ? means.Append(null) : means]);
    }
}

/// <summary>What a clustering found.</summary>
/// <param name="Labels">n numbers in 0..Clusters−1, −1 for noise: what <see cref="Clusterer.Apply"/> says of the same points.</param>
public sealed record Clusters(Clusterer Model, int[] Labels, double[]? Strength = null);
