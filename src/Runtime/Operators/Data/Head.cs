namespace Runtime.Operators.Data;

[Operator("head", "Keep the first rows.", Needs = Needs.Table, Keywords = "first limit top rows take")]
[Example("head 100", After = "sort popularity descending=true")]
public sealed record Head : Operator
{
    [Arg("How many rows, or what share of them.", Positional = true), Above(0)]
    public required Amount Rows { get; init; }

    public override Shape Check(Shape before, CheckContext check) => before with { Rows = before.Rows is { } rows ? Rows.Of(rows) : null };

    public override Study Run(Study study, RunContext run)
    {
        var all = study.Loaded.Rows;
        var count = Rows.Of(all);
        run.Say($"{count:N0} of {all:N0} rows are kept.");
        return count == all ? study : study.Take([.. Enumerable.Range(0, count)]);
    }
}
