namespace Runtime;

/// <summary>How much a step works on, as far as shapes tell before it runs: counts of rows are estimates.</summary>
/// <param name="Step">With columns by name where choices stood.</param>
/// <param name="Before">With rows, also where only a run will count them.</param>
/// <param name="After">What its check promises.</param>
public sealed record Workload(Operator Step, Shape Before, Shape After)
{
    /// <summary>Taken where only the data will tell.</summary>
    const double BytesAText = 45;

    const int UsualColumns = 5, UsualClusters = 8, UsualValues = 30;

    readonly Lazy<Reads> reads = new(() => Step.Reads(Before));

    /// <summary>Of the current table before the step.</summary>
    public double Rows => Before.Rows ?? 0;

    /// <summary>Of the table that the step leaves or makes.</summary>
    public double RowsAfter { get; init; }

    /// <summary>What the heads of files say.</summary>
    public Headers Headers { get; init; } = new();

    /// <summary>The columns that later steps read; null for all.</summary>
    public ValueList<string>? Wanted { get; init; }

    /// <summary>The step that made a labeling, and what it worked on; null when none of the script did.</summary>
    public Func<string, Workload?> Maker { get; init; } = static _ => null;

    /// <summary>The steps of the script before it, the first first.</summary>
    public IEnumerable<Workload> Earlier { get; init; } = [];

    /// <summary>The same for another number of rows.</summary>
    public Workload WithRows(double rows) => this with
    {
        Before = Before with { Rows = (int)rows },
        After = After with { Rows = (int)rows },
        RowsAfter = Rows > 0 ? RowsAfter * rows / Rows : rows,
    };

    /// <summary>Those of the table that the step reads.</summary>
    public double Columns => reads.Value is { All: false, AllColumns: false } some ? some.Columns.Count : AllColumns;

    /// <summary>Those of the table before it.</summary>
    public double AllColumns => Before.Columns?.Count ?? UsualColumns;

    /// <summary>Of the points that the step takes.</summary>
    public double Dimensions => Math.Max(1, reads.Value.Points.Select(p => Before.Points.Find(p)).Append(Before.Current)
        .FirstOrDefault(p => p is not null) is { } points ? Of(points) : Columns);

    static double Of(PointsShape points) => points.Columns?.Count ?? points.Source?.Count ?? UsualColumns;

    /// <summary>How many groups the values of a column make.</summary>
    public double Groups(string column) => Before.Columns?.Find(column) switch
    {
        { Clusters: { } clusters } => clusters,
        { Type: ColumnType.Label } => UsualClusters,
        _ => UsualValues,
    };

    /// <summary>The bytes that a study of a shape takes.</summary>
    public static double BytesOf(Shape shape)
    {
        var cells = (shape.Columns ?? []).Sum(c => c.IsNumeric ? 8.0 : c.Type == ColumnType.Label ? 12 : BytesAText)
            + shape.Points.Sum(p => 8 * Of(p));
        return (shape.Rows ?? 0) * cells + shape.Aside.Sum(BytesOf);
    }
}
