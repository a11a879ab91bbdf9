namespace Host.CSharp;

/// <summary>What a block says that it adds: <c>loud:number</c>.</summary>
/// <param name="Type">number, integer, text, logical, date, points or labeling.</param>
sealed record DeclaredAddition(string Name, string Type)
{
    static readonly string[] Types = ["number", "integer", "text", "logical", "date", "points", "labeling"];

    /// <exception cref="Refusal">It is not written so.</exception>
    public static DeclaredAddition Of(string written)
    {
        var at = written.LastIndexOf(':');
        if (at > 0 && Types.Contains(written[(at + 1)..])) return new DeclaredAddition(written[..at], written[(at + 1)..]);
        throw at > 0 && Spelling.Nearest(written[(at + 1)..], Types) is { } near
            ? new Refusal($"`{written[(at + 1)..]}` is nothing that a block can add.", $"Did you mean `{near}`?")
            : new Refusal($"`{written}` does not say what is added.", $"Write NAME:TYPE, where TYPE is one of {Wording.Choices(Types)}.");
    }

    public Shape AddTo(Shape shape) => Type switch
    {
        "points" => shape.With(new PointsShape(Name, null)),
        "labeling" => shape.With(ColumnShape.Labeling(Name)),
        _ => shape.With(new ColumnShape(Name, ColumnTypeOf)),
    };

    /// <summary>Whether it is there; a column of whole numbers is one of numbers, too.</summary>
    public bool IsIn(Study study) => Type switch
    {
        "points" => study.Points.Has(Name),
        "number" => study.Table?.Columns.Find(Name)?.Type is ColumnType.Number or ColumnType.Integer,
        _ => study.Table?.Columns.Find(Name)?.Type == ColumnTypeOf,
    };

    ColumnType ColumnTypeOf => Type switch
    {
        "text" => ColumnType.Text,
        "integer" => ColumnType.Integer,
        "logical" => ColumnType.Logical,
        "date" => ColumnType.Time,
        "labeling" => ColumnType.Label,
        _ => ColumnType.Number,
    };
}
