using System.Collections.Concurrent;
using System.Diagnostics;
using Dsl;
using Dsl.Diagnostics;

namespace Host.Record;

/// <summary>A plan that runs on a thread of its own, so that the display stays alive and a stop is a stop.</summary>
sealed class Execution : IDisposable
{
    /// <summary>How long a run that was asked to stop may take for it; after that it is left behind.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(400);

    readonly BlockingCollection<StepEvent> events = [];
    readonly MemoryWatch memory = new();
    readonly Plan plan;
    readonly RunRecord record;
    readonly RunSettings settings;
    Study study;
    volatile StepRecord? current;
    long started;
    long stopping;

    public Execution(Plan plan, RunRecord record, RunSettings settings)
    {
        (this.plan, this.record, this.settings, study) = (plan, record, settings, settings.Start);
        new Thread(Run) { IsBackground = true, Name = "pipe run" }.Start();
    }

    /// <summary>What the running step is doing, and the share that is done (NaN when not known).</summary>
    public (string What, double Share) Doing { get; private set; } = ("", double.NaN);

    /// <summary>How long the running step has been at it.</summary>
    public TimeSpan Elapsed => settings.Clock.GetElapsedTime(Interlocked.Read(ref started));

    /// <summary>The step that runs now.</summary>
    public StepRecord? Running => current is { Finished: false } step ? step : null;

    public bool HasNews => events.Count > 0;

    /// <summary>The diagnostic of the step that failed.</summary>
    public Diagnostic? Failure { get; private set; }

    /// <summary>What went wrong on our side.</summary>
    public Exception? Bug { get; private set; }

    /// <summary>The study after the last step that ran to its end.</summary>
    public Study Study => Volatile.Read(ref study);

    /// <summary>The next thing that happens, or null when nothing happened in a while.</summary>
    public StepEvent? Next(TimeSpan patience) => events.TryTake(out var next, patience) ? next : null;

    /// <summary>All steps ran to their end.</summary>
    public bool Finished => events.IsCompleted && record.Ending == Ending.Finished;

    /// <summary>Nothing more will happen, or nothing more is waited for.</summary>
    public bool Over => events.IsCompleted || (settings.Cancel.IsCancellationRequested && OutOfGrace());

    /// <summary>It was asked to stop, did not listen, and goes on.</summary>
    public bool LeftBehind => Over && !events.IsCompleted;

    bool OutOfGrace()
    {
        if (stopping == 0) stopping = Stopwatch.GetTimestamp();
        return Stopwatch.GetElapsedTime(stopping) > Grace;
    }

    void Run()
    {
        try
        {
            var outcome = Language.Run(plan, Begin, End, start: study);
            Failure = outcome.Failure;
            record.Close(outcome.Failure is { } f ? new Ending("failed", outcome.Failed?.Number, f.Title, f.Text, f.Hint) : Ending.Finished);
        }
        catch (OperationCanceledException) when (settings.Cancel.IsCancellationRequested)
        {
            record.Close(new Ending("cancelled", current?.Number));
        }
        catch (Exception bug)
        {
            Bug = bug;
            record.Close(new Ending("failed", current?.Number, "Bug in pipe", bug.Message));
        }
        finally
        {
            if (current is { Finished: false } step) Measure(step);
            events.CompleteAdding();
        }
    }

    RunContext Begin(PlannedStep planned)
    {
        settings.Cancel.ThrowIfCancellationRequested();
        var step = record.Begin(planned.Number, OneLine(planned.Step.Text), planned.Signature!.Name);
        current = step;
        Doing = ("", double.NaN);
        Interlocked.Exchange(ref started, settings.Clock.GetTimestamp());
        memory.TakePeak();
        events.Add(new StepEvent(step, Ended: false));
        return new RunContext
        {
            Sink = result => record.Add(step, result),
            Progress = (what, share) => Doing = (what, share),
            Threads = settings.Threads,
            Cancel = settings.Cancel,
            Seed = plan.Seed,
            Parameters = plan.Parameters,
            OutputFolder = settings.OutputFolder,
        };
    }

    void End(PlannedStep planned, Study after)
    {
        var step = current!;
        step.Made(study, after);
        study = after;
        settings.Publish(planned, step);
        Measure(step);
        step.Finished = true;
        events.Add(new StepEvent(step, Ended: true));
    }

    void Measure(StepRecord step) => (step.Time, step.PeakMemory) = (Elapsed, memory.TakePeak());

    static string OneLine(string text) =>
        string.Join(' ', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    // The queue stays: a run that was left behind may still speak into it.
    public void Dispose() => memory.Dispose();
}

/// <summary>A step began or ended.</summary>
sealed record StepEvent(StepRecord Step, bool Ended);

/// <summary>What a run is given from outside.</summary>
/// <param name="Publish">Writes the files of a step that ran to its end.</param>
sealed record RunSettings(int Threads, string OutputFolder, TimeProvider Clock, Action<PlannedStep, StepRecord> Publish, CancellationToken Cancel)
{
    /// <summary>What the first step takes.</summary>
    public Study Start { get; init; } = Study.Empty;
}
