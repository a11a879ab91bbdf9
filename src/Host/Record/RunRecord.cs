using Dsl;
using Runtime.Charts;

namespace Host.Record;

/// <summary>
/// Everything a run showed, step by step: the one place that terminal, report and <c>run.json</c> read from.
/// </summary>
public sealed class RunRecord(string script, TimeProvider clock)
{
    readonly List<StepRecord> steps = [];
    readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
    readonly Lock gate = new();
    readonly long start = clock.GetTimestamp();

    /// <summary>The name of the script's file, without its folder.</summary>
    public string Script => script;

    public required IReadOnlyList<(string Name, string Value)> Parameters { get; init; }

    public required long Seed { get; init; }

    public required int Threads { get; init; }

    /// <summary>A record of a run that is about to start.</summary>
    public static RunRecord Of(Plan plan, string script, int threads, TimeProvider clock) => new(script, clock)
    {
        Parameters = plan.Parameters,
        Seed = plan.Seed,
        Threads = threads,
    };

    public DateTimeOffset Started { get; } = clock.GetUtcNow();

    public TimeSpan Time => clock.GetElapsedTime(start);

    public IReadOnlyList<StepRecord> Steps
    {
        get
        {
            lock (gate) return [.. steps];
        }
    }

    /// <summary>Null while it runs.</summary>
    public Ending? Ending { get; private set; }

    public long PeakMemory => Steps.Select(s => s.PeakMemory).DefaultIfEmpty(Environment.WorkingSet).Max();

    public StepRecord Begin(int number, string text, string operatorName)
    {
        var step = new StepRecord(number, text, operatorName);
        lock (gate)
        {
            if (Ending is not null) throw new OperationCanceledException();
            steps.Add(step);
        }
        return step;
    }

    /// <summary>Takes in a result of the running step; tables and figures get their file names here.</summary>
    public void Add(StepRecord step, Result result)
    {
        lock (gate)
        {
            if (Ending is not null) throw new OperationCanceledException();
            step.Add(result);
            var name = result switch { Sheet sheet => sheet.Name, Figure figure => figure.Name, Drawing own => own.Name, _ => null };
            if (name is not null) step.Exhibits.Add(new Exhibit(Unique($"{step.Number:00}_{FileName(name)}", result is Sheet), result));
        }
    }

    /// <summary>Takes nothing in from now on: what stands in it is what is reported, whatever still runs.</summary>
    public void Close(Ending ending)
    {
        lock (gate) Ending ??= ending;
    }

    /// <summary>What came out of the run could not be kept: it has failed, however its steps ended.</summary>
    public void Fail(Exception failure)
    {
        lock (gate)
            if (Ending is not (Ending.Failed or Ending.Broken)) Ending = new Ending.Broken(null, failure);
    }

    /// <summary>The same for a run that is not waited for any more.</summary>
    public void Leave() => Close(new Ending.Stopped(Steps is [.., var last] ? last.Number : null));

    /// <summary>A table and a figure may share a name (they lie in different folders), two tables may not.</summary>
    string Unique(string name, bool sheet)
    {
        var folder = sheet ? "tables/" : "figures/";
        var (unique, number) = (name, 2);
        while (!names.Add(folder + unique)) unique = $"{name}_{number++}";
        return unique;
    }

    static string FileName(string name) =>
        string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '_' or '-' ? char.ToLowerInvariant(c) : '_'));
}
