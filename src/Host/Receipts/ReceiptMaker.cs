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

    public Receipt Made() => new([.. steps]);

    void Begin()
    {
        sources.Clear();
        start = clock.GetTimestamp();
    }

    void Note(Result result)
    {
        if (result is Source source) lock (sources) sources.Add(source);
    }

    void End(PlannedStep step, Study before, Study after) =>
        steps.Add(StepReceipt.Of(step, before, after, sources, cache.Last?.Key) with
        {
            Kept = cache.Last?.Kept == true,
            Seconds = Math.Round(clock.GetElapsedTime(start).TotalSeconds, 3),
        });
}
