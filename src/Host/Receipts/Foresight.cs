using Dsl;
using Runtime.Data;
using Runtime.Files;
using Runtime.Storage;

namespace Host.Receipts;

/// <summary>How a step stands before a run, as far as the receipt of the last one tells.</summary>
/// <param name="Because">Why it would run.</param>
sealed record Foreseen(bool IsKept, IReadOnlyList<string> Because);

/// <summary>
/// What a run would find kept, without running anything: a step of which nothing has changed, nor of what it depends on, has the key that
/// the receipt of the last run holds. Steps that other scripts have run are not known here; a run finds those, too.
/// </summary>
sealed class Foresight(Plan plan, HostContext host)
{
    readonly StepCache cache = host.Cache!;

    /// <summary>Of each step that is kept or may be costly, by its number.</summary>
    public IReadOnlyDictionary<int, Foreseen> Of(Receipt? earlier)
    {
        var costly = plan.Steps.Where(s => s.Signature!.Costly);
        if (earlier is null) return costly.ToDictionary(s => s.Number, s => new Foreseen(false, [Reasons.NothingKnown]));
        // Keys are not known of steps that have not run, so arguments are held against arguments.
        var run = new Receipt([.. plan.Steps.Select(s => StepReceipt.Of(s, Study.Empty, null, SourcesOf(s), null))]);
        var plain = new Receipt([.. earlier.Steps.Select(s => s with { Key = null })]);
        return plan.Steps.Select(s => (Step: s, Standing: Stands(run.Steps[s.Number - 1], run, plain, earlier)))
            .Where(s => s.Standing.IsKept || s.Step.Signature!.Costly).ToDictionary(s => s.Step.Number, s => s.Standing);
    }

    Foreseen Stands(StepReceipt step, Receipt run, Receipt plain, Receipt earlier)
    {
        var because = Reasons.Of(step, run, plain);
        if (because.Count > 0) return new(false, because);
        var was = Reasons.Match(step, run.Steps, plain.Steps)!;
        if (earlier.Steps.First(s => s.Number == was.Number).Key is not { } parts) return new(false, Reasons.Gone);
        var (key, seed) = (new StepKey([.. parts]), CanonicalText.Of((object)plan.Seed));
        if (!key.IsOfThisBuild) return new(false, [Reasons.AnotherBuild]);
        // The step may have an argument of that name, which stands before.
        if (key.Parts.LastOrDefault(p => p.Name == KeyPart.Seed) is { } old && old.Value != seed)
            return new(false, [$"`{KeyPart.Seed}` {old.Value} → {seed}"]);
        return cache.Folder.Has(key.Hash) ? new(true, []) : new(false, Reasons.Gone);
    }

    /// <summary>The files that a step would read, by their hashes.</summary>
    static IEnumerable<Source> SourcesOf(PlannedStep step) => step.Signature!.Parameters.SelectMany(p => p.ValuesIn(step.Operator!))
        .OfType<InputFile>().SelectMany(FilePattern.FilesOf).Where(f => File.Exists(f.Path))
        .Select(f => new Source(f.Written, new FileInfo(f.Path).Length, RegularFile.HashOf(f.Path)));
}
