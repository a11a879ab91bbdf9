using Dsl;
using Host.Display;
using Runtime.Files;

namespace Host.Repl;

/// <summary>Runs one step on a study, shows its progress, and stops it when asked.</summary>
sealed class StepRunner(HostContext host)
{
    /// <summary>What `save` writes lies below this folder, as when the script is run from standard input.</summary>
    public const string Folder = "pipe.out";

    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    /// <param name="read">What the session has read, so that the step writes over none of it.</param>
    public StepOutcome Run(Plan plan, PlannedStep planned, int number, Study study, ReadFiles read)
    {
        var record = RunRecord.Of(plan, "session", Environment.ProcessorCount, host.Clock);
        var settings = new RunSettings
        {
            Threads = record.Threads,
            OutputFolder = host.PathOf(Folder),
            Read = read,
            Start = study,
            Cancel = host.Interrupt.Rearm(),
        };
        var runner = new Runner(plan with { Steps = [planned with { Number = number }] }, settings);
        using var execution = new Execution(runner, record, host, static (_, _) => { });
        Follow(execution, number);
        record.Leave();
        var step = record.Steps is [var only] ? only : null;
        return new StepOutcome(step, record.Ending!, runner.Study) { LeftBehind = execution.LeftBehind };
    }

    void Follow(Execution execution, int number)
    {
        ProgressLine? progress = host.Interactive ? new LiveLine(host) { Brief = true } : null;
        while (!execution.Over)
            if (execution.Next(Patience) is null && execution.Running is { } step) progress?.Show(execution, step, number);
    }
}

/// <param name="Record">Null when it was stopped before it began.</param>
/// <param name="Study">As the step left it; as it was before when the step did not end well.</param>
sealed record StepOutcome(StepRecord? Record, Ending Ending, Study Study)
{
    /// <summary>It was stopped, does not listen, and goes on unseen.</summary>
    public bool LeftBehind { get; init; }
}
