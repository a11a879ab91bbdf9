using Dsl.Binding;
using Dsl.Diagnostics;
using Dsl.Syntax;

namespace Dsl;

/// <summary>The language from text to plan; <see cref="Runner"/> makes a study of it.</summary>
public static class Language
{
    /// <summary>A file with more is no script that can be read: no character takes more than four.</summary>
    public const int MostBytes = 4 * Limits.Characters;

    /// <summary>Reads a script and finds everything that is wrong with it. Computes nothing.</summary>
    public static Plan Check(SourceText source, LanguageOptions options)
    {
        var diagnostics = new List<Diagnostic>();
        var script = new Reader(source, diagnostics).Read();
        var parameters = new Parameters(source, script, options, diagnostics);
        var bound = new Binder(source, options, parameters, diagnostics).Bind(script);
        var meaning = new SemanticModel(script);
        var steps = new Checker(source, options, meaning, diagnostics).Walk(bound, options.Start);
        if (!diagnostics.Exists(d => d.IsError)) new ProseChecker(source, parameters, steps, diagnostics).Check(script);
        if (!options.GoesOn && !diagnostics.Exists(d => d.IsError) && !bound.Any(s => s.MayReadParameters))
            diagnostics.AddRange(parameters.Unused.Select(Sentences.UnusedParameter));
        return new Plan
        {
            Source = source,
            Script = script,
            Steps = steps,
            Meaning = meaning,
            Diagnostics = [.. Repeats.Without(Silencing.Of(diagnostics, script, source.Text).OrderBy(d => d.Span?.Start ?? -1))],
            Seed = parameters.Seed,
            Parameters = parameters.InForce,
            Headers = options.Headers,
        };
    }
}
