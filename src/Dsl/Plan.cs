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

    /// <summary>Everything found, by place.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>The script's <c>param seed</c>, else 0.</summary>
    public long Seed { get; init; }

    /// <summary>The parameters and the values in force, as they would be written.</summary>
    public IReadOnlyList<(string Name, string Value)> Parameters { get; init; } = [];

    public bool HasErrors => Diagnostics.Any(d => d.IsError);
}

/// <summary>How a run ended.</summary>
/// <param name="Study">The study after the last step that ran to its end.</param>
/// <param name="Failed">The step that could not go on, if one could not.</param>
public sealed record Outcome(Study Study, PlannedStep? Failed, Diagnostic? Failure);
