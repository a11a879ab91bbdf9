namespace Runtime.Operators.Data;

[Operator("rename", "Give columns other names: the new one first, as in `derive`.", Needs = Needs.Table, Keywords = "name column label")]
[AlsoCalled("rename_columns", "rename_with", "set_names", "project_rename", "relabel", "colnames", "set_axis", "rename_column")]
[Example("rename bpm=tempo artist=artist_name")]
[Example("rename song_*=track_*")]
public sealed record Rename : Operator
{
    [Arg("The columns to rename, as `NEW = OLD`; `sensor_*=s_*` renames all that fit.")]
    public required ValueList<NamedValue<ColumnRef>> Columns { get; init; }

    protected override Shape Check(Shape before, CheckContext check)
    {
        if (before.Columns is not { } columns) return before;
        if (Columns.Any(c => c.Value is ColumnChoice)) return before with { AnyColumn = true };
        var (old, given) = (new HashSet<string>(), new HashSet<string>());
        for (var i = 0; i < Columns.Count; i++) CheckOne(i, columns, check, old, given);
        var names = NewNames;
        return before with { Columns = columns.Map(c => c with { Name = names.GetValueOrDefault(c.Name, c.Name) }) };
    }
    protected override Price Cost(Workload load) => Price.Slight(load.Rows);

    protected override Study Run(Study study, RunContext run)
    {
        var (table, names) = (study.Loaded, NewNames);
        return study.With(new Table(table.Columns.Map(c => names.TryGetValue(c.Name, out var name) ? c.Renamed(name) : c), table.Rows));
    }

    void CheckOne(int index, NamedList<ColumnShape> columns, CheckContext check, HashSet<string> old, HashSet<string> given)
    {
        var (name, column) = Columns[index];
        if (!old.Add(column.Name)) Complain($"`{column}` is given two names.", "Keep one of them; `derive` makes a copy of a column.");
        if (!given.Add(name)) Complain($"Two columns would be named `{name}`.", "Give each a name of its own.");
        if (columns.Has(name) && !Columns.Any(c => c.Value.Name == name))
            Complain($"There is a column `{name}` already.",
                $"Choose another name, or leave that one out with `drop columns {name}` first.");

        void Complain(string text, string hint) =>
            check.Add(new Complaint(ContractCodes.Refused, nameof(Columns), text, hint) { Index = index });
    }

    Dictionary<string, string> NewNames
    {
        get
        {
            var names = new Dictionary<string, string>();
            foreach (var (name, column) in Columns) names.TryAdd(column.Name, name);
            return names;
        }
    }
}
