namespace Runtime;

/// <summary>A study without its data: what is known before anything is computed.</summary>
public sealed record Shape
{
    public static Shape Empty { get; } = new();

    /// <summary>Rows, if known.</summary>
    public int? Rows { get; init; }

    /// <summary>The table's columns; null when there is no table.</summary>
    public NamedList<ColumnShape>? Columns { get; init; }

    /// <summary>The table's columns are not known (its file could not be looked at): any name may be one.</summary>
    public bool AnyColumn { get; init; }

    /// <summary>A step may have made points, labelings and models of any name.</summary>
    public bool AnyName { get; init; }

    /// <summary>Starts of the names of further number columns, which depend on the data (one column for each value, say).</summary>
    public ValueList<string> ColumnsFromData { get; init; } = [];

    /// <summary>Whether a column of this name may be there though <see cref="Columns"/> does not have it.</summary>
    public bool MayHave(string column) => AnyColumn || ColumnsFromData.Any(start => column.StartsWith(start, StringComparison.Ordinal));

    public NamedList<PointsShape> Points { get; init; } = [];

    public string? CurrentPoints { get; init; }

    public NamedList<LabelingShape> Labelings { get; init; } = [];

    public NamedList<ModelShape> Models { get; init; } = [];

    public bool HasTable => AnyColumn || Columns is not null;

    public PointsShape? Current => CurrentPoints is null ? null : Points.Find(CurrentPoints);

    public Shape With(PointsShape points) => this with { Points = Points.With(points), CurrentPoints = points.Name };

    public Shape With(LabelingShape labeling) => this with { Labelings = Labelings.With(labeling) };

    public Shape With(ModelShape model) => this with { Models = Models.With(model) };

    /// <summary>What is left of it after a step of which nothing is known.</summary>
    public Shape Loosened() => this with
    {
        Rows = null,
        AnyColumn = true,
        AnyName = true,
        Points = Points.Map(p => p with { Columns = null }),
        Labelings = Labelings.Map(l => l with { Clusters = null }),
    };

    /// <summary>All names that steps have made so far.</summary>
    public IEnumerable<string> Names => Points.Names.Concat(Labelings.Names).Concat(Models.Names).Distinct();
}

public sealed record ColumnShape(string Name, ColumnType Type) : INamed
{
    public bool IsNumeric => Type != ColumnType.Text;

    /// <summary>Why a column that looks like numbers is text.</summary>
    public NotANumber? NotANumber { get; init; }
}

/// <param name="Columns">The names of the columns; null when their number is not known yet.</param>
public sealed record PointsShape(string Name, ValueList<string>? Columns) : INamed
{
    /// <summary>The columns are as the table has them, each in its own unit. False when not known.</summary>
    public bool Raw { get; init; }
}

/// <param name="Clusters">How many clusters; null when not known yet.</param>
public sealed record LabelingShape(string Name, int? Clusters = null) : INamed
{
    /// <summary>Some rows may be in no cluster.</summary>
    public bool MayHaveNoise { get; init; }
}

/// <param name="Metrics">The names of its figures, as <c>expect</c> asks for them; null when not known.</param>
public sealed record ModelShape(string Name, ValueList<string>? Metrics) : INamed;
