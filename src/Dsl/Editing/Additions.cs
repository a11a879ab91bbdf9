using Runtime;

namespace Dsl.Editing;

/// <summary>What an operator adds to the study, found out by walking its example over shapes: it cannot go stale.</summary>
static class Additions
{
    const string Before = "load sample:spotify rows=2000\nfeatures danceability energy valence acousticness\n";

    public static string Of(Signature signature)
    {
        var example = signature.Examples.First();
        var script = Before + (example.After.Length > 0 ? example.After + "\n" : "") + example.Script;
        var step = Explanation.Check(script, null).Steps[^1];
        return string.Join(' ', Sentences(step.Before, step.After)) is { Length: > 0 } said ? said : "Nothing: it shows or checks what is there.";
    }

    static IEnumerable<string> Sentences(Shape before, Shape after)
    {
        if (after.Columns is not null && !ReferenceEquals(before.Columns, after.Columns)) yield return "A table.";
        else if (after.Rows is null && before.Rows is not null || after.Rows != before.Rows) yield return "No name; rows leave the table, its points and its labelings.";
        if (after.Points.Any(p => !before.Points.Has(p.Name))) yield return "Points, which become the current ones.";
        else if (after.CurrentPoints != before.CurrentPoints) yield return "Nothing; earlier points become the current ones.";
        foreach (var labeling in after.Labelings.Where(l => !before.Labelings.Has(l.Name)))
            yield return labeling.MayHaveNoise ? "A labeling, which may have noise." : "A labeling.";
        foreach (var model in after.Models.Where(m => !before.Models.Has(m.Name)))
            yield return model.Metrics is { Count: > 0 } metrics ? $"A model; `expect` can ask for {Wording.And(metrics.Select(m => $"`{m}({model.Name})`"))}." : "A model.";
    }
}
