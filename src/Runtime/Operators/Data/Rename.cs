namespace Runtime.Operators.Data;

[Operator("rename", "Give columns other names: the new one first, as in `derive`.", Needs = Needs.Table, Keywords = "name column label")]
[AlsoCalled("rename_columns", "rename_with", "set_names", "project_rename", "relabel", "colnames", "set_axis", "rename_column")]
[Example("rename bpm=tempo artist=artist_name")]
public sealed record Rename : Operator
{
    [Arg("The columns to rename, as `NEW = OLD`.")]
    public required ValueList<NamedValue<ColumnRef>> Columns { get; init; }

    protected override Shape Check(Shape before, CheckContext check)
    {
        if (before.Columns is not { } columns) return before;
        for (var i = 0; i < Columns.Count; i++) CheckOne(i, columns, check);
        return before with { Columns = columns.Map(c => c with { Name = NewName(c.Name) }) };
    }

    protected override Study Run(Study study, RunContext run)
    {
        var table = study.Loaded;
        return study.With(
            new Table(table.Columns.Map(c => NewName(c.Name) is var name && name == c.Name ? c : c.Renamed(name)), table.Rows));
    }

    void CheckOne(int index, NamedList<ColumnShape> columns, CheckContext check)
    {
        var (name, column) = Columns[index];
        if (Columns.Take(index).Any(c => c.Value == column))
            Complain($"`{column}` is given two names.", "Keep one of them; `derive` makes a copy of a column.");
        if (columns.Has(name) && !Columns.Any(c => c.Value.Name == name))
            Complain($"There is a column `{name}` already.",
                $"Choose another name, or leave that one out with `drop columns {name}` first.");

        void Complain(string text, string hint) =>
            check.Add(new Complaint(ContractCodes.Refused, nameof(Columns), text, hint) { Index = index });
    }

    string NewName(string name) => Columns.FirstOrDefault(c => c.Value.Name == name) is { Name: { } given } ? given : name;
}
