using Dsl.Binding;
using Dsl.Diagnostics;
using Runtime;

namespace Dsl;

/// <summary>Runs a plan step by step and tells what happens, on the thread that it runs on. Every run goes through it.</summary>
public sealed class Runner(Plan plan, RunSettings settings)
{
    Study study = settings.Start;

    public event Action<PlannedStep>? StepStarted;

    /// <summary>A table, figure, remark, number or warning, the moment it is there.</summary>
    public event Action<PlannedStep, Result>? ResultShown;

    /// <summary>What the running step is doing, and the share done (NaN when not known).</summary>
    public event Action<string, double>? Progressed;

    /// <summary>With the study before the step and after it.</summary>
    public event Action<PlannedStep, Study, Study>? StepFinished;

    public event Action<PlannedStep, Diagnostic>? StepFailed;

    public Plan Plan => plan;

    /// <summary>The study after the last step that ran to its end.</summary>
    public Study Study => Volatile.Read(ref study);

    /// <summary>Until the end, which it gives: nothing is thrown.</summary>
    public Ending Run()
    {
        if (plan.Diagnostics.FirstOrDefault(d => d.IsError) is { } error) return new Ending.Failed(null, error);
        int? number = null;
        try
        {
            foreach (var step in plan.Steps)
            {
                settings.Cancel.ThrowIfCancellationRequested();
                number = step.Number;
                if (Take(step) is { } failure) return new Ending.Failed(number, failure);
            }
            return new Ending.Finished();
        }
        catch (Exception stop) when (Failures.IsStop(stop) && settings.Cancel.IsCancellationRequested)
        {
            return new Ending.Stopped(number);
        }
        catch (Exception exception)
        {
            return new Ending.Broken(number, exception);
        }
    }

    /// <summary>What ends the run, if anything does.</summary>
    Diagnostic? Take(PlannedStep step)
    {
        StepStarted?.Invoke(step);
        var before = study;
        try
        {
            Volatile.Write(ref study, step.Operator!.Apply(before, ContextOf(step)));
        }
        catch (Exception exception) when (!Failures.IsStop(exception))
        {
            var failure = Failures.Of(exception, step.Places, step.Signature!);
            StepFailed?.Invoke(step, failure);
            return settings.GoesOnAfter(step) ? null : failure;
        }
        StepFinished?.Invoke(step, before, study);
        return null;
    }

    RunContext ContextOf(PlannedStep step) => new()
    {
        Sink = result => ResultShown?.Invoke(step, result),
        Progress = (what, share) => Progressed?.Invoke(what, share),
        Threads = settings.Threads,
        Cancel = settings.Cancel,
        Seed = plan.Seed,
        Parameters = plan.Parameters,
        OutputFolder = settings.OutputFolder,
        Read = settings.Read,
        Recall = settings.Recall,
        RowLimit = settings.RowLimit,
        Headers = plan.Headers,
        Wanted = settings.IsWhole && step.Signature?.Rows == RowEffect.New ? plan.ReadAfter(step) : null,
    };
}
