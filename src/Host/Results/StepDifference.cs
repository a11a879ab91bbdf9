namespace Host.Results;

/// <summary>What differs between two records of one step.</summary>
/// <param name="Before">Null when the step is new.</param>
/// <param name="After">Null when the step is gone.</param>
sealed record StepDifference(StepFound? Before, StepFound? After)
{
    public IReadOnlyList<Changed> Arguments { get; private init; } = [];

    public IReadOnlyList<Changed> Facts { get; private init; } = [];

    public IReadOnlyList<LabelDifference> Labels { get; private init; } = [];

    public IReadOnlyList<TableDifference> Tables { get; private init; } = [];

    /// <summary>What it stands on is not what it was.</summary>
    public bool HasCause { get; init; }

    public string Text => (After ?? Before)!.Text;

    public string Verb => StepArguments.VerbOf(Text);

    public bool IsNew => Before is null;

    public bool IsGone => After is null;

    /// <summary>It is another step than it was.</summary>
    public bool IsEdited => Before?.Text != After?.Text;

    /// <summary>It found something else.</summary>
    public bool IsOther => Facts.Count + Labels.Count + Tables.Count > 0;

    /// <summary>Without what it found.</summary>
    public StepDifference Bare => this with { Facts = [], Labels = [], Tables = [] };

    /// <param name="before">Of all, where the witnesses are.</param>
    public static StepDifference Of(StepFound? old, StepFound? now, RecordedFindings before, RecordedFindings after)
    {
        if (old is null || now is null) return new(old, now);
        return new(old, now)
        {
            Arguments = old.Text == now.Text ? [] : StepArguments.Between(old.Text, now.Text),
            Facts = Values(old.Facts.Select(f => (f.Name, f.Value)), now.Facts.Select(f => (f.Name, f.Value))),
            Labels = [.. Paired(old.Labels, now.Labels).Select(p => LabelDifference.Of(p.Old, p.New, before, after))
                .OfType<LabelDifference>()],
            Tables = [.. old.Tables.Select(t => (t, now.Tables.FirstOrDefault(n => n.Name == t.Name)))
                .Where(p => p.Item2 is not null).Select(p => TableDifference.Between(p.t, p.Item2!)).OfType<TableDifference>()],
        };
    }

    /// <summary>By name; a labeling that is called otherwise now is the one in its place.</summary>
    static IEnumerable<(LabelsFound Old, LabelsFound New)> Paired(IReadOnlyList<LabelsFound> olds, IReadOnlyList<LabelsFound> news) =>
        olds is [var one] && news is [var other] ? [(one, other)]
        : olds.Join(news, l => l.Name, l => l.Name, (o, n) => (o, n));

    /// <param name="isExact">They were given, not measured.</param>
    public static IReadOnlyList<Changed> Values(
        IEnumerable<(string Name, string Value)> olds, IEnumerable<(string Name, string Value)> news, bool isExact = false)
    {
        var (before, after) = (Numbered(olds), Numbered(news));
        return [.. before.Keys.Union(after.Keys).Select(k => new Changed(k, before.GetValueOrDefault(k), after.GetValueOrDefault(k)))
            .Where(c => c.Old is null || c.New is null || c.Old != c.New && (isExact || !RecordNumbers.Agree(c.Old, c.New)))];
    }

    /// <summary>What comes again under a name is known by which it is.</summary>
    static Dictionary<string, string> Numbered(IEnumerable<(string Name, string Value)> values)
    {
        var numbered = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            var (unique, count) = (name, 2);
            while (!numbered.TryAdd(unique, value)) unique = $"{name} ({count++})";
        }
        return numbered;
    }
}

/// <summary>A small table, some cells of which are others.</summary>
/// <param name="Cells">What differs, by row and column.</param>
/// <param name="Of">How many cells there are.</param>
sealed record TableDifference(string Name, IReadOnlyList<Changed> Cells, int Of)
{
    /// <summary>Null when they are the same as far as they say.</summary>
    public static TableDifference? Between(TableFound before, TableFound after)
    {
        var cells = StepDifference.Values(Flat(before), Flat(after));
        return cells.Count == 0 ? null : new(after.Name, cells, Flat(before).Concat(Flat(after)).DistinctBy(c => c.Item1).Count());
    }

    /// <summary>A row is known by its first cells, as many as it takes to tell all apart, up to two.</summary>
    static IEnumerable<(string, string)> Flat(TableFound table)
    {
        var keys = table.Rows.Select(r => r[0]).Distinct().Count() == table.Rows.Count || table.Columns.Count < 3 ? 1 : 2;
        return table.Rows.SelectMany(row => Enumerable.Range(keys, Math.Max(0, table.Columns.Count - keys))
            .Select(j => ($"{string.Join(' ', row.Take(keys))} {table.Columns[j]}", row[j])));
    }
}
