using Runtime.Storage;

namespace Runtime.Operators.Data;

/// <summary>Applies models that a file keeps to the rows of the table: what was fitted elsewhere judges them.</summary>
[Operator("predict", "Apply models of a file to the rows: label them, or make the points and columns that the models make.",
    Needs = Needs.Table, Keywords = "apply transform score assign new rows approximate_predict")]
[AlsoCalled("apply_model", "load_model", "score_model", "approximate_predict", "joblib.load")]
[Example("predict sample:sounds")]
[Example("predict sample:sounds as heard")]
public sealed record Predict : Operator
{
    [Arg("The file that `save model` wrote; `sample:sounds` is a built-in one.", Positional = true)]
    [AlsoCalled("model", "path", "filename", "from")]
    public required InputFile File { get; init; }

    protected override Reads ReadsUnnamed(Shape before)
    {
        try
        {
            return new() { Columns = [.. ModelFile.Read(File, Work.Alone).SelectMany(m => m.Source).Distinct()] };
        }
        catch (Refusal)
        {
            return Runtime.Reads.Nothing;
        }
    }

    protected override Shape Check(Shape before, CheckContext check)
    {
        try
        {
            var models = ModelFile.Read(File, Work.Alone);
            Lacking(models, before, check);
            return Named(models, before).Aggregate(before, (shape, model) => model.Check(shape));
        }
        catch (Refusal refusal)
        {
            check.Refuse(nameof(File), refusal.Text, refusal.Hint);
            return before.Loosened();
        }
    }

    /// <summary>Tells of the columns that the models take and the table has not, or not as numbers.</summary>
    void Lacking(IReadOnlyList<SavedModel> models, Shape before, CheckContext check)
    {
        if (before.AnyColumn) return;
        string[] wanted = [.. models.SelectMany(m => m.Source).Distinct()];
        string[] missing = [.. wanted.Where(c => before.Columns?.Has(c) != true)];
        if (missing.Length > 0)
            check.Refuse(nameof(File), $"The models of `{File}` take {Wording.Choices(missing)}, and there "
                + (missing.Length == 1 ? "is no such column." : "are no such columns."), "Give columns these names with `rename`.");
        foreach (var column in models.Where(m => m.Model is not ColumnModel).SelectMany(m => m.Source).Distinct()
            .Select(c => before.Columns?.Find(c)).OfType<ColumnShape>().Where(c => !c.IsNumeric))
            check.Refuse(nameof(File), $"The models of `{File}` take numbers of `{column.Name}`, which holds {column.Type.Holds()}.",
                "Read the column as numbers: see `pipe help load`.");
    }

    protected override Study Run(Study study, RunContext run)
    {
        run.Work.Report("reading models");
        foreach (var model in Named(ModelFile.Read(File, run.Work), study.Shape))
        {
            study = model.Apply(study, run.Work);
            if (study.Table?.Columns.Find(model.Name) is LabelColumn labels) Tell(labels, run);
        }
        return study;
    }

    /// <summary>The last has the name that is asked for; what has a name already gets another.</summary>
    IEnumerable<SavedModel> Named(IReadOnlyList<SavedModel> models, Shape before) => models.Select((saved, at) =>
        saved.Model is ColumnModel ? saved
        : saved with { Model = saved.Model with { Name = at == models.Count - 1 && As is not null ? As : before.Free(saved.Name) } });

    static void Tell(LabelColumn labels, RunContext run)
    {
        var labeling = Labeling.Of(labels);
        var sizes = labeling.Sizes();
        List<string> names = [.. labeling.Names];
        List<object?> rows = [.. sizes.Select(s => (object)s)];
        if (labeling.Ungrouped > 0)
        {
            names.Add(labeling.Rest);
            rows.Add(labeling.Ungrouped);
        }
        run.Show(new Sheet($"{labels.Name}_clusters", $"Rows by cluster of `{labels.Name}`",
            [new("cluster", CellFormat.Text, names), new("size", CellFormat.Count, rows)]));
    }
}
