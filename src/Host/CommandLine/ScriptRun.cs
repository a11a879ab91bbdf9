using System.Runtime.ExceptionServices;
using Dsl;
using Host.Display;
using Host.Report;

namespace Host.CommandLine;

/// <summary>One run of a checked script: shown while it happens, written as it goes, summed up at its end.</summary>
/// <param name="folder">The output folder as the person wrote it.</param>
sealed class ScriptRun(Surroundings around, Plan plan, string folder)
{
    public required int Threads { get; init; }

    public bool Quiet { get; init; }

    /// <summary>Where else to write <c>run.json</c>.</summary>
    public string? Copy { get; init; }

    public int Run()
    {
        var record = new RunRecord(Path.GetFileName(plan.Source.Name), around.Clock) { Parameters = plan.Parameters, Seed = plan.Seed, Threads = Threads };
        var output = new OutFolder(Path.TrimEndingDirectorySeparator(around.PathOf(folder)));
        output.Prepare();
        var publisher = new Publisher(output, record, around.Cancel);
        publisher.Begin();
        var display = new RunDisplay(around, plan, folder) { Quiet = Quiet };
        using var execution = new Execution(plan, record, new RunSettings(Threads, output.FullPath, around.Clock, publisher.Step, around.Cancel));
        display.Follow(execution);
        record.Close(new Ending("cancelled", record.Steps is [.., var last] ? last.Number : null));
        publisher.End(plan);
        if (Copy is not null) publisher.CopyRecord(around.PathOf(Copy));
        if (execution.Bug is { } bug) ExceptionDispatchInfo.Throw(bug);
        if (execution.Failure is { } failure) around.Say(failure, plan.Source);
        display.Summary(record);
        return record.Ending.Status switch
        {
            "finished" => ExitCode.Fine,
            "cancelled" => ExitCode.Cancelled,
            _ => ExitCode.ScriptFailed,
        };
    }
}
