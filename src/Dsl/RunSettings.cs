using Dsl.Binding;
using Runtime;
using Runtime.Files;

namespace Dsl;

/// <summary>What a run is given from outside.</summary>
public sealed record RunSettings
{
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The folder that output files go to.</summary>
    public string OutputFolder { get; init; } = ".";

    /// <summary>The plan is all that there will be: columns that none of its steps reads can be left in their files.</summary>
    public bool IsWhole { get; init; }

    /// <summary>What the run reads, so that it writes over none of it.</summary>
    public ReadFiles Read { get; init; } = ReadFiles.None;

    /// <summary>How many rows a `load` may bring, when a script is tried on a part of its data.</summary>
    public int? RowLimit { get; init; }

    /// <summary>What the first step takes.</summary>
    public Study Start { get; init; } = Study.Empty;

    /// <summary>Whether to go on after a step that failed, with the study as it was before it.</summary>
    public Func<PlannedStep, bool> GoesOnAfter { get; init; } = static _ => false;

    /// <summary>Asked in the place of every step: it may know what comes of it. Null to run them all.</summary>
    public Func<StepCall, Study>? Recall { get; init; }

    /// <summary>The person wants it to stop.</summary>
    public CancellationToken Cancel { get; init; }
}
