namespace Runtime;

/// <summary>
/// The value an operator takes and gives: a table with the points and models that were made of it, and other tables that
/// stand aside. It only accumulates; rows change through <see cref="Take"/> alone, and only columns and points have any.
/// </summary>
public sealed record Study : INamed
{
    public static Study Empty { get; } = new();

    /// <summary>The name of the table; empty when there is none.</summary>
    public string Name { get; init; } = "";

    public Table? Table { get; init; }

    public NamedList<Points> Points { get; init; } = [];

    /// <summary>The name of the points that steps work on when they are not told.</summary>
    public string? CurrentPoints { get; init; }

    public NamedList<Model> Models { get; init; } = [];

    /// <summary>The other tables, each with its points and models; <see cref="Use"/> goes on with one of them.</summary>
    public NamedList<Study> Aside { get; init; } = [];

    /// <summary>What the last step that made anything showed of it; null when it showed nothing.</summary>
    public Visual? Drawn { get; init; }

    public int Rows => Table?.Rows ?? (Points.Count > 0 ? Points[0].Matrix.Rows : 0);

    /// <summary>The points that steps work on.</summary>
    /// <exception cref="Refusal">There are none yet.</exception>
    public Points Current => Points.Find(CurrentPoints ?? "")
        ?? throw new Refusal("No points yet.", "Choose columns with `features` first.");

    /// <summary>The table.</summary>
    /// <exception cref="Refusal">None was loaded.</exception>
    public Table Loaded => Table ?? throw new Refusal("No table yet.", "Read one with `load` first.");

    /// <summary>The column of this name: one of the file, one that a step computed, or what a clustering made.</summary>
    /// <exception cref="Refusal">There is none of this name.</exception>
    public Column Column(string name) => Loaded.Columns.Find(name)
        ?? throw new Refusal($"There is no column `{name}`.", Spelling.List("columns", name, Loaded.Columns.Names));

    /// <summary>The columns that a step names; all when it names none.</summary>
    public Column[] Columns(IReadOnlyCollection<ColumnRef> names) =>
        names.Count == 0 ? [.. Loaded.Columns] : [.. names.Select(c => Column(c.Name))];

    /// <summary>The points of this name; the current ones when none is given.</summary>
    /// <exception cref="Refusal">There are none.</exception>
    public Points PointsOf(string? name) => name is null ? Current : Points.Find(name)
        ?? throw new Refusal($"There are no points `{name}`.", Spelling.List("points", name, Points.Names));

    /// <summary>The column of this name as a labeling: which group each row is in.</summary>
    /// <exception cref="Refusal">There is none of this name, or its values make no groups.</exception>
    public Labeling Labeling(string name) => Runtime.Labeling.Of(Column(name));

    /// <summary>The clusterings there are, in the order they were made.</summary>
    public IEnumerable<LabelColumn> Labelings => (Table?.Columns ?? []).OfType<LabelColumn>();

    /// <summary>What the study is without its data.</summary>
    public Shape Shape => new()
    {
        Name = Name,
        Rows = Table is null && Points.Count == 0 ? null : Rows,
        Columns = Table?.Columns.Map(ShapeOf),
        Points = Points.Map(p => new PointsShape(p.Name, p.Columns) { Source = p.Source }),
        CurrentPoints = CurrentPoints,
        Models = Models.Map(ModelShape.Of),
        Aside = Aside.Map(s => s.Shape),
    };

    ColumnShape ShapeOf(Column column) =>
        ColumnShape.Of(column) with { IsRanked = Models.OfType<ColumnModel>().Any(m => m.Ranked.Contains(column.Name)) };

    /// <summary>The study after these steps, of which nothing is shown.</summary>
    /// <remarks><see cref="Operator.Apply(Study, RunContext?)"/> takes whom to tell and more.</remarks>
    /// <exception cref="Refusal">A step cannot be done.</exception>
    public Study Then(params ReadOnlySpan<Operator> steps)
    {
        var study = this;
        foreach (var step in steps) study = step.Apply(study);
        return study;
    }

    /// <summary>The study with another table in the place of its own, of the same rows.</summary>
    public Study With(Table table) => this with { Table = table };

    /// <summary>Adds a column, or puts it in the place of the one of its name.</summary>
    public Study With(Column column) =>
        this with { Table = (Table ?? new Table([], column.Rows)).With(column) };

    /// <summary>Adds points and makes them the current ones.</summary>
    public Study With(Points points) => this with { Points = Points.With(points), CurrentPoints = points.Name };

    public Study With(Model model) => this with { Models = Models.With(model) };

    /// <summary>Adds a table that stands aside.</summary>
    public Study Beside(string name, Table table) => this with { Aside = Aside.With(new Study { Name = name, Table = table }) };

    /// <summary>Goes on with a new table; what was there stands aside.</summary>
    public Study Start(string name, Table table) => Beside(name, table).Use(name);

    /// <summary>Said by a step that starts a new table: how to come back to the one here.</summary>
    internal string WayBack => Name.Length == 0 ? "" : $" The study goes on with this table; `use {Name}` goes back.";

    /// <summary>Goes on with a table that stands aside.</summary>
    public Study Use(string name)
    {
        if (Aside.Find(name) is not { } wanted) return this;
        NamedList<Study> others = new([.. Aside.Where(s => s != wanted)]);
        return wanted with { Aside = Table is null ? others : others.With(this with { Aside = [] }) };
    }

    /// <summary>Points made by hand, for C# that has no table.</summary>
    public static Study Of(Matrix matrix, params string[] columns) =>
        Empty.With(new Points("points", matrix, new ValueList<string>(columns)));

    /// <summary>What there is, a line a thing: <c>table `penguins`: 342 rows, 9 columns</c>.</summary>
    public override string ToString() => string.Join('\n',
    [
        Table is null ? "no table" : $"table `{Name}`: {Wording.Plural(Rows, "row")}, {Wording.Plural(Table.Columns.Count, "column")}",
        .. Labelings.Select(l => $"labeling `{l.Name}`: {Wording.Plural(l.Clusters, "cluster")}"),
        .. Points.Select(p =>
            $"points `{p.Name}`: {Wording.Plural(p.Columns.Count, "column")}{(p.Name == CurrentPoints ? ", current" : "")}"),
        .. Models.Select(m => $"model `{m.Name}`"),
        .. Aside.Select(s => $"beside: {s}"),
    ]);

    /// <summary>The study with the given rows, in the given order.</summary>
    public Study Take(int[] rows, Work? work = null) => this with
    {
        Table = Table?.Take(rows, work),
        Points = Points.Map(p => p.Take(rows)),
    };
}
