using Runtime.Data;
using Runtime.Storage;

namespace Runtime.Operators.Data;

/// <summary>Writes models to a file, each with all that leads to it from the columns of a table.</summary>
[Operator("save model", "Write fitted models and what leads to them to a file; `predict` applies them to other rows.", Needs = Needs.Table,
    Keywords = "store persist export pickle joblib")]
[AlsoCalled("dump_model", "export_model", "joblib.dump", "write_model", "persist")]
[Example("save model kmeans to=groups.json", After = "scale standard | kmeans k=3")]
[Example("save model archetypes to=archetypes.json", After = "scale standard | pca variance=0.9 | gmm k=2 as archetypes")]
public sealed record SaveModel : Operator
{
    const string Kind = ".json";

    [Arg("The models to write, in the order of their application.", Positional = true)]
    [AlsoCalled("model", "name", "estimator")]
    public required ValueList<string> Names { get; init; }

    [Arg("The file to write, `.json`, below the output folder.")]
    [AlsoCalled("file", "path", "filename", "into")]
    public required OutputFile To { get; init; }

    protected override Reads ReadsUnnamed(Shape before) => new() { Models = Names, Points = [.. Names.Where(before.Points.Has)] };

    protected override Shape Check(Shape before, CheckContext check)
    {
        try
        {
            if (!To.Written.EndsWith(Kind, StringComparison.OrdinalIgnoreCase))
                throw new Refusal($"`{To}` is no name of a file of models.", $"End it with `{Kind}`.");
            To.PlaceIn(Path.GetTempPath());
        }
        catch (Refusal refusal)
        {
            check.Refuse(nameof(To), refusal.Text, refusal.Hint);
        }
        foreach (var name in Names.Where(n => !before.Models.Has(n) && !before.AnyName))
            check.Refuse(nameof(Names), $"There is no model `{name}`.", Spelling.List("models", name, before.Models.Names));
        return before;
    }

    protected override Study Run(Study study, RunContext run)
    {
        SavedModel[] models = [.. Names.Select(name => SavedModel.Of(study, name))];
        To.Write(run.OutputFolder, run.Read, stream => ModelFile.Write(stream, models));
        run.Say($"Wrote {Wording.Names(models.Select(m => m.Name))} to `{To}`.", To.Written);
        return study;
    }
}
