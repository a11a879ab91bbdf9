using Dsl;
using Runtime.Files;
using Runtime.Operators.Judge;
using Runtime.Storage;

namespace Host.Receipts;

/// <summary>
/// What a run would find kept. Steps that cost little are run, into a folder that is gone afterwards, so that what the costly ones would
/// read is known; none of these is, and neither is what depends on one that would be.
/// </summary>
sealed class WhyRun(Plan plan, HostContext host)
{
    readonly StepCache cache = host.Cache!;
    readonly List<StepReceipt> steps = [];
    readonly List<Source> sources = [];
    readonly HashSet<string> unknown = [];
    readonly Dictionary<int, Standing> standings = [];
    PlannedStep? current;

    /// <summary>Nothing is known of what comes after.</summary>
    bool lost;

    /// <summary>How the steps stand whose results are kept, in their order.</summary>
    public IReadOnlyList<(StepReceipt Step, Standing Standing)> Ask()
    {
        using var folder = new PrivateFolder();
        var runner = new Runner(plan, new RunSettings
        {
            OutputFolder = folder.FullPath,
            Cancel = host.Cancel,
            IsWhole = true,
            Recall = Recall,
            GoesOnAfter = _ => true,
        });
        runner.StepStarted += Begin;
        runner.ResultShown += (_, result) => { if (result is Source source) lock (sources) sources.Add(source); };
        runner.StepFinished += (step, before, after) =>
            steps.Add(StepReceipt.Of(step, before, after, sources, standings.GetValueOrDefault(step.Number)?.Key));
        runner.StepFailed += (step, _) => Leave(step, runner.Study);
        var ending = runner.Run();
        (ending as Ending.Broken)?.Rethrow();
        if (ending is Ending.Stopped) throw new OperationCanceledException(host.Cancel);
        return [.. steps.Where(s => standings.ContainsKey(s.Number)).Select(s => (s, standings[s.Number]))];
    }

    /// <summary>What is said of the steps that would run.</summary>
    public IReadOnlyList<string> Reasons(StepReceipt step, Receipt? earlier) =>
        standings[step.Number] is { Follows: { } first } ? [$"it depends on step {first}, which would run"]
            : Receipts.Reasons.Of(step, new Receipt([.. steps]), earlier);

    void Begin(PlannedStep step)
    {
        current = step;
        lock (sources) sources.Clear();
    }

    Study Recall(StepCall call)
    {
        var (step, key) = (current!, StepCache.KeyOf(call));
        if (IsBehind(step)) throw NotRun;
        if (call.Step is Expect || step.Signature!.Parameters.Any(p => p.ValueType == typeof(OutputFile))) return call.Study;
        if (key is null) return call.Compute(call.Run);
        var kept = cache.Kept(call, key);
        if (!step.Signature!.Costly) return kept ?? call.Compute(call.Run);
        standings[step.Number] = new(key, kept is not null);
        return kept ?? throw NotRun;
    }

    static Refusal NotRun => new("It is not run.", "Run the script.");

    /// <summary>It reads what is not there, or may.</summary>
    bool IsBehind(PlannedStep step)
    {
        if (!lost && unknown.Count == 0) return false;
        var reads = step.Operator!.Reads(step.Before);
        return lost || reads.All || reads.AllColumns
            || reads.Columns.Concat(reads.Points).Concat(reads.Models).Concat(reads.Tables).Any(unknown.Contains);
    }

    /// <summary>
    /// A step that did not run: what it would have made is unknown from here on, and so is all else where it may change that.
    /// </summary>
    void Leave(PlannedStep step, Study before)
    {
        var receipt = StepReceipt.Of(step, before, null, sources, standings.GetValueOrDefault(step.Number)?.Key);
        if (step.Signature!.Costly && !standings.ContainsKey(step.Number))
            standings[step.Number] = new(null, Kept: false) { Follows = FirstAbove(receipt) };
        steps.Add(receipt);
        unknown.UnionWith(receipt.Makes);
        lost |= !step.Signature.Costly && step.Operator is not Expect && step.Signature.Category is not ("Look" or "Draw");
    }

    int? FirstAbove(StepReceipt step) => standings.Where(s => s.Key < step.Number && !s.Value.Kept).Select(s => (int?)s.Key).Min();
}

/// <summary>Whether a step would run.</summary>
/// <param name="Key">Null when it is not known before.</param>
sealed record Standing(StepKey? Key, bool Kept)
{
    /// <summary>The step that has to run before anything is known of this one.</summary>
    public int? Follows { get; init; }
}
