namespace Runtime.Operators.Data;

[Operator("use", "Go on with points that an earlier step made.", Needs = Needs.Points, Keywords = "switch current points")]
[Example("use features", After = "scale minmax")]
public sealed record Use : Operator
{
    [Arg("The name of the points.", Positional = true)]
    public required PointsRef Points { get; init; }

    public override Shape Check(Shape before, CheckContext check) => before with { CurrentPoints = Points.Name };

    public override Study Run(Study study, RunContext run)
    {
        if (!study.Points.Has(Points.Name))
            throw new Refusal($"There are no points `{Points}`.", Spelling.List("points", Points.Name, study.Points.Names)) { Argument = nameof(Points) };
        return study with { CurrentPoints = Points.Name };
    }
}
