namespace Runtime.Storage;

/// <summary>A model with what leads from the columns of a table to what it takes.</summary>
/// <param name="Source">The columns that all begins with.</param>
/// <param name="Chain">What makes points of these, in the order of application; of a projection, it is the last.</param>
public sealed record SavedModel(Model Model, ValueList<string> Source, ValueList<Projection> Chain) : INamed
{
    public string Name => Model.Name;

    /// <summary>What a study has under a name, with all that leads to it.</summary>
    /// <exception cref="Refusal">There is no such model, or nothing leads to it from columns.</exception>
    public static SavedModel Of(Study study, string name)
    {
        var model = study.Models.Find(name)
            ?? throw new Refusal($"There is no model `{name}`.", Spelling.List("models", name, study.Models.Names));
        if (model is Findings)
            throw new Refusal($"`{name}` is what a step found out, and nothing that applies to other rows.",
                "Save the model that it is about.");
        var (source, chain) = model switch
        {
            Clusterer clusterer => (clusterer.Source, clusterer.Chain),
            Projection when study.Points.Find(name) is { } points => (points.Source, points.Chain),
            _ => (model.Inputs, []),
        };
        return source.Count > 0 || model is ColumnModel ? new(model, source, chain)
            : throw new Refusal($"`{name}` was fitted to points that do not come from columns.", "Choose columns with `features` first.");
    }

    /// <summary>The names that it adds to a study.</summary>
    public Shape Check(Shape before) => Model switch
    {
        Clusterer clusterer => before.With(ColumnShape.Labeling(Name, clusterer.Clusters, mayHaveNoise: true, hasStrength: true))
            .With(ModelShape.Of(clusterer)),
        Projection projection => before.With(new PointsShape(Name, projection.Outputs) { Source = Source }).With(ModelShape.Of(projection)),
        _ => before with { AnyColumn = true, Models = before.Models.With(ModelShape.Of(Model)) },
    };

    /// <summary>The study with what it makes of the rows.</summary>
    /// <exception cref="Refusal">A value is missing, or what comes out is no number.</exception>
    public Study Apply(Study study, Work work)
    {
        if (Model is ColumnModel columns) return study.With(columns.Extend(study.Loaded, work)).With(Model);
        var points = Chain.Aggregate(Begin(study), (all, step) => all.Through(step, Finite(step, step.Apply(all.Matrix, work))));
        if (Model is not Clusterer clusterer) return study.With(points with { Name = Name }).With(Model);
        var (labels, strength) = clusterer.Apply(points.Matrix, work);
        return study.With(new LabelColumn(Name, labels, clusterer.Clusters) { Strength = strength }).With(Model);
    }

    Points Begin(Study study)
    {
        NumberColumn[] columns = [.. Source.Select(study.Column).Cast<NumberColumn>()];
        if (columns.FirstOrDefault(c => c.Missing > 0) is { } missing)
            throw new Refusal($"{Wording.Plural(missing.Missing, "row")} {(missing.Missing == 1 ? "has" : "have")} no value in "
                + $"`{missing.Name}`, which `{Name}` takes.",
                $"Leave them out with `drop missing {missing.Name}`, or fill them with `impute`.");
        return new Points(Name, new Matrix(Array.ConvertAll(columns, c => c.Storage), study.Rows), Source);
    }

    static Matrix Finite(Projection step, Matrix made)
    {
        for (var j = 0; j < made.Columns; j++)
            if (Array.FindIndex(made.Column(j), v => !double.IsFinite(v)) is >= 0 and var row)
                throw new Refusal($"`{step.Name}` makes no number of row {Wording.Count(row + 1)}.",
                    "Look at its values: they are far from those that the model was fitted to.");
        return made;
    }
}
