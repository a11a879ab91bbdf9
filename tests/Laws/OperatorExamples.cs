using Dsl.Editing;
using Runtime;

namespace Tests.Laws;

/// <summary>The examples of every operator, bound and brought to the study that they work on.</summary>
static class OperatorExamples
{
    const string Before = "load sample:spotify rows=400 seed=5\nfeatures danceability energy valence acousticness\n";

    /// <summary>Operators whose example needs what only a host has.</summary>
    static readonly string[] Elsewhere = ["csharp"];

    public static TheoryData<string, string, string> All
    {
        get
        {
            var all = new TheoryData<string, string, string>();
            foreach (var op in Catalog.Operators.Where(o => !Elsewhere.Contains(o.Name)))
                foreach (var example in op.Examples) all.Add(op.Name, example.After, example.Script);
            return all;
        }
    }

    /// <summary>The example's operator and the study before it.</summary>
    public static (Operator Op, Study Before) Of(string after, string script)
    {
        var plan = Explanation.Check(Before + (after.Length > 0 ? after + "\n" : "") + script, null);
        Assert.DoesNotContain(plan.Diagnostics, d => d.IsError);
        var study = Study.Empty;
        foreach (var step in plan.Steps.SkipLast(1)) study = step.Operator!.Apply(study, Quiet);
        return (plan.Steps[^1].Operator!, study);
    }

    public static RunContext Quiet { get; } = new() { Seed = 1, OutputFolder = Directory.CreateTempSubdirectory("pipe-laws-").FullName };
}
