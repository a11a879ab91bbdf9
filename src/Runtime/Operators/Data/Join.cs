using Runtime.Expressions;
using Runtime.Numerics.Rows;

namespace Runtime.Operators.Data;

/// <summary>Which rows a join keeps.</summary>
public enum JoinKind
{
    Left,
    Inner,
    Outer,
    Anti,
}

/// <summary>Looks the rows up in another table: a row with several matches stands once for each.</summary>
[Operator("join", "Add the columns of another table, matched by columns that both have.", Needs = Needs.Table, Rows = RowEffect.Subset,
    Keywords = "merge lookup vlookup combine")]
[AlsoCalled("merge", "left_join", "lookup", "vlookup", "combine", "mapping", "join_by", "xlookup")]
[AlsoCalled("inner_join", As = "join {} how=inner")]
[AlsoCalled("outer_join", "full_join", "full_outer_join", As = "join {} how=outer")]
[AlsoCalled("anti_join", As = "join {} how=anti")]
[InsteadOf("operation on sets of rows", "intersect", "setdiff", "except_all", "minus")]
[InsteadOf("join that keeps all rows of the other table alone", "right_join", "cross_join", "semi_join")]
[Example("join sizes on=genre", After = "group by=genre agg=count as sizes")]
[Example("join sizes on=genre == style how=inner",
    After = "group by=genre agg=count as sizes | use sizes | rename style=genre | use load")]
public sealed record Join : Operator
{
    [Arg("The other table: the name of one that stands aside, a file, or a sample.", Positional = true)]
    [AlsoCalled("right", "other", "table", "with", "y")]
    public required InputFile File { get; init; }

    [Arg("The columns that must be equal, `HERE == THERE` where the names differ; a missing value matches nothing."), Matched]
    [AlsoCalled("by", "key", "keys", "using", "left_on", "right_on", "using_columns", "match")]
    public required ValueList<ColumnRef> On { get; init; }

    [Arg("Keep all rows here (`left`), those that match, the rows of both tables, or only those here that match nothing (`anti`).")]
    [AlsoCalled("kind", "type", "join_type", "join")]
    [AlsoCalled("left_outer", "keep", "all_left", Value = "left")]
    [AlsoCalled("innerunique", "both", "intersection", Value = "inner")]
    [AlsoCalled("full", "full_outer", "union", Value = "outer")]
    [AlsoCalled("left_anti", "without", "except", Value = "anti")]
    public JoinKind How { get; init; } = JoinKind.Left;

    [Arg("What to put before the names of the columns that are added.")]
    [AlsoCalled("suffix", "suffixes", "rsuffix", "lsuffix")]
    public string Prefix { get; init; } = "";

    [Arg("Refuse a row that has several matches; otherwise it stands once for each.")]
    [AlsoCalled("validate", "relationship", "once")]
    public bool Single { get; init; }

    /// <summary>The keys there; and with a prefix later steps call what is added otherwise.</summary>
    protected override Reads ReadsUnnamed(Shape before) => before.Aside.Find(File.Written) is not { } other ? Runtime.Reads.Nothing
        : new() { ColumnsAside = Prefix.Length > 0 ? [.. (other.Columns ?? []).Select(c => c.Name)] : [.. On.Select(There)] };

    protected override Shape Check(Shape before, CheckContext check)
    {
        var other = OtherTable.Of(File, before, check);
        var after = before with { Rows = How == JoinKind.Left && Single ? before.Rows : null };
        if (How == JoinKind.Outer) after = after with { Points = [], CurrentPoints = null };
        if (before.Columns is not { } columns || other.Columns is not { } there) return after with { AnyColumn = true };
        for (var i = 0; i < On.Count; i++) CheckKey(i, columns, there, check);
        if (How == JoinKind.Anti) return after;
        ColumnShape[] added = [.. there.Where(c => !IsKey(c.Name)).Select(c => c with { Name = Prefix + c.Name })];
        CheckNames(added, columns, check);
        if (How == JoinKind.Outer)
            columns = columns.Map(c => On.Contains(c.Name) ? c with { IsGuessed = true, Clusters = null } : c);
        return after with { Columns = added.Aggregate(columns, (all, c) => all.Set(c)) };
    }
    protected override Price Cost(Workload load) =>
        new Price { Shared = 500 * load.Rows, Memory = 24 * load.Rows } + Price.Touching(load.Rows, load.AllColumns);

