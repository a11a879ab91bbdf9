namespace Runtime.Operators.Look;

[Operator("tail", "Show the last rows; `take` keeps rows.", Needs = Needs.Table, Keywords = "last end rows print")]
[AlsoCalled("last", "bottom", "last_rows", "slice_tail")]
[Example("tail")]
[Example("tail 20 artist_name energy")]
public sealed record Tail : EndRows
{
    protected override (string Name, string Title) Called => ("tail", "Last rows");

    protected override int From(int rows, int count) => rows - count;
}
