namespace Host.Repl;

/// <summary>What is in a study, as sheets.</summary>
static class StudyView
{
    public static Sheet Parts(Study study)
    {
        List<(string Kind, string Name, string What)> parts = [];
        if (study.Table is { } table)
            parts.Add(("table", study.Name, $"{Wording.Plural(table.Rows, "row")}, {Wording.Plural(table.Columns.Count, "column")}"));
        foreach (var aside in study.Aside)
            parts.Add(("table", aside.Name, $"{Wording.Plural(aside.Rows, "row")}, {Wording.Plural(aside.Loaded.Columns.Count, "column")}; "
                + $"`use {aside.Name}` goes on with it"));
        foreach (var points in study.Points)
            parts.Add(("points", points.Name,
                Wording.Plural(points.Columns.Count, "column") + (points.Name == study.CurrentPoints ? ", current" : "")));
        foreach (var labeling in study.Labelings)
            parts.Add(("labeling", labeling.Name, $"{Wording.Plural(labeling.Clusters, "cluster")}, "
                + $"{Wording.Share((double)labeling.NoiseRows / Math.Max(1, labeling.Rows))} noise"));
        foreach (var model in study.Models)
            parts.Add(("model", model.Name, string.Join(", ", model.Metrics.Select(m => $"{m.Name} {m.Text}"))));
        parts.Add(("memory", "", $"{Quantities.Bytes(Environment.WorkingSet)} in this process"));
        return Of("study", "The study", ["kind", "name", "what"], parts.Select(p => new object?[] { p.Kind, p.Name, p.What }));
    }

    public static Sheet Columns(Table table) =>
        Of("columns", $"{Wording.Plural(table.Columns.Count, "column")} of {Wording.Plural(table.Rows, "row")}",
        ["column", "type", "missing", "first"],
        table.Columns.Select(
            c => new object?[] { c.Name, c.Type.ToString().ToLowerInvariant(), c.Missing, table.Rows > 0 ? c.Show(0) : "" }));

    public static Sheet Times(Session session) => Of("time", "Steps, their times and the most memory that the process held",
        ["step", "text", "time", "memory"],
        session.Steps.Select(e => e.Record!)
            .Select((r, i) => new object?[] { $"{i + 1}", r.Text, Quantities.Seconds(r.Time), Quantities.Bytes(r.PeakMemory) }));

    static Sheet Of(string name, string title, string[] heads, IEnumerable<object?[]> rows)
    {
        var all = rows.ToList();
        return new Sheet(name, title,
            [.. heads.Select((h, i) =>
                new SheetColumn(h, h == "missing" ? CellFormat.Count : CellFormat.Text, [.. all.Select(r => r[i])]))]);
    }
}
