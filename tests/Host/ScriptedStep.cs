using Dsl;
using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime;

namespace Tests.Host;

/// <summary>A step made by a test: it does what it is told.</summary>
[Operator("act", "Do what the test says.")]
public sealed record ScriptedStep : Operator
{
    public Action<RunContext> What { get; init; } = static _ => { };

    protected override Shape Check(Shape before, CheckContext check) => before;

    protected override Study Run(Study study, RunContext run)
    {
        What(run);
        return study;
    }

    /// <summary>A plan of such steps, as if it had been read from <c>acts.pipe</c>.</summary>
    public static Plan Plan(params Action<RunContext>[] acts)
    {
        var text = string.Concat(acts.Select((_, i) => $"act {i + 1}\n"));
        var steps = acts.Select((_, i) => new Step(new Name("act", new Span(6 * i, 3)), [], null, new Span(6 * i, 5)) { Text = $"act {i + 1}" }).ToList();
        var signature = new Signature(typeof(ScriptedStep));
        var script = new Script([new Prose("# Acts\n\nA plan made by a **test**.", new Span(0, 0)), .. steps]);
        return new Plan
        {
            Source = new SourceText("acts.pipe", text),
            Script = script,
            Meaning = new SemanticModel(script),
            Steps = [.. steps.Select((s, i) => new PlannedStep(i + 1, s, signature, new ScriptedStep { What = acts[i] }, Shape.Empty, Shape.Empty))],
            Diagnostics = [],
        };
    }
}
