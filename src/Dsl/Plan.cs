using Dsl.Binding;
using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime;

namespace Dsl;

/// <summary>A script with its steps bound to operators and walked over shapes: ready to run, or what is wrong with it.</summary>
public sealed record Plan
{
    public required SourceText Source { get; init; }

    public required Script Script { get; init; }

    public required IReadOnlyList<PlannedStep> Steps { get; init; }

    /// <summary>What the names in it mean.</summary>
    public required SemanticModel Meaning { get; init; }

    /// <summary>Everything found, by place.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>The script's <c>param seed</c>, else 0.</summary>
    public long Seed { get; init; }

    /// <summary>The parameters and the values in force, as they would be written.</summary>
    public IReadOnlyList<(string Name, string Value)> Parameters { get; init; } = [];

    /// <summary>What the heads of files said.</summary>
    public Headers Headers { get; init; } = new();

    /// <summary>The columns that the steps after one read; null when that may be all, or when there is nothing that they read.</summary>
    public ValueList<string>? ReadAfter(PlannedStep step)
    {
        var later = Steps.SkipWhile(s => s != step).Skip(1);
        var reads = later.Aggregate(Reads.Nothing, (all, next) => all.And(next.Operator!.Reads(next.Before)));
        return reads.All || reads.AllColumns || reads.Columns.Count == 0 ? null : [.. reads.Columns.Union(reads.ColumnsAside)];
    }

    /// <summary>The files on disk that its steps name to read.</summary>
    public IEnumerable<string> FilesRead => Steps.SelectMany(Paths.ReadBy);

    public bool HasErrors => Diagnostics.Any(d => d.IsError);
}