    protected override Study Run(Study study, RunContext run)
    {
        var other = OtherTable.Of(File, study, run);
        var matches = RowMatches.Of([.. On.Select(c => Key(study.Loaded, other, c))], study.Rows, run.Work);
        var matched = Enumerable.Range(0, study.Rows).Count(r => matches.CountOf(r) > 0);
        run.Say(Told(study.Rows, matched, matches.Keyless));
        if (matched == 0 && How is JoinKind.Left or JoinKind.Inner)
            throw new Refusal($"No row has a match in `{File}`.", "Compare how the keys are written there.") { Argument = nameof(On) };
        if (How == JoinKind.Anti) return study.Take([.. Enumerable.Range(0, study.Rows).Where(r => matches.CountOf(r) == 0)], run.Work);
        if (Single) HoldSingle(matches, study.Loaded);
        var pairs = Pairs(matches, run);
        return How == JoinKind.Outer ? Outer(study, other, pairs, matches.Unmatched(other.Rows), run)
            : Joined(IsEach(pairs.Here.Length, matched, study) ? study : study.Take(pairs.Here, run.Work), other, pairs.There);
    }

    /// <summary>Every row stands once, in its place.</summary>
    bool IsEach(int pairs, int matched, Study study) => pairs == study.Rows && (How == JoinKind.Left || matched == study.Rows);

    string Told(int rows, int matched, int keyless)
    {
        var rest = How switch { JoinKind.Inner => "are left out", JoinKind.Anti => "are kept", _ => "get missing values" };
        return $"{Wording.Count(matched)} of {Wording.Plural(rows, "row")} have a match in `{File}`; "
            + $"{Wording.Count(rows - matched)} {rest}."
            + (keyless == 0 ? "" : $" {Wording.Plural(keyless, "row")} without a key {(keyless == 1 ? "matches" : "match")} nothing.");
    }

    /// <summary>Each row with each of its matches.</summary>
    (int[] Here, int[] There) Pairs(RowMatches matches, RunContext run)
    {
        var keepAlone = How != JoinKind.Inner;
        var count = matches.Count(keepAlone);
        if (count > Array.MaxLength)
            throw new Refusal($"The table would have {Wording.Count(count)} rows: the keys repeat in both tables.", "Join on more columns.")
            { Argument = nameof(On) };
        var repeated = Enumerable.Range(0, matches.GroupOf.Length).Count(r => matches.CountOf(r) > 1);
        if (repeated > 0)
            run.Say($"{Wording.Plural(repeated, "row")} {(repeated == 1 ? "has" : "have")} several matches and "
                + $"{(repeated == 1 ? "stands" : "stand")} once for each: {Wording.Plural(count, "row")}.");
        return matches.Pairs(keepAlone);
    }

    Study Joined(Study study, Table other, int[] there) =>
        study.With(new Table(new([.. study.Loaded.Columns, .. Added(other, there)]), study.Rows));

    IEnumerable<Column> Added(Table other, int[] there) =>
        other.Columns.Where(c => !IsKey(c.Name)).Select(c => c.TakeOrMissing(there).Renamed(Prefix + c.Name));

    /// <summary>The rows of the other table that nothing matches stand below; there are no points for them.</summary>
    Study Outer(Study study, Table other, (int[] Here, int[] There) pairs, int[] alone, RunContext run)
    {
        var here = study.Loaded;
        int[] there = [.. pairs.There, .. alone], rows = [.. pairs.Here, .. alone.Select(_ => -1)];
        int[] ofKeys = [.. pairs.Here, .. alone.Select(r => here.Rows + r)];
        if (alone.Length > 0)
            run.Say($"Below them {(alone.Length == 1 ? "stands" : "stand")} {Wording.Plural(alone.Length, "row")} of `{File}` that "
                + $"{(alone.Length == 1 ? "matches" : "match")} nothing here.");
        if (study.Points.Count > 0) run.Say("Points are left behind: rows of the other table have none.");
        var columns = here.Columns.Select(c =>
            On.FirstOrDefault(o => o.Name == c.Name) is { } key ? Key(here, other, key).Take(ofKeys) : c.TakeOrMissing(rows));
        return study.With(new Table(new([.. columns, .. Added(other, there)]), rows.Length)) with { Points = [], CurrentPoints = null };
    }

