using Dsl;
using Host.Display;
using Host.Report;

namespace Host.CommandLine;

/// <summary>One run of a checked script: shown while it happens, written as it goes, summed up at its end.</summary>
/// <param name="folder">The output folder as the person wrote it.</param>
sealed class ScriptRun(HostContext host, Plan plan, string folder)
{
    public required int Threads { get; init; }

    public bool Quiet { get; init; }

    /// <summary>Where else to write <c>run.json</c>.</summary>
    public string? Copy { get; init; }

    public int Run()
    {
        var record = RunRecord.Of(plan, Path.GetFileName(plan.Source.Name), Threads, host.Clock);
        var output = new OutFolder(Path.TrimEndingDirectorySeparator(host.PathOf(folder)));
        output.Prepare();
        var publisher = new Publisher(output, record, host.Cancel);
        publisher.Begin();
        var runner = new Runner(plan, SettingsFor(output.FullPath));
        var display = new RunDisplay(host, plan) { Quiet = Quiet };
        using (var execution = new Execution(runner, record, host, publisher.Step)) display.Follow(execution);
        record.Leave();
        publisher.End(plan);
        if (Copy == ScriptFiles.StandardInput) publisher.WriteRecord(host.OutputBytes);
        else if (Copy is not null) publisher.CopyRecord(host.PathOf(Copy));
        (record.Ending as Ending.Broken)?.Rethrow();
        if (record.Ending is Ending.Failed { Diagnostic: var failure }) host.Say(failure, plan.Source);
        if (Copy != ScriptFiles.StandardInput) display.Summary(record, Path.Combine(folder, Publisher.ReportFile));
        return record.Ending switch
        {
            Ending.Finished => ExitCode.Fine,
            Ending.Stopped => ExitCode.Cancelled,
            _ => ExitCode.ScriptFailed,
        };
    }

    RunSettings SettingsFor(string output) => new() { Threads = Threads, OutputFolder = output, Cancel = host.Cancel, IsWhole = true };
}
