namespace Runtime;

/// <summary>
/// The value an operator takes and gives: the table, named points, named labelings, fitted models. It only
/// accumulates; rows change through <see cref="Take"/> alone, which all its parts follow.
/// </summary>
public sealed record Study
{
    public static Study Empty { get; } = new();

    public Table? Table { get; init; }

    public NamedList<Points> Points { get; init; } = [];

    /// <summary>The name of the points that steps work on when they are not told.</summary>
    public string? CurrentPoints { get; init; }

    public NamedList<Labeling> Labelings { get; init; } = [];

    public NamedList<Model> Models { get; init; } = [];

    public int Rows => Table?.Rows ?? (Points.Count > 0 ? Points[0].Matrix.Rows : 0);

    public Points Current => Points.Find(CurrentPoints ?? "")
        ?? throw new Refusal("No points yet.", "Choose columns with `features` first.");

    /// <summary>The table.</summary>
    /// <exception cref="Refusal">None was loaded.</exception>
    public Table Loaded => Table ?? throw new Refusal("No table yet.", "Read one with `load` first.");

    /// <summary>The column that a step names.</summary>
    /// <exception cref="Refusal">There is none of this name.</exception>
    public Column Get(ColumnRef column) =>
        (Table ?? throw new Refusal("No table yet.", "Read one with `load` first.")).Columns.Find(column.Name)
        ?? throw new Refusal($"There is no column `{column}`.", Spelling.List("columns", column.Name, Table.Columns.Names));

    /// <summary>The points that a step names.</summary>
    /// <exception cref="Refusal">There are none of this name.</exception>
    public Points Get(PointsRef points) => Points.Find(points.Name)
        ?? throw new Refusal($"There are no points `{points}`.", Spelling.List("points", points.Name, Points.Names));

    /// <summary>The labeling that a step names.</summary>
    /// <exception cref="Refusal">There is none of this name.</exception>
    public Labeling Get(LabelingRef labeling) => Labelings.Find(labeling.Name)
        ?? throw new Refusal($"There is no labeling `{labeling}`.", Spelling.List("labelings", labeling.Name, Labelings.Names));

    /// <summary>What the study is without its data.</summary>
    public Shape Shape => new()
    {
        Rows = Rows,
        Columns = Table?.Columns.Map(c => new ColumnShape(c.Name, c.Type) { NotANumber = (c as TextColumn)?.NotANumber }),
        Points = Points.Map(p => new PointsShape(p.Name, p.Columns)),
        CurrentPoints = CurrentPoints,
        Labelings = Labelings.Map(l => new LabelingShape(l.Name, l.Clusters) { MayHaveNoise = l.Noise > 0 }),
        Models = Models.Map(m => new ModelShape(m.Name, [.. m.Metrics.Select(x => x.Name)])),
    };

    /// <summary>Adds points and makes them the current ones.</summary>
    public Study With(Points points) => this with { Points = Points.With(points), CurrentPoints = points.Name };

    public Study With(Labeling labeling) => this with { Labelings = Labelings.With(labeling) };

    public Study With(Model model) => this with { Models = Models.With(model) };

    /// <summary>Points made by hand, for C# that has no table.</summary>
    public static Study Of(Matrix matrix, params string[] columns) =>
        Empty.With(new Points("points", matrix, new ValueList<string>(columns)));

    /// <summary>The study with the given rows, in the given order.</summary>
    public Study Take(int[] rows) => this with
    {
        Table = Table?.Take(rows),
        Points = Points.Map(p => p.Take(rows)),
        Labelings = Labelings.Map(l => l.Take(rows)),
    };
}
