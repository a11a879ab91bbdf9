using Dsl.Syntax;
using Runtime;

namespace Dsl;

/// <summary>The language from end to end: text → script → plan → study.</summary>
public static class Language
{
    /// <summary>Reads a script and finds everything that is wrong with it. Computes nothing.</summary>
    public static Plan Check(SourceText source, LanguageOptions options) => throw new NotImplementedException();

    /// <summary>Runs a plan step by step.</summary>
    /// <param name="surroundings">Called before each step: where its results and progress go.</param>
    /// <param name="finished">Called after each step that ran to its end.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static Outcome Run(Plan plan, Func<PlannedStep, RunContext> surroundings, Action<PlannedStep, Study>? finished = null) =>
        throw new NotImplementedException();
}
