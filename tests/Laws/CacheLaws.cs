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
        Assert.Equal(Catalog.Find(name)!.Costly, cache.Last is not null);
        if (!Catalog.Find(name)!.Costly) return;
        Assert.False(cache.Last!.Kept);
        var (warm, third) = Ran(op, study, cache);
        Assert.True(cache.Last!.Kept, "nothing was kept");
        Assert.Equal(first, third);
        Assert.Equal(cold.Shape.Names, warm.Shape.Names);
        // What is made of it later is the same, too.
        foreach (var model in warm.Models.OfType<Clusterer>().Where(m => !study.Models.Has(m.Name)))
            Assert.Equal(((Clusterer)cold.Models.Find(model.Name)!).Apply(study.Current.Matrix, OperatorExamples.Quiet.Work).Labels,
                model.Apply(study.Current.Matrix, OperatorExamples.Quiet.Work).Labels);
    }

    /// <summary>The study after it, and a hash of each part that it made and of all that it showed.</summary>
    static (Study, List<string>) Ran(Operator op, Study study, StepCache? cache)
    {
        var shown = new List<Result>();
        var made = op.Apply(study, OperatorExamples.Quiet with { Sink = shown.Add, Recall = cache is null ? null : cache.Recall });
        var change = Change.Between(study, made);
        IEnumerable<object> parts = Catalog.Of(op).Costly ? [.. change.Columns, .. change.Points, .. change.Models, .. shown] : [];
        return (made, [.. parts.Select(StateWriter.HashOf)]);
    }
}
