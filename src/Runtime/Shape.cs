namespace Runtime;

/// <summary>A study without its data: what is known before anything is computed.</summary>
public sealed record Shape : INamed
{
    public static Shape Empty { get; } = new();

    public string Name { get; init; } = "";

    /// <summary>Rows, if known.</summary>
    public int? Rows { get; init; }

    /// <summary>The table's columns; null when there is no table.</summary>
    public NamedList<ColumnShape>? Columns { get; init; }

    /// <summary>The table's columns are not known (its file could not be looked at): any name may be one.</summary>
    public bool AnyColumn { get; init; }

    /// <summary>A step may have made points, columns and models of any name.</summary>
    public bool AnyName { get; init; }

    /// <summary>Code may make more than it says: what is here is the least that there will be.</summary>
    public bool AtLeast { get; init; }

    /// <summary>Names under which a step that is not understood may have made something.</summary>
    public ValueList<string> Vague { get; init; } = [];

    /// <summary>Starts of the names of further number columns, which depend on the data (one column for each value, say).</summary>
    public ValueList<string> ColumnsFromData { get; init; } = [];

    /// <summary>Whether a column of this name may be there though <see cref="Columns"/> does not have it.</summary>
    public bool MayHave(string column) => AnyColumn || IsVague(column)
        || ColumnsFromData.Any(start => column.StartsWith(start, StringComparison.Ordinal));

    public bool IsVague(string name) => AnyName || Vague.Contains(name);

    public NamedList<PointsShape> Points { get; init; } = [];

    public string? CurrentPoints { get; init; }

    public NamedList<ModelShape> Models { get; init; } = [];

    /// <summary>The tables that stand aside.</summary>
    public NamedList<Shape> Aside { get; init; } = [];

    public bool HasTable => AnyColumn || Columns is not null;

    public PointsShape? Current => CurrentPoints is null ? null : Points.Find(CurrentPoints);

    /// <summary>What clusterings made.</summary>
    public IEnumerable<ColumnShape> Labelings => (Columns ?? []).Where(c => c.Type == ColumnType.Label);

    public PointsShape? PointsOf(string? name) => name is null ? Current : Points.Find(name);

    public Shape With(PointsShape points) => this with { Points = Points.With(points), CurrentPoints = points.Name };

    /// <summary>Adds a column, or puts it in the place of the one of its name.</summary>
    public Shape With(ColumnShape column) => this with { Columns = (Columns ?? []).Set(column) };

    public Shape With(ModelShape model) => this with { Models = Models.With(model) };

    /// <summary>Adds a table that stands aside.</summary>
    public Shape Beside(string name, Shape table) => this with { Aside = Aside.With(table with { Name = name, Aside = [] }) };

    /// <summary>Goes on with a new table; what was there stands aside.</summary>
    public Shape Start(string name, Shape table) => Beside(name, table).Use(name);

    /// <summary>Goes on with a table that stands aside.</summary>
    public Shape Use(string name)
    {
        if (Aside.Find(name) is not { } wanted) return this;
        NamedList<Shape> others = new([.. Aside.Where(s => s != wanted)]);
        return wanted with { Aside = HasTable ? others.With(this with { Aside = [] }) : others, Vague = Vague, AnyName = AnyName };
    }

    /// <summary>What is left of it after a step of which nothing is known.</summary>
    public Shape Loosened() => this with
    {
        Rows = null,
        AnyColumn = true,
        AnyName = true,
        Points = Points.Map(p => p with { Columns = null, Source = null }),
        Models = Models.Map(m => m with { Source = null }),
        Columns = Columns?.Map(c => c with { Clusters = null }),
    };

    /// <summary>What every name means that is taken: one list for columns, points, models and tables.</summary>
    public IEnumerable<string> Names => Points.Names.Concat(Columns?.Names ?? []).Concat(Models.Names).Concat(TableNames).Distinct();

