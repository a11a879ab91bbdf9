using Dsl.Binding;
using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime;

namespace Dsl;

/// <summary>The language from end to end: text → script → plan → study.</summary>
public static class Language
{
    /// <summary>Reads a script and finds everything that is wrong with it. Computes nothing.</summary>
    public static Plan Check(SourceText source, LanguageOptions options)
    {
        var diagnostics = new List<Diagnostic>();
        var script = new Reader(source, diagnostics).Read();
        var parameters = new Parameters(script, options, diagnostics);
        var bound = new Binder(options, parameters, diagnostics).Bind(script);
        var steps = new Checker(options, diagnostics).Walk(bound, options.Start);
        return new Plan
        {
            Source = source,
            Script = script,
            Steps = steps,
            Diagnostics = [.. Silencing.Of(diagnostics, script).OrderBy(d => d.Span?.Start ?? -1)],
            Seed = parameters.Seed,
            Parameters = parameters.InForce,
        };
    }

    /// <summary>Runs a plan step by step.</summary>
    /// <param name="surroundings">Called before each step: where its results and progress go.</param>
    /// <param name="finished">Called after each step that ran to its end.</param>
    /// <param name="forgive">Whether to go on after a step that could not, with the study as it was before it.</param>
    /// <param name="start">What the first step takes; nothing at the start of a script.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static Outcome Run(
        Plan plan,
        Func<PlannedStep, RunContext> surroundings,
        Action<PlannedStep, Study>? finished = null,
        Func<PlannedStep, Diagnostic, bool>? forgive = null,
        Study? start = null)
    {
        var study = start ?? Study.Empty;
        if (plan.HasErrors) return new Outcome(study, null, plan.Diagnostics.First(d => d.IsError));
        foreach (var step in plan.Steps)
        {
            var context = surroundings(step);
            try
            {
                study = step.Operator!.Apply(study, context);
            }
            catch (Exception exception) when (!Failures.IsStop(exception))
            {
                var failure = Failures.Of(exception, step.Places, step.Signature!);
                if (forgive?.Invoke(step, failure) != true) return new Outcome(study, step, failure);
                continue;
            }
            catch (AggregateException)
            {
                throw new OperationCanceledException(context.Cancel);
            }
            finished?.Invoke(step, study);
        }
        return new Outcome(study, null, null);
    }
}
