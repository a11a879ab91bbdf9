using Dsl;
using Dsl.Diagnostics;
using Host.Display;

namespace Host.Repl;

/// <summary>Runs one step on a study, shows its progress, and stops it when asked.</summary>
sealed class StepRunner(Surroundings around)
{
    /// <summary>What `save` writes lies below this folder, as when the script is run from standard input.</summary>
    public const string Folder = "pipe.out";

    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    public StepOutcome Run(Plan plan, PlannedStep step, int number, Study study)
    {
        var record = new RunRecord("session", around.Clock) { Parameters = plan.Parameters, Seed = plan.Seed, Threads = Environment.ProcessorCount };
        var alone = plan with { Steps = [step with { Number = number }] };
        var cancel = around.Rearm?.Invoke() ?? around.Cancel;
        var settings = new RunSettings(record.Threads, around.PathOf(Folder), around.Clock, static (_, _) => { }, cancel) { Start = study };
        using var execution = new Execution(alone, record, settings);
        Follow(execution, number);
        record.Close(new Ending("cancelled", number));
        var done = record.Steps is [var only] ? only : null;
        return new StepOutcome(done, done is { Finished: true } ? execution.Study : null, execution.Failure, execution.Bug) { LeftBehind = execution.LeftBehind };
    }

    void Follow(Execution execution, int number)
    {
        ProgressLine? progress = around.Interactive ? new LiveLine(Terminal.Console(around)) { Brief = true } : null;
        while (!execution.Over)
            if (execution.Next(Patience) is null && execution.Running is { } step) progress?.Show(execution, step, number);
    }
}

/// <param name="After">Null when the step failed or was stopped.</param>
sealed record StepOutcome(StepRecord? Record, Study? After, Diagnostic? Failure, Exception? Bug)
{
    public bool LeftBehind { get; init; }
}
