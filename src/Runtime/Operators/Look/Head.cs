namespace Runtime.Operators.Look;

[Operator("head", "Show the first rows; `take` keeps rows.", Needs = Needs.Table, Keywords = "first peek preview glimpse rows print")]
[AlsoCalled("first", "peek", "preview", "glimpse_rows", "rows", "top_rows", "display", "look", "fetchone", "head_rows")]
[Example("head")]
[Example("head 20 artist_name energy")]
public sealed record Head : EndRows
{
    protected override (string Name, string Title) Called => ("head", "First rows");

    protected override int From(int rows, int count) => 0;
}