    /// <summary>A name that nothing has yet: the given one, or the first of <c>NAME_2</c>, <c>NAME_3</c> … that is free.</summary>
    public string Free(string name)
    {
        var taken = Names.ToHashSet();
        if (taken.Add(name)) return name;
        var number = 2;
        while (taken.Contains($"{name}_{number}")) number++;
        return $"{name}_{number}";
    }

    /// <summary>All tables, the current one last.</summary>
    public IEnumerable<string> TableNames => Name.Length == 0 ? Aside.Names : Aside.Names.Append(Name);

    /// <summary>What a name is the name of, to be said: "`dense` is a labeling"; null when it is free.</summary>
    public string? Meaning(string name) =>
        Columns?.Find(name) is { } column ? $"`{name}` is a {(column.Type == ColumnType.Label ? "labeling" : "column")}"
        : Points.Has(name) ? $"`{name}` is the name of points"
        : Models.Has(name) ? $"`{name}` is a model"
        : TableNames.Contains(name) ? $"`{name}` is a table"
        : null;
}

public sealed record ColumnShape(string Name, ColumnType Type) : INamed
{
    public bool IsNumeric => Type.IsNumeric();

    /// <summary>Its values make groups, so that it can stand wherever a labeling can.</summary>
    public bool IsCategorical => Type is not (ColumnType.Number or ColumnType.Time);

    /// <summary>Why a column that looks like numbers is text.</summary>
    public NotANumber? NotANumber { get; init; }

    /// <summary>The type is that of the first rows of a file; later ones may say otherwise.</summary>
    public bool IsGuessed { get; init; }

    /// <summary>Its whole numbers are places in an order that was given, and so measure something.</summary>
    public bool IsRanked { get; init; }

    /// <summary>Of a labeling: how many clusters; null when not known yet.</summary>
    public int? Clusters { get; init; }

    /// <summary>Of a labeling: some rows may be in no cluster.</summary>
    public bool MayHaveNoise { get; init; }

    /// <summary>Of a labeling: it says how strongly each row belongs to its cluster.</summary>
    public bool HasStrength { get; init; }

    public static ColumnShape Of(Column column) => new(column.Name, column.Type)
    {
        NotANumber = (column as TextColumn)?.NotANumber,
        Clusters = (column as LabelColumn)?.Clusters,
        HasStrength = column is LabelColumn { HasStrength: true },
        MayHaveNoise = column is LabelColumn { NoiseRows: > 0 },
    };

    /// <summary>A labeling that a step is going to make.</summary>
    public static ColumnShape Labeling(string name, int? clusters = null, bool mayHaveNoise = false, bool hasStrength = false) =>
        new(name, ColumnType.Label) { Clusters = clusters, MayHaveNoise = mayHaveNoise, HasStrength = hasStrength };
}

/// <param name="Columns">The names of the columns; null when their number is not known yet.</param>
public sealed record PointsShape(string Name, ValueList<string>? Columns) : INamed
{
    /// <summary>The columns are as the table has them, each in its own unit. False when not known.</summary>
    public bool Raw { get; init; }

    /// <summary>The columns of the table that they come from; null when not known yet.</summary>
    public ValueList<string>? Source { get; init; }
}

/// <param name="Metrics">The names of its figures, as <c>expect</c> asks for them; null when not known.</param>
public sealed record ModelShape(string Name, ValueList<string>? Metrics) : INamed
{
    /// <summary>Of a clustering: the columns of the table that its points come from; null when not known yet.</summary>
    public ValueList<string>? Source { get; init; }

    public static ModelShape Of(Model model) => Of(model.Name, model.GetType()) with { Source = (model as Clusterer)?.Source };

    /// <summary>A model of a kind that a step is going to fit.</summary>
    public static ModelShape Of<TModel>(string name) where TModel : Model => Of(name, typeof(TModel));

    static ModelShape Of(string name, Type model) => new(name, [.. MetricAttribute.Of(model).Select(m => m.Name)]);
}
