using Dsl.Binding;
using Runtime;

namespace Dsl.Editing;

/// <summary>What an operator does to the study, found out by walking its example over shapes: it cannot go stale.</summary>
static class Additions
{
    const string Loaded = "load sample:spotify rows=2000";

    const string Chosen = "features danceability energy valence acousticness";

    /// <summary>The example with all that it needs before it, in one line.</summary>
    public static string Runnable(Signature signature, ExampleAttribute example) => string.Join(" | ", (string[])
    [
        .. example.Script.StartsWith("load ", StringComparison.Ordinal) ? Array.Empty<string>() : [Loaded],
        .. signature.Needs == Needs.Points || example.After.Length > 0 ? [Chosen] : Array.Empty<string>(),
        .. example.After.Length > 0 ? [example.After] : Array.Empty<string>(),
        example.Script,
    ]);

    /// <summary>What its step makes may be given a name by <c>as</c>.</summary>
    public static bool TakesName(Signature signature)
    {
        const string Name = "name_of_its_own";
        return Walked(signature) is { Operator: { } op } step
            && (op with { As = Name }).Apply(step.Before, new CheckContext()).Names.Contains(Name);
    }

    /// <summary>Its example, walked over shapes; null when it has none.</summary>
    static PlannedStep? Walked(Signature signature)
    {
        if (signature.Examples.FirstOrDefault() is not { } example) return null;
        var script = $"{Loaded}\n{Chosen}\n{(example.After.Length > 0 ? example.After + "\n" : "")}{example.Script}";
        return Explanation.Check(script, null, signature).Steps[^1];
    }

    public static string Of(Signature signature)
    {
        if (Walked(signature) is not { } step) return "What its file says.";
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
