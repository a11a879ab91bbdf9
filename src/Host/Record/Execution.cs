using System.Collections.Concurrent;
using System.Diagnostics;
using Dsl;

namespace Host.Record;

/// <summary>A run on a thread of its own, written into a record, so that the display stays alive and a stop is a stop.</summary>
sealed class Execution : IDisposable
{
    /// <summary>How long a run that was asked to stop may take for it; after that it is left behind.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(400);

    readonly BlockingCollection<StepEvent> events = [];
    readonly MemoryWatch memory = new();
    readonly Runner runner;
    readonly RunRecord record;
    readonly TimeProvider clock;
    readonly CancellationToken cancel;
    volatile StepRecord? current;
    long started;
    long stopping;

    /// <param name="published">Writes the files of a step that ran to its end.</param>
    public Execution(Runner runner, RunRecord record, HostContext host, Action<PlannedStep, StepRecord> published)
    {
        (this.runner, this.record, clock, cancel) = (runner, record, host.Clock, host.Cancel);
        runner.StepStarted += Begin;
        runner.ResultShown += (_, result) => record.Add(current!, result);
        runner.Progressed += (what, share) => Doing = (what, share);
        runner.StepFinished += (step, before, after) => End(step, before, after, published);
        new Thread(Run) { IsBackground = true, Name = "pipe run" }.Start();
    }

    /// <summary>What the running step is doing, and the share that is done (NaN when not known).</summary>
    public (string What, double Share) Doing { get; private set; } = ("", double.NaN);

    /// <summary>How long the running step has been at it.</summary>
    public TimeSpan Elapsed => clock.GetElapsedTime(Interlocked.Read(ref started));

    /// <summary>All that have begun.</summary>
    public IReadOnlyList<StepRecord> Steps => record.Steps;

    /// <summary>The step that runs now, or that did not end well.</summary>
    public StepRecord? Running => current is { Finished: false } step ? step : null;

    public bool HasNews => events.Count > 0;

    /// <summary>The next thing that happens, or null when nothing happened in a while.</summary>
    public StepEvent? Next(TimeSpan patience) => events.TryTake(out var next, patience) ? next : null;

    /// <summary>All steps ran to their end.</summary>
    public bool Finished => events.IsCompleted && record.Ending is Ending.Finished;

    /// <summary>Nothing more will happen, or nothing more is waited for.</summary>
    public bool Over => events.IsCompleted || (cancel.IsCancellationRequested && OutOfGrace());

    /// <summary>It was asked to stop, did not listen, and goes on.</summary>
    public bool LeftBehind => Over && !events.IsCompleted;

    bool OutOfGrace()
    {
        if (stopping == 0) stopping = Stopwatch.GetTimestamp();
        return Stopwatch.GetElapsedTime(stopping) > Grace;
    }

    void Run()
    {
        record.Close(runner.Run());
        if (current is { Finished: false } step) Measure(step);
        events.CompleteAdding();
    }

    void Begin(PlannedStep planned)
    {
        var step = record.Begin(planned.Number, planned.Step.Text, planned.Signature!.Name);
        current = step;
        Doing = ("", double.NaN);
        Interlocked.Exchange(ref started, clock.GetTimestamp());
        memory.TakePeak();
        events.Add(new StepEvent(step, Ended: false));
    }

    void End(PlannedStep planned, Study before, Study after, Action<PlannedStep, StepRecord> published)
    {
        var step = current!;
        step.Made(before, after);
        published(planned, step);
        Measure(step);
        step.Finished = true;
        events.Add(new StepEvent(step, Ended: true));
    }

    void Measure(StepRecord step) => (step.Time, step.PeakMemory) = (Elapsed, memory.TakePeak());

    // The queue stays: a run that was left behind may still speak into it.
    public void Dispose() => memory.Dispose();
}

/// <summary>A step began or ended.</summary>
sealed record StepEvent(StepRecord Step, bool Ended);
