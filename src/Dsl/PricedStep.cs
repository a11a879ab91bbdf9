using Dsl.Binding;
using Runtime;

namespace Dsl;

/// <summary>A step of a plan with what it would work on and cost.</summary>
/// <param name="Price">Of what it refuses, none.</param>
/// <param name="Doubt">By how many times its rows may be more or fewer.</param>
/// <param name="StudyBytes">What the study takes after it.</param>
public sealed record PricedStep(PlannedStep Planned, Workload Load, Price Price, double Doubt, double StudyBytes)
{
    /// <summary>What its check says of so many rows, and did not without them.</summary>
    public IReadOnlyList<Complaint> Warnings { get; init; } = [];

    /// <summary>It would fail.</summary>
    public Refusal? Refusal { get; init; }

    public int Number => Planned.Number;
}
