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
        var steps = new Checker(diagnostics).Walk(bound);
        return new Plan
        {
            Source = source,
            Script = script,
            Steps = steps,
            Diagnostics = [.. diagnostics.OrderBy(d => d.Span?.Start ?? -1)],
            Seed = parameters.Seed,
            Parameters = parameters.InForce,
        };
    }

    /// <summary>Runs a plan step by step.</summary>
    /// <param name="surroundings">Called before each step: where its results and progress go.</param>
    /// <param name="finished">Called after each step that ran to its end.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static Outcome Run(Plan plan, Func<PlannedStep, RunContext> surroundings, Action<PlannedStep, Study>? finished = null)
    {
        var study = Study.Empty;
        if (plan.HasErrors) return new Outcome(study, null, plan.Diagnostics.First(d => d.IsError));
        foreach (var step in plan.Steps)
        {
            var context = surroundings(step);
            try
            {
                study = step.Operator!.Run(study, context);
            }
            catch (Exception exception) when (!Failures.IsStop(exception))
            {
                return new Outcome(study, step, Failures.Of(exception, step.Places, step.Signature!));
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
