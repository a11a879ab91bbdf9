namespace Runtime.Operators.Data;

[Operator("use", "Go on with points that an earlier step made, or with another table.", Rows = RowEffect.New,
    Keywords = "switch current points table")]
[AlsoCalled("switch", "attach", "activate", "set_table", "with_table", "goto", "using")]
[Example("use features", After = "scale minmax")]
[Example("use group", After = "group by=genre agg=count")]
public sealed record Use : Operator
{
    [Arg("The name of the points, or of the table.", Positional = true)]
    public required PartRef Part { get; init; }

    protected override Shape Check(Shape before, CheckContext check) =>
        before.Points.Has(Part.Name) ? before with { CurrentPoints = Part.Name } : before.Use(Part.Name);
    protected override Price Cost(Workload load) => Price.Slight(load.Rows);

    protected override Study Run(Study study, RunContext run) =>
        study.Points.Has(Part.Name) ? study with { CurrentPoints = Part.Name } : study.Use(Part.Name);
}
