using Runtime;

namespace Dsl.Editing;

/// <summary>What an operator does to the study, found out by walking its example over shapes: it cannot go stale.</summary>
static class Additions
{
    const string Before = "load sample:spotify rows=2000\nfeatures danceability energy valence acousticness\n";

    public static string Of(Signature signature)
    {
        var example = signature.Examples.First();
        var script = Before + (example.After.Length > 0 ? example.After + "\n" : "") + example.Script;
        var step = Explanation.Check(script, null, signature).Steps[^1];
        var said = string.Join(' ', Sentences(signature, step.Before, step.After));
        return said.Length > 0 ? said : "Nothing: it shows or checks what is there.";
    }

    static IEnumerable<string> Sentences(Signature signature, Shape before, Shape after)
    {
        if (signature.Rows == RowEffect.Subset) yield return "No name; rows leave the table, and its points.";
        if (signature.Rows == RowEffect.Order) yield return "No name; rows change places in the table, and its points.";
        foreach (var sentence in Columns(before, after)) yield return sentence;
        if (after.Points.Any(p => !before.Points.Has(p.Name))) yield return "Points, which become the current ones.";
        else if (after.Name == before.Name && after.CurrentPoints != before.CurrentPoints)
            yield return "Nothing; earlier points, or another table, become the current ones.";
        if (after.TableNames.Except(before.TableNames).Any())
            yield return after.Name == before.Name
                ? "A table, which stands aside." : "A table, which becomes the current one; the one before stands aside.";
        foreach (var model in after.Models.Where(m => !before.Models.Has(m.Name)))
            yield return model.Metrics is { Count: > 0 } metrics
                ? $"A model; `expect` can ask for {Wording.And(metrics.Select(m => $"`{m}({model.Name})`"))}." : "A model.";
    }

    static IEnumerable<string> Columns(Shape before, Shape after)
    {
        if (after.Name != before.Name) yield break;
        var (was, now) = (before.Columns ?? [], after.Columns ?? []);
        if (now.FirstOrDefault(c => c.Type == ColumnType.Label && !was.Has(c.Name)) is { } labeling)
            yield return labeling.MayHaveNoise ? "A labeling, which may have noise: a column like any other."
                : "A labeling: a column like any other.";
        else if (now.Any(c => !was.Has(c.Name)) || after.ColumnsFromData.Count > before.ColumnsFromData.Count) yield return "Columns.";
        else if (now.Count < was.Count) yield return "No name; columns leave the table.";
        else if (!now.SequenceEqual(was)) yield return "No name; columns are replaced.";
    }
}
