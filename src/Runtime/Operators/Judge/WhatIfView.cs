using Runtime.Charts;
using Runtime.Operators.Draw;

namespace Runtime.Operators.Judge;

/// <summary>What other columns change of a labeling, as sheets, charts and in words.</summary>
/// <param name="needs">Of the labeling, and of what it became.</param>
sealed class WhatIfView(WhatIfFindings model, LabelingChange change, ClusterNeeds[] needs, WhatIf step, RunContext run)
{
    const int MostDrawn = 60, MostInWords = 12;

    /// <summary>Fewer rows that leave are not worth a word.</summary>
    const double WorthAWord = 0.1;

    readonly Labeling was = change.Was, now = change.Now;

    readonly (int At, int Cluster)[] rows =
        [.. needs[0].Clusters.Select(c => (0, c)), .. needs[1].Clusters.Select(c => (1, c))];

    readonly string[] columns = [.. needs.SelectMany(n => n.Columns).Distinct()];

    public void Show(StepsAgain steps, Points points)
    {
        run.Show(Changes());
        run.Show(Needs());
        foreach (var metric in model.Metrics) run.Show(metric);
        var finding = $"{Wording.Share(model.Moved)} of the rows are not in the cluster that corresponds to theirs.";
        run.Show(LabelingFlows.Of($"{model.Name}_flows", [was, now], finding, run));
        if (rows.Length is > 0 and <= MostDrawn) run.Show(Chart());
        Say(steps, points);
    }

    Labeling Of(int at) => at == 0 ? was : now;

    Sheet Changes() => new($"{model.Name}_clusters", $"What becomes of the clusters of `{was.Name}` {Columns()}",
    [
        new("cluster", CellFormat.Text, [.. change.Clusters.Select(c => was.NameOf(c.Label))]),
        new("size", CellFormat.Count, [.. change.Clusters.Select(c => (object)c.Size)]),
        new("corresponds_to", CellFormat.Text, [.. change.Clusters.Select(c => c.Partner is { } p ? now.NameOf(p) : "none")]),
        new("moved", CellFormat.Count, [.. change.Clusters.Select(c => (object)(c.Size - c.Kept))]),
        new("share_moved", CellFormat.Share, [.. change.Clusters.Select(c => (object)(1 - (double)c.Kept / c.Size))]),
        new("jaccard", CellFormat.Number, [.. change.Clusters.Select(c => (object)c.Jaccard)]),
        new("mostly_to", CellFormat.Text, [.. change.Clusters.Select(c => c.There > 0 ? now.NameOf(c.Elsewhere) : null)]),
    ]);

    Sheet Needs() => new($"{model.Name}_needs", "Share of a cluster's rows that leave it when a column is shuffled",
    [
        new("labeling", CellFormat.Text, [.. rows.Select(r => Of(r.At).Name)]),
        new("cluster", CellFormat.Text, [.. rows.Select(r => Of(r.At).NameOf(r.Cluster))]),
        new("drawn", CellFormat.Count, [.. rows.Select(r => (object)needs[r.At].Drawn(r.Cluster))]),
        .. columns.Select(c => new SheetColumn(c, CellFormat.Share, [.. rows.Select(r => Left(r, c) is { } share ? (object)share : null)])),
        new("give_or_take", CellFormat.Share,
            [.. rows.Select(r => (object)needs[r.At].Columns.Max(c => needs[r.At].GiveOrTake(r.Cluster, c)))]),
    ]);

    double? Left((int At, int Cluster) row, string column) =>
        needs[row.At].Columns.Contains(column) ? needs[row.At].Left(row.Cluster, column) : null;

    Heatmap Chart() => new($"{model.Name}_needs", $"Which cluster needs which column, in `{was.Name}` and {Columns()}",
        [.. rows.Select(r => Of(r.At).TitleOf(r.Cluster))], columns,
        [.. rows.Select(r => columns.Select(c => Left(r, c) ?? double.NaN).ToArray())])
    {
        Format = CellFormat.Share,
        Reach = 1,
        RowClusters = [.. rows.Select(r => r.Cluster)],
        ColourAxis = "of the rows leave",
        Texts = [.. rows.Select(r => columns.Select(c => Left(r, c) is { } share ? Wording.Percent(share) : "").ToArray())],
        Note = "The share of a cluster's rows that leave it when they get the value of a random row in one column: 0 % where the "
            + "column does not matter.",
    };

