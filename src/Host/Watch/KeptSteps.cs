using Dsl;
using Runtime.Data;
using Runtime.Data.Samples;

namespace Host.Watch;

/// <summary>
/// What the steps of the last run made and showed, so that a changed script starts where it differs. A step is taken over when it
/// and all before it are the same, what it reads lies unchanged, and it writes nothing and runs no code of the person's.
/// </summary>
sealed class KeptSteps
{
    readonly List<Kept> steps = [];
    long seed;

    /// <summary>The steps that need not run again, as they were.</summary>
    public IReadOnlyList<Kept> Same(Plan plan)
    {
        if (plan.Seed != seed) steps.Clear();
        seed = plan.Seed;
        var same = steps.Zip(plan.Steps).TakeWhile(pair => pair.First.Mark == Mark(plan, pair.Second)).Count();
        steps.RemoveRange(same, steps.Count - same);
        return [.. steps];
    }

    public void Keep(Plan plan, PlannedStep planned, Study before, Study after, StepRecord record)
    {
        if (steps.Count == planned.Number - 1 && Mark(plan, planned) is { } mark) steps.Add(new(mark, before, after, record));
    }

    /// <summary>What is elsewhere shows only when it is asked whether it is as it was; a sample that is built in is.</summary>
    static bool MayChange(string path) =>
        InputFile.IsElsewhere(path) && !(path.StartsWith(Samples.Prefix, StringComparison.Ordinal) && !Samples.IsDescription(path));

    /// <summary>What the step depends on beside the steps before it; null when it must run every time.</summary>
    static string? Mark(Plan plan, PlannedStep step)
    {
        if (step is not { Operator: { } op, Signature: { IsOwn: false, Name: not "csharp" } signature }) return null;
        object[] values = [.. signature.Parameters.SelectMany(p => p.ValuesIn(op))];
        if (values.Any(v => v is OutputFile || v is InputFile { Path: var path } && MayChange(path))) return null;
        var files = values.OfType<InputFile>().SelectMany(FilePattern.FilesOf).Select(f => new FileInfo(f.Path))
            .Select(f => f.Exists ? $"{f.FullName} {f.Length} {f.LastWriteTimeUtc.Ticks}" : f.FullName);
        var read = signature.Rows == RowEffect.New ? string.Join(',', plan.ReadAfter(step) ?? ["*"]) : "";
        return string.Join('\n', [op.Text, step.Step.Text, read, .. files]);
    }
}

/// <summary>A step of an earlier run.</summary>
/// <param name="Mark">What it depends on.</param>
sealed record Kept(string Mark, Study Before, Study After, StepRecord Record);
