using Dsl;
using Runtime.Storage;

namespace Host.Receipts;

/// <summary>Writes down what the steps of a run depended on, while it goes.</summary>
sealed class ReceiptMaker
{
    readonly List<StepReceipt> steps = [];
    readonly List<Source> sources = [];
    readonly StepCache cache;
    readonly TimeProvider clock;
    long start;

    public ReceiptMaker(Runner runner, StepCache cache, TimeProvider clock)
    {
        (this.cache, this.clock) = (cache, clock);
        runner.StepStarted += _ => Begin();
        runner.ResultShown += (_, result) => Note(result);
        runner.StepFinished += End;
    }

    /// <summary>As far as the run has come, which may still go on when nobody waits for it.</summary>
    public Receipt Made()
    {
        lock (steps) return new([.. steps]);
    }

    void Begin()
    {
        sources.Clear();
        start = clock.GetTimestamp();
    }

    void Note(Result result)
    {
        if (result is Source source) lock (sources) sources.Add(source);
    }

    void End(PlannedStep step, Study before, Study after)
    {
        var receipt = StepReceipt.Of(step, before, after, sources, cache.Last?.Key) with
        {
            Kept = cache.Last?.Kept == true,
            Seconds = Math.Round(clock.GetElapsedTime(start).TotalSeconds, 3),
        };
        lock (steps) steps.Add(receipt);
    }
}
