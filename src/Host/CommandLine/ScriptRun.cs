using Dsl;
using Host.Display;
using Host.Report;
using Host.Results;
using Runtime.Files;

namespace Host.CommandLine;

/// <summary>One run of a checked script: shown while it happens, written as it goes, summed up at its end.</summary>
/// <param name="place">Where it writes.</param>
sealed class ScriptRun(HostContext host, Plan plan, RunPlace place)
{
    public required int Threads { get; init; }

    public bool Quiet { get; init; }

    /// <summary>Standard output holds the record, and nothing beside it.</summary>
    public bool RecordAlone { get; init; }

    /// <summary>Parameters that were given from outside.</summary>
    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>();

    /// <summary>How many rows of each table a record follows.</summary>
    public int Witnesses { get; init; }

    public int Run()
    {
        var record = RunRecord.Of(plan, Path.GetFileName(plan.Source.Name), Threads, host.Clock);
        using var output = OutFolder.Own(place.Folder, host, place.Read);
        var publisher = new Publisher(output, record, host.Cancel);
        publisher.Begin();
        var runner = new Runner(plan, SettingsFor(output.FullPath));
        var earlier = place.Results?.Earlier();
        var recorder = place.Results is null ? null : new Recorder(runner, earlier, Witnesses, host.Cancel);
        var display = new RunDisplay(host, plan, place.Folder) { Quiet = Quiet };
        using (var execution = new Execution(runner, record, host, publisher.Step)) display.Follow(execution);
        record.Leave();
        publisher.End(plan);
        if (place.Copy is not null) Copy(place.Copy, publisher.WriteRecord);
        (record.Ending as Ending.Broken)?.Rethrow();
        if (record.Ending is Ending.Failed { Diagnostic: var failure }) host.Say(failure, plan.Source);
        if (!RecordAlone) display.Summary(record, Printable.Of(Path.Combine(place.Folder, Publisher.ReportFile)));
        if (recorder is not null)
        {
            var kept = place.Results!.Keep(recorder.Found(record.Ending!, Set), earlier, record.Ending!);
            if (!RecordAlone) host.Output.WriteLine(kept);
        }
        return CodeOf(record.Ending);
    }

    static int CodeOf(Ending? ending) => ending switch
    {
        Ending.Finished => ExitCode.Fine,
        Ending.Stopped => ExitCode.Cancelled,
        _ => ExitCode.ScriptFailed,
    };

    RunSettings SettingsFor(string output) =>
        new()
        {
            Threads = Threads,
            OutputFolder = output,
            Read = place.Read,
            Cancel = host.Cancel,
            // A row is known again by all that stands in it.
            IsWhole = place.Results is null,
        };

    /// <summary>Standard output goes on from where it is, whatever it leads to.</summary>
    void Copy(string file, Action<Stream> write)
    {
        if (file is not ("/dev/stdout" or "/dev/fd/1" or "/proc/self/fd/1")) WholeFile.Write(host.PathOf(file), write);
        else
        {
            host.Output.Flush();
            write(host.OutputBytes);
            host.OutputBytes.Flush();
        }
    }
}
