using Runtime.Numerics.Rows;

namespace Runtime.Operators.Data;

/// <summary>Which rows a join keeps.</summary>
public enum JoinKind
{
    Left,
    Inner,
}

/// <summary>Looks the rows up in another table. A key stands there once at most, so rows never multiply.</summary>
[Operator("join", "Add the columns of another table, matched by columns that both have.", Needs = Needs.Table, Rows = RowEffect.Subset,
    Keywords = "merge lookup vlookup combine")]
[AlsoCalled("merge", "left_join", "lookup", "vlookup", "combine", "inner_join", "mapping", "join_by", "xlookup")]
[InsteadOf("join that keeps the rows of both tables", "outer_join", "full_join", "right_join", "cross_join", "semi_join", "anti_join",
    "full_outer_join")]
[Example("join sizes on=genre", After = "group by=genre agg=count as sizes")]
public sealed record Join : Operator
{
    [Arg("The other table: the name of one that stands aside, a file, or a sample.", Positional = true)]
    [AlsoCalled("right", "other", "table", "with", "y")]
    public required InputFile File { get; init; }

    [Arg("The columns that must be equal; a missing value matches nothing.")]
    [AlsoCalled("by", "key", "keys", "using", "left_on", "right_on", "using_columns", "match")]
    public required ValueList<ColumnRef> On { get; init; }

    [Arg("Keep all rows, with missing values where nothing matches, or only those that match.")]
    [AlsoCalled("kind", "type", "join_type", "join")]
    [AlsoCalled("left_outer", "keep", "all_left", Value = "left")]
    [AlsoCalled("innerunique", "both", "intersection", Value = "inner")]
    public JoinKind How { get; init; } = JoinKind.Left;

    [Arg("What to put before the names of the columns that are added.")]
    [AlsoCalled("suffix", "suffixes", "rsuffix", "lsuffix")]
    public string Prefix { get; init; } = "";

    protected override Shape Check(Shape before, CheckContext check)
    {
        var other = before.Aside.Find(File.Written) ?? new Load { File = File }.Apply(Shape.Empty, check);
        if (before.Columns is not { } columns || other.Columns is not { } added) return before with { AnyColumn = true };
        for (var i = 0; i < On.Count; i++) CheckKey(i, columns, added, check);
        string[] both = [.. added.Where(c => !IsKey(c.Name)).Select(c => Prefix + c.Name).Where(columns.Has)];
        if (both.Length > 0 && !check.Failed)
            check.Refuse(nameof(File), $"Both tables have {(both.Length == 1 ? "a column" : "columns")} {Wording.Names(both)}.",
                $"Add `prefix={Path.GetFileNameWithoutExtension(File.Written).Split(':')[^1]}_`, or leave out what is not needed with "
                + "`drop columns` first.");
        columns = added.Where(c => !IsKey(c.Name)).Aggregate(columns, (all, c) => all.Set(c with { Name = Prefix + c.Name }));
        return before with { Columns = columns, Rows = How == JoinKind.Left ? before.Rows : null };
    }

    protected override Study Run(Study study, RunContext run)
    {
        var other = (study.Aside.Find(File.Written) ?? new Load { File = File }.Apply(Study.Empty, run)).Loaded;
        var matches = Matches(study.Loaded, other, run.Work);
        var unmatched = matches.AsSpan().Count(-1);
        run.Say($"{Wording.Count(matches.Length - unmatched)} of {Wording.Plural(matches.Length, "row")} have a match in `{File}`; "
            + $"{Wording.Count(unmatched)} {(How == JoinKind.Left ? "get missing values" : "are left out")}.");
        if (unmatched == matches.Length)
            throw new Refusal($"No row has a match in `{File}`.", "Compare how the keys are written there.") { Argument = nameof(On) };
        if (How == JoinKind.Inner && unmatched > 0)
        {
            study = study.Take([.. Enumerable.Range(0, matches.Length).Where(r => matches[r] >= 0)]);
            matches = Array.FindAll(matches, m => m >= 0);
        }
        Column[] added = [.. other.Columns.Where(c => !IsKey(c.Name)).Select(c => c.TakeOrMissing(matches).Renamed(Prefix + c.Name))];
        return study.With(new Table(new([.. study.Loaded.Columns, .. added]), study.Rows));
    }

    /// <summary>The row of the other table for each row here; −1 where there is none.</summary>
    int[] Matches(Table here, Table there, Work work)
    {
        var ranks = Ranks.Of([.. On.Select(c => Columns.Stacked(here[c.Name], there[c.Name]))], missingIsAValue: false, work).OfRow;
        var rowOf = new Dictionary<int, int>(there.Rows);
        for (var row = 0; row < there.Rows; row++)
        {
            var rank = ranks[here.Rows + row];
            if (rank >= 0 && !rowOf.TryAdd(rank, row)) throw Repeated(there, row);
        }
        return Array.ConvertAll(ranks[..here.Rows], r => rowOf.TryGetValue(r, out var row) ? row : -1);
    }

    Refusal Repeated(Table there, int row) => new(
        $"`{File}` has {Wording.And(On.Select(c => $"`{c}` = `{there[c.Name].Show(row)}`"))} more than once, so a row here would have "
        + "several matches.",
        "Make it unique there, or join on more columns.")
    { Argument = nameof(On) };

    void CheckKey(int index, NamedList<ColumnShape> here, NamedList<ColumnShape> there, CheckContext check)
    {
        var name = On[index].Name;
        if (there.Find(name) is not { } other) Complain($"`{File}` has no column `{name}`.", Spelling.List("columns", name, there.Names));
        else if (here.Find(name) is { } own && own.IsNumeric != other.IsNumeric)
            Complain($"`{name}` holds {(own.IsNumeric ? "numbers" : "text")} here and {(own.IsNumeric ? "text" : "numbers")} in `{File}`.",
                "Join on columns of one type.");

        void Complain(string text, string hint) =>
            check.Add(new Complaint(ContractCodes.Refused, nameof(On), text, hint) { Index = index });
    }

    bool IsKey(string name) => On.Contains(name);
}
