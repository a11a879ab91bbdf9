using Runtime;
using Runtime.Storage;
using Tests.Host;

namespace Tests.Laws;

/// <summary>A step that is answered from what is kept gives and shows what it would have, to the last bit.</summary>
public sealed class CacheLaws
{
    public static TheoryData<string, string, string> Examples => OperatorExamples.All;

    [Theory, MemberData(nameof(Examples))]
    public void What_is_kept_of_a_step_is_what_it_makes_and_shows(string name, string after, string script)
    {
        using var sandbox = new Sandbox();
        var cache = new StepCache(new StepFolder(sandbox.PathOf("kept"), long.MaxValue)) { KeepsAll = true };
        var (op, study) = OperatorExamples.Of(after, script);
        var (cold, first) = Ran(op, study, null);
        var (_, second) = Ran(op, study, cache);
        Assert.Equal(first, second);
        Assert.NotEqual(true, cache.Last?.Kept);
        var (warm, third) = Ran(op, study, cache);
        Assert.True(cache.Last?.Kept == true || !Catalog.Find(name)!.Costly, "nothing was kept");
        Assert.Equal(first, third);
        Assert.Equal(cold.Shape.Names, warm.Shape.Names);
        // What is made of it later is the same, too.
        foreach (var model in warm.Models.OfType<Clusterer>().Where(m => !study.Models.Has(m.Name)))
            Assert.Equal(((Clusterer)cold.Models.Find(model.Name)!).Apply(study.Current.Matrix, OperatorExamples.Quiet.Work).Labels,
                model.Apply(study.Current.Matrix, OperatorExamples.Quiet.Work).Labels);
    }

    [Theory, MemberData(nameof(Examples))]
    public void What_is_damaged_of_what_was_kept_is_made_again(string name, string after, string script)
    {
        using var sandbox = new Sandbox();
        var folder = new StepFolder(sandbox.PathOf("kept"), long.MaxValue);
        var (op, study) = OperatorExamples.Of(after, script);
        var cache = new StepCache(folder) { KeepsAll = true };
        var (_, first) = Ran(op, study, cache);
        cache.Settle();
        if (!Directory.Exists(folder.FullPath)) Assert.False(Catalog.Find(name)!.Costly);
        else foreach (var part in Directory.EnumerateFiles(folder.FullPath, "*.held")) Damage(part);
        Assert.Equal(first, Ran(op, study, new StepCache(new StepFolder(folder.FullPath, long.MaxValue)) { KeepsAll = true }).Hashes);
    }

    static void Damage(string file)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 0x40;
        File.WriteAllBytes(file, bytes);
    }

    /// <summary>The study after it, and a hash of each part that it made and of all that it showed.</summary>
    static (Study Study, List<string> Hashes) Ran(Operator op, Study study, StepCache? cache)
    {
        var shown = new List<Result>();
        var made = op.Apply(study, OperatorExamples.Quiet with { Sink = shown.Add, Recall = cache is null ? null : cache.Recall });
        var change = Change.Between(study, made);
        return (made,
        [
            // Of the values themselves: what is brought from a file carries the hash that it should have.
            .. change.Columns.Select(c => $"{c.Name} {c.Content}"), .. change.Points.Select(p => $"{p.Name} {p.Content}"),
            .. change.Models.Select(m => $"{m.Name} {m.Content}"), .. shown.Select(HashOf),
        ]);
    }

    static string HashOf(Result shown)
    {
        try
        {
            return StateWriter.HashOf(shown);
        }
        catch (NotSupportedException)
        {
            return $"{shown}";
        }
    }
}
