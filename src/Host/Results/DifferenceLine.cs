namespace Host.Results;

/// <summary>One thing to tell of a difference.</summary>
/// <param name="Part">Under which heading.</param>
/// <param name="What">What it is about; deeper ones belong to the one above.</param>
/// <param name="Old">Null when it was not there.</param>
/// <param name="New">Null when it is gone.</param>
sealed record DifferenceLine(DifferencePart Part, int Depth, string What, string? Old, string? New)
{
    const int MostTransitions = 40;

    public static IEnumerable<DifferenceLine> Of(FindingsDifference all, bool everything, Func<StepDifference, int?> lineOf) =>
    [
        .. all.Around.Where(c => c.Name != "pipe" || everything || all.Causeless.Any())
            .Select(c => new DifferenceLine(DifferencePart.Changed, 0, c.Name, c.Old, c.New)),
        .. all.Edited.SelectMany(s => Edits(s, lineOf(s))),
        .. all.Led.SelectMany(s => Found(s, DifferencePart.Led, everything)),
        .. all.Causeless.SelectMany(s => Found(s, DifferencePart.Causeless, everything)),
        .. everything ? all.Steps.Where(s => !s.IsEdited && !s.IsOther)
            .Select(s => new DifferenceLine(DifferencePart.Same, 0, s.Text, null, null)) : [],
    ];

    static IEnumerable<DifferenceLine> Edits(StepDifference step, int? line)
    {
        var place = line is null ? "" : $" (line {line})";
        if (step.IsNew) return [new(DifferencePart.Changed, 0, $"new step{place}", null, step.After!.Text)];
        if (step.IsGone) return [new(DifferencePart.Changed, 0, "step is gone", step.Before!.Text, null)];
        return step.Arguments.Count == 0 ? [new(DifferencePart.Changed, 0, $"{step.Verb}{place}", step.Before!.Text, step.After!.Text)]
            : step.Arguments.Select(a => new DifferenceLine(DifferencePart.Changed, 0, $"{step.Verb} {a.Name}{place}", a.Old, a.New));
    }

    static IEnumerable<DifferenceLine> Found(StepDifference step, DifferencePart part, bool everything)
    {
        var of = step.After!.Makes is [.., var last] ? last : step.Verb;
        foreach (var labels in step.Labels)
            foreach (var line in Clusters(labels, part)) yield return line;
        foreach (var fact in step.Facts.Where(f => step.Labels.Count == 0 || f.Name is not ("clusters" or "noise")))
            yield return new(part, 0, fact.Name.Contains('(', StringComparison.Ordinal) ? fact.Name : $"{fact.Name} of {of}",
                fact.Old, fact.New);
        foreach (var table in step.Tables)
        {
            yield return new(part, 0, $"table {table.Name}", null,
                $"{Wording.Count(table.Cells.Count)} of {Wording.Plural(table.Of, "cell")}");
            foreach (var cell in everything ? table.Cells : []) yield return new(part, 1, cell.Name, cell.Old, cell.New);
        }
    }

    static IEnumerable<DifferenceLine> Clusters(LabelDifference labels, DifferencePart part)
    {
        yield return new(part, 0, labels.Name, Brief(labels.Before), Brief(labels.After));
        if (labels.Witnesses == 0)
        {
            yield return new(part, 1, "the records know no row in common, so clusters are not compared", null, null);
            yield break;
        }
        foreach (var one in labels.Transitions.Take(MostTransitions)) yield return Fates(one, labels, part);
        if (labels.Transitions.Count > MostTransitions)
            yield return new(part, 1, $"and {Wording.Plural(labels.Transitions.Count - MostTransitions, "cluster")} more", null, null);
    }

    static DifferenceLine Fates(Transition one, LabelDifference labels, DifferencePart part)
    {
        var (cluster, first) = (one.Cluster, one.Parts[0].Cluster);
        var parts = string.Join(", ", one.Parts.Take(4).Select(p => $"{Shown(p.Cluster)} {Math.Round(100 * p.Share)} %"));
        var (old, now) = (Rows(labels.Before, cluster), Rows(labels.After, cluster));
        return one.Fate switch
        {
            Fate.Stays => new(part, 1, first == cluster ? $"{cluster} stays" : $"{cluster} stays, as {first}",
                old, Rows(labels.After, first)),
            Fate.Splits => new(part, 1, $"{cluster} splits", old, parts),
            Fate.Merges => new(part, 1, $"{cluster} merges", parts, now),
            Fate.Died => new(part, 1, $"{cluster} died", old, parts),
            Fate.Born => new(part, 1, $"{cluster} born", first == WitnessRows.Noise ? $"from {parts}" : $"of {parts}", now),
            _ => new(part, 1, $"{cluster} scatters", old, parts),
        };
    }

    static string? Rows(LabelsFound labels, string cluster) =>
        LabelDifference.Size(labels, cluster) is { } size && long.TryParse(size, out var rows) ? Wording.Plural(rows, "row") : null;

    static string Shown(string cluster) => cluster == WitnessRows.Noise ? "noise" : cluster;

    static string Brief(LabelsFound labels)
    {
        var noise = Rows(labels, WitnessRows.Noise);
        return Wording.Plural(labels.Order.Count, "cluster") + (noise is null ? "" : $", {noise} of noise");
    }
}

enum DifferencePart
{
    Changed,
    Led,
    Causeless,
    Same,
}