    void HoldSingle(RowMatches matches, Table here)
    {
        var row = Array.FindIndex(matches.GroupOf, g => g >= 0 && matches.Starts[g + 1] - matches.Starts[g] > 1);
        if (row >= 0)
            throw new Refusal(
                $"`{File}` has {Wording.And(On.Select(c => $"`{There(c)}` = `{here[c.Name].Show(row)}`"))} more than once, so a row here "
                + "would have several matches.", "Join on more columns, or leave `single` out.")
            { Argument = nameof(Single) };
    }

    /// <summary>The key's column of both tables, the rows here above those there.</summary>
    Column Key(Table here, Table there, ColumnRef key)
    {
        var (above, below) = (here[key.Name], there[There(key)]);
        return Kind(above.Type) == Kind(below.Type) ? Columns.Stacked(above, below)
            : throw new Refusal(Unlike(key, above.Type, below.Type), OneType) { Argument = nameof(On) };
    }

    const string OneType = "Join on columns of one type.";

    /// <summary>What makes the column here what the other one is.</summary>
    static string? AsThere(ColumnRef key, ColumnType there)
    {
        var name = Expressions.Notation.Name(key.Name);
        return there == ColumnType.Text ? $"derive {name} = text({name})" : there.IsNumeric() ? $"derive {name} = number({name})" : null;
    }

    void CheckKey(int index, NamedList<ColumnShape> here, NamedList<ColumnShape> there, CheckContext check)
    {
        var key = On[index];
        var name = There(key);
        if (there.Find(name) is not { } other)
            Complain($"`{File}` has no column `{name}`.", Spelling.List("columns", name, there.Names),
                Spelling.Nearest(name, there.Names) is { } near ? [new() { Instead = new MatchedColumn(key.Name, near).Text }] : []);
        else if (here.Find(key.Name) is { } own && Kind(own.Type) != Kind(other.Type) && !own.IsGuessed && !other.IsGuessed)
            Complain(Unlike(key, own.Type, other.Type), AsThere(key, other.Type) is { } step ? $"Put `{step}` before this step." : OneType,
                AsThere(key, other.Type) is { } before ? [new() { Before = before }] : []);

        void Complain(string text, string hint, Remedy[] remedies) =>
            check.Add(new Complaint(ContractCodes.Refused, nameof(On), text, hint) { Index = index, Remedies = remedies });
    }

    void CheckNames(ColumnShape[] added, NamedList<ColumnShape> columns, CheckContext check)
    {
        string[] both = [.. added.Select(c => c.Name).Where(columns.Has)];
        if (both.Length == 0 || check.Failed) return;
        var prefix = $"prefix={Notation.Word(Path.GetFileNameWithoutExtension(File.Written).Split(':')[^1] + "_")}";
        check.Add(new(ContractCodes.Refused, nameof(File),
            $"Both tables have {(both.Length == 1 ? "a column" : "columns")} {Wording.Names(both)}.",
            $"Add `{prefix}`, or leave out what is not needed with `drop columns` first.")
        { Remedies = Prefix.Length == 0 ? [new() { Further = prefix }] : [] });
    }

    string Unlike(ColumnRef key, ColumnType here, ColumnType there) =>
        $"`{key.Name}` holds {here.Holds()} here, and `{There(key)}` holds {there.Holds()} in `{File}`.";

    /// <summary>Cluster numbers can be looked up as numbers.</summary>
    static ColumnType Kind(ColumnType type) => type is ColumnType.Integer or ColumnType.Label ? ColumnType.Number : type;

    static string There(ColumnRef key) => key is MatchedColumn matched ? matched.Other : key.Name;

    bool IsKey(string name) => On.Any(c => There(c) == name);
}
