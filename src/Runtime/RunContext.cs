using Runtime.Files;

namespace Runtime;

/// <summary>What surrounds a running step: where results and progress go, how many threads, the seed, when to stop.</summary>
public sealed record RunContext
{
    /// <summary>Receives every result the moment it is there.</summary>
    public Action<Result> Sink { get; init; } = static _ => { };

    /// <summary>Receives what is being done and the share done (NaN when not known).</summary>
    public Action<string, double>? Progress { get; init; }

    public int Threads { get; init; } = Environment.ProcessorCount;

    public CancellationToken Cancel { get; init; }

    /// <summary>The script's seed; a step may have its own.</summary>
    public long Seed { get; init; }

    /// <summary>The script's parameters and the values in force, as they would be written.</summary>
    public IReadOnlyList<(string Name, string Value)> Parameters { get; init; } = [];

    /// <summary>The folder that output files go to.</summary>
    public string OutputFolder { get; init; } = ".";

    /// <summary>What the run reads, so that it writes over none of it.</summary>
    public ReadFiles Read { get; init; } = ReadFiles.None;

    /// <summary>How many rows a `load` may bring, when a script is tried on a part of its data.</summary>
    public int? RowLimit { get; init; }

    /// <summary>The columns that later steps read, so that a `load` can do without the others; null for all.</summary>
    public ValueList<string>? Wanted { get; init; }

    /// <summary>What the heads of files say.</summary>
    public Headers Headers { get; init; } = new();

    /// <summary>The check of a step that is about to run.</summary>
    public CheckContext Checking() => new() { RowLimit = RowLimit, Wanted = Wanted, Headers = Headers };

    /// <summary>Asked in the place of every step: it may know what comes of it. Null to run them all.</summary>
    public Func<StepCall, Study>? Recall { get; init; }

    public Work Work => new(Threads, Progress, Cancel);

    public void Show(Result result) => Sink(result);

    public void Say(string text) => Sink(new Remark(text));

    /// <param name="file">What the sentence names, as it lies below the output folder.</param>
    public void Say(string text, string file) => Sink(new Remark(text) { File = file });

    public void Warn(string text, string? hint = null) => Sink(new Warning(text, hint));
}
