using Dsl.Syntax;
using Runtime;

namespace Dsl.Binding;

/// <summary>A step and what it was found to be.</summary>
/// <param name="Number">From 1, in the order of the script.</param>
/// <param name="Signature">Null when the catalogue has no such operator.</param>
/// <param name="Operator">Null when the step could not be bound.</param>
public sealed record PlannedStep(int Number, Step Step, Signature? Signature, Operator? Operator, Shape Before, Shape After)
{
    internal ArgumentSpans Places { get; init; } = new(Step.Name.Span);

    /// <summary>What a step that cannot be run is told.</summary>
    public Diagnostics.Diagnostic Refused(Refusal refusal) => Failures.Of(refusal, Places, Signature!);
}