    void Say(StepsAgain steps, Points points)
    {
        string[] texts = [.. steps.Model.Chain.Select(p => p.Step!).Append(steps.Step).Select(s => $"`{(s with { As = null }).Text}`")];
        run.Say($"`{was.Name}` made again {Columns()}, by {string.Join(", ", texts)}: {Wording.Plural(model.Clusters, "cluster")}"
            + $"{(was.Groups == model.Clusters ? "" : $" in the place of {was.Groups}")}, ARI {Wording.Number(model.Ari, "0.000")}, "
            + $"AMI {Wording.Number(model.Ami, "0.000")}. {Wording.Plural(model.MovedRows, "row")} ({Wording.Share(model.Moved)}) "
            + $"{(model.MovedRows == 1 ? "is" : "are")} not in the cluster that corresponds to theirs.");
        if (points.Columns.Count != steps.Model.Inputs.Count)
            run.Say($"What is clustered has {Wording.Plural(points.Columns.Count, "column")} now, and had {steps.Model.Inputs.Count}.");
        SayMost();
        foreach (var column in step.Add.Concat(step.Drop)) SayNeedOf(column.Name);
        SayNeeds(0);
        SayNeeds(1);
    }

    void SayMost()
    {
        var most = change.Most;
        if (model.MovedRows == 0) return;
        var kept = most.Partner is { } partner
            ? $"{Wording.Share((double)most.Kept / most.Size)} of its rows are in {now.NameOf(partner)}, which corresponds to it"
            : "nothing corresponds to it";
        run.Say($"{was.TitleOf(most.Label)} changed most (Jaccard {Wording.Number(most.Jaccard)}): {kept}"
            + (most.There > 0 ? $", {Wording.Share((double)most.There / most.Size)} in {now.NameOf(most.Elsewhere)}." : "."));
    }

    /// <summary>Of a column that was added or left out: in which cluster it matters most.</summary>
    void SayNeedOf(string column)
    {
        var (at, mine) = needs[1].Columns.Contains(column) ? (1, needs[1]) : (0, needs[0]);
        if (!mine.Clusters.Any()) return;
        var most = mine.Clusters.MaxBy(c => mine.Left(c, column));
        var share = $"{Wording.Share(mine.Left(most, column))} (± {Wording.Share(mine.GiveOrTake(most, column))})";
        run.Say(mine.Left(most, column) >= WorthAWord
            ? $"`{column}` matters most to {Of(at).TitleOf(most)}: {share} of its rows leave it when `{column}` is shuffled."
            : $"No cluster needs `{column}`: at most {share} of the rows of one leave it when `{column}` is shuffled.");
    }

    void SayNeeds(int at)
    {
        var mine = needs[at];
        string[] parts = [.. mine.Clusters.Take(MostInWords).Select(c => $"{Of(at).NameOf(c)} needs {Needed(mine, c)}")];
        if (parts.Length > 0) run.Say($"{(at == 0 ? $"In `{was.Name}`" : Wording.Capital(Columns()))}: {string.Join("; ", parts)}.");
    }

    static string Needed(ClusterNeeds mine, int cluster)
    {
        string[] most = [.. mine.Columns.Where(c => mine.Left(cluster, c) >= WorthAWord)
            .OrderByDescending(c => mine.Left(cluster, c)).Take(3).Select(c => $"`{c}` ({Wording.Percent(mine.Left(cluster, c))} leave)")];
        return most.Length > 0 ? Wording.And(most) : "no column alone";
    }

    /// <summary>"with `tempo`", "without `energy`", or both.</summary>
    string Columns() => Wording.And([.. Part("with", step.Add), .. Part("without", step.Drop)]);

    static IEnumerable<string> Part(string word, ValueList<ColumnRef> columns) =>
        columns.Count == 0 ? [] : [$"{word} {Wording.Names(columns.Select(c => c.Name))}"];
}
