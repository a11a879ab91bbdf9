using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime;

namespace Dsl.Binding;

/// <summary>A step with its operator filled in.</summary>
/// <param name="Operator">Null when nothing like it is in the catalogue.</param>
/// <param name="Sound">Everything about it could be bound. Otherwise the operator is a best guess that only later steps are checked
/// against.</param>
sealed record BoundStep(Step Step, Signature? Signature, Operator? Operator, bool Sound, ArgumentSpans Places)
{
    /// <summary>Code sees all parameters without naming them.</summary>
    public bool MayReadParameters => Signature is null or { IsOwn: true } || Step.Arguments.Any(a => a.Value is BlockForm);

    /// <summary>Its operator exists but may not be looked at.</summary>
    public bool Unseen { get; init; }
}

/// <summary>Steps → operators, by name from the catalogue. Reports everything that is wrong with a step.</summary>
sealed class Binder(SourceText source, LanguageOptions options, Parameters parameters, List<Diagnostic> diagnostics)
{
    public IReadOnlyList<BoundStep> Bind(Script script)
    {
        var steps = new List<BoundStep>();
        foreach (var item in script.Items)
        {
            if (item is Declaration declaration) parameters.Declare(declaration);
            if (item is Step step) steps.Add(Bind(step));
        }
        parameters.Finish();
        return steps;
    }

    BoundStep Bind(Step step)
    {
        var called = OperatorLookup.Of(step, options.Operators);
        if (called.Signature is null && IsUnseen(step))
            return new BoundStep(step, null, null, false, new ArgumentSpans(called.Name)) { Unseen = true };
        var found = new List<Diagnostic>();
        if (called.Signature is null) diagnostics.Add(MisnamedSteps.Operator(called, source.Text));
        var signature = called.Signature ?? called.Guess;
        if (signature is null) return new BoundStep(step, null, null, false, new ArgumentSpans(called.Name));
        var binder = new ArgumentBinder(signature, called, source.Text, options, parameters, found);
        var op = binder.Bind();
        if (called.Signature is not null && !step.Broken) diagnostics.AddRange(found);
        var sound = called.Signature is not null && !step.Broken && !binder.Incomplete && !found.Exists(d => d.IsError);
        return new BoundStep(step, called.Signature, op with { As = step.As?.Text }, sound, binder.Places);
    }

    bool IsUnseen(Step step) => options.Unseen.Contains(step.Name.Text)
        || OperatorLookup.SecondWord(step) is { } second && options.Unseen.Contains($"{step.Name.Text} {second.Name}");
}
