using Dsl.Binding;
using Dsl.Diagnostics;
using Dsl.Syntax;

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

    /// <summary>The files on disk that its steps name to read.</summary>
    public IEnumerable<string> FilesRead => Steps.SelectMany(Paths.ReadBy);

    public bool HasErrors => Diagnostics.Any(d => d.IsError);
}

