using Runtime.Charts;
using Runtime.Numerics.Explanation;

namespace Runtime.Operators.Judge;

/// <summary>What clusters are, as sheets, a chart and in words.</summary>
sealed class ExplainView(ExplainFindings model, Labeling labeling, NumberedGroups groups, Points points, GroupEffects effects,
    GroupRule[] rules, CategoryCounts[] categories, RunContext run)
{
    const int MostInWords = 40;
    const int MostDrawn = 60;
    const int MostValues = 5;

    /// <summary>A rule below this tells the cluster from too little.</summary>
    const double Weak = 0.5;

    readonly string[] names = [.. Enumerable.Range(0, groups.Count).Select(g => NameOf(g, effects, points, categories))];

    string Cluster(int group) => labeling.NameOf(groups.Clusters[group]);

    IEnumerable<int> All => Enumerable.Range(0, groups.Count);

    public void Show()
    {
        run.Show(Clusters());
        run.Show(Effects());
        run.Show(Drivers());
        if (groups.Count <= MostDrawn) run.Show(Chart());
        if (categories.Length > 0) run.Show(Values());
        run.Show(new TellingRows(labeling, groups, points).Sheet($"{model.Name}_rows"));
        foreach (var metric in model.Metrics) run.Show(metric);
        foreach (var group in All.Take(MostInWords)) Say(group);
    }

    /// <summary>Of what sets it apart most, so that it stays what it is from run to run.</summary>
    static string NameOf(int group, GroupEffects effects, Points points, CategoryCounts[] categories)
    {
        string[] parts =
        [
            .. EffectWords.Telling(effects, group).Take(2).Select(j => $"{EffectWords.HighLow(effects, group, j)} {points.Columns[j]}"),
            .. categories.SelectMany(c => c.Top(group, 1).Where(e => e.Lift >= 2).Select(e => c.Values.NameOf(e.Value))).Take(1),
        ];
        return parts.Length == 0 ? "like the rest" : string.Join(", ", parts);
    }

    Sheet Clusters() => new($"{model.Name}_clusters", $"Clusters of `{labeling.Name}` in words",
    [
        new("cluster", CellFormat.Text, [.. All.Select(Cluster)]),
        new("name", CellFormat.Text, names),
        new("size", CellFormat.Count, [.. effects.Sizes.Select(s => (object)s)]),
        new("share", CellFormat.Share, [.. effects.Sizes.Select(s => (object)((double)s / groups.Labels.Length))]),
        new("rule", CellFormat.Text, [.. rules.Select(Rule)]),
        new("precision", CellFormat.Share, [.. rules.Select(r => (object)r.Precision)]),
        new("recall", CellFormat.Share, [.. rules.Select(r => (object)r.Recall)]),
    ]);

    string Rule(GroupRule rule) => rule.Conditions.Length == 0 ? "none" : string.Join(" and ", rule.Conditions.Select(Condition));

    string Condition(RuleCondition condition)
    {
        var (name, above, most) = (points.Columns[condition.Column], CellText.Number(condition.Above), CellText.Number(condition.Most));
        return double.IsNegativeInfinity(condition.Above) ? $"{name} ≤ {most}"
            : double.IsPositiveInfinity(condition.Most) ? $"{name} > {above}" : $"{above} < {name} ≤ {most}";
    }

    Sheet Effects() => new($"{model.Name}_effects", $"Each cluster of `{labeling.Name}` against the rest, in pooled standard deviations",
    [
        new("column", CellFormat.Text, [.. points.Columns]),
        .. All.Select(g => new SheetColumn(Cluster(g), CellFormat.Number, [.. effects.Effects[g].Select(e => (object)e)])),
        new("heavy_tails", CellFormat.Text, [.. effects.HeavyTails.Select(h => h ? "yes" : "no")]),
        .. All.Select(g => new SheetColumn($"{Cluster(g)}_dominance", CellFormat.Number, [.. effects.Dominance[g].Select(e => (object)e)])),
    ]);

    Heatmap Chart() => new($"{model.Name}_effects", $"What sets the clusters of {labeling.Name} apart",
        [.. All.Select(Cluster)], points.Columns, effects.Dominance)
    {
        Diverging = true,
        RowClusters = groups.Clusters,
        Note = "1: every row of the cluster has a greater value than every other row; −1: a lesser one; 0: neither more often (Cliff's δ).",
    };

    /// <summary>How much the clusters say of each column, whether they were made of it or not.</summary>
    BarChart Drivers()
    {
        var shares = points.Columns.Select((name, j) => (Name: name, Share: effects.Explained[j]))
            .Concat(categories.Select(c => (c.Values.Name, Share: c.Explained))).OrderByDescending(c => c.Share).ToArray();
        var (first, last) = (shares[0], shares[^1]);
        return new($"{model.Name}_drivers", $"How much the clusters of `{labeling.Name}` say of each column",
            [.. shares.Take(MostDrawn).Select(c => c.Name)], [new Series("share", [.. shares.Take(MostDrawn).Select(c => c.Share)])])
        {
            Format = CellFormat.Share,
            ValueAxis = "share of the column's variance between clusters" + (categories.Length == 0 ? " (η²)"
                : "; of categories, of their entropy"),
            Note = $"Most of `{first.Name}` ({Wording.Share(first.Share)})"
                + (shares.Length < 2 ? "." : $", least of `{last.Name}` ({Wording.Share(last.Share)}).")
                + (shares.Length > MostDrawn ? $" The first {MostDrawn} of {Wording.Plural(shares.Length, "column")}." : ""),
        };
    }

    Sheet Values()
    {
        var top = All.SelectMany(g => categories.SelectMany(c => c.Top(g, MostValues)
            .Select(e => (Group: g, c.Values, Found: e)))).ToArray();
        return new($"{model.Name}_categories", $"Categories that clusters of `{labeling.Name}` have more often than chance",
        [
            new("cluster", CellFormat.Text, [.. top.Select(t => Cluster(t.Group))]),
            new("column", CellFormat.Text, [.. top.Select(t => t.Values.Name)]),
            new("value", CellFormat.Text, [.. top.Select(t => t.Values.NameOf(t.Found.Value))]),
            new("rows", CellFormat.Count, [.. top.Select(t => (object)t.Found.Count)]),
            new("lift", CellFormat.Number, [.. top.Select(t => (object)t.Found.Lift)]),
            new("p_corrected", CellFormat.Number, [.. top.Select(t => (object)t.Found.P)]),
        ]);
    }

    void Say(int group)
    {
        var rule = rules[group];
        string[] telling = [.. EffectWords.Of(effects, group, points.Columns, most: 4)];
        string[] top = [.. categories.SelectMany(c => c.Top(group, 3)
            .Select(e => $"{c.Values.NameOf(e.Value)} (×{Wording.Number(e.Lift, "0.0")}, {Wording.Plural(e.Count, "row")})"))];
        var share = Wording.Share((double)effects.Sizes[group] / groups.Labels.Length);
        run.Say($"`{labeling.Name}` {Cluster(group)} ({share}) against the rest: "
            + (telling.Length > 0 ? string.Join(", ", telling) : "near it in every column")
            + (rule.Conditions.Length > 0 ? $". {Found(rule)}" : "")
            + (top.Length > 0 ? $". More often than chance: {string.Join(", ", top)}" : "") + ".");
    }

    string Found(GroupRule rule) => $"`{Rule(rule)}` finds {Wording.Share(rule.Recall)} of it, and {Wording.Share(rule.Precision)} "
        + $"of what it finds is in it{(rule.F1 < Weak ? ": no rule of three conditions tells it well" : "")}";
}
