namespace Runtime;

/// <summary>What a step reads of the study it is given: the parts by name. What it makes is in the shape that its check promises.</summary>
public sealed record Reads
{
    public static Reads Nothing { get; } = new();

    /// <summary>Whatever is there: code of which nothing is known.</summary>
    public static Reads Everything { get; } = new() { All = true };

    public bool All { get; init; }

    /// <summary>All columns of the table, whatever they are.</summary>
    public bool AllColumns { get; init; }

    public ValueList<string> Columns { get; init; } = [];

    public ValueList<string> Points { get; init; } = [];

    public ValueList<string> Models { get; init; } = [];

    /// <summary>Tables that stand aside.</summary>
    public ValueList<string> Tables { get; init; } = [];

    /// <summary>Columns of those: none of them may be left out when their table is loaded.</summary>
    public ValueList<string> ColumnsAside { get; init; } = [];

    /// <summary>Paths of files.</summary>
    public ValueList<string> Files { get; init; } = [];

    /// <summary>What the last step that made anything showed of it.</summary>
    public bool Drawn { get; init; }

    public Reads And(Reads more) => more == Nothing ? this : this == Nothing ? more : new()
    {
        All = All || more.All,
        AllColumns = AllColumns || more.AllColumns,
        Columns = [.. Columns.Union(more.Columns)],
        Points = [.. Points.Union(more.Points)],
        Models = [.. Models.Union(more.Models)],
        Tables = [.. Tables.Union(more.Tables)],
        ColumnsAside = [.. ColumnsAside.Union(more.ColumnsAside)],
        Files = [.. Files.Union(more.Files)],
        Drawn = Drawn || more.Drawn,
    };

    public bool HasColumn(string name) => All || AllColumns || Columns.Contains(name);

    public bool HasPoints(string name) => All || Points.Contains(name);

    public bool HasModel(string name) => All || Models.Contains(name);

    public bool HasTable(string name) => All || Tables.Contains(name);

    /// <summary>The study with nothing in it but what is read.</summary>
    public Study Of(Study study) => All ? study : study with
    {
        Table = study.Table is { } table && Columns.ToHashSet() is var columns
            ? table.Without(name => !AllColumns && !columns.Contains(name)) : null,
        Points = new([.. study.Points.Where(p => HasPoints(p.Name))]),
        CurrentPoints = study.CurrentPoints is { } current && HasPoints(current) ? current : null,
        Models = new([.. study.Models.Where(m => HasModel(m.Name))]),
        Aside = new([.. study.Aside.Where(s => HasTable(s.Name))]),
        Drawn = Drawn ? study.Drawn : null,
    };
}
