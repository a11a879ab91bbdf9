using Dsl;
using Dsl.Diagnostics;

namespace Fuzz;

/// <summary>What holds of every plan and of every run.</summary>
static class Sound
{
    /// <summary>Whatever is said has its place in the script, can be shown, and is no bug.</summary>
    public static void Hold(Plan plan)
    {
        var length = plan.Source.Text.Length;
        foreach (var said in plan.Diagnostics)
        {
            if (said.Code.Name == "bug") throw new Find($"The check: {said.Text}");
            var spans = said.Related.Select(r => r.Span).Concat(said.Fixes.SelectMany(f => f.Edits).Select(e => e.Span));
            if (said.Span is { } at) spans = spans.Append(at);
            // A place right behind the end is where something is missing.
            foreach (var span in spans)
                if (span.Start < 0 || span.Length < 0 || span.Start > length || span.End > length + 1) throw new Find($"{said.Code}: no place {span}");
            var shown = DiagnosticText.Render(said, plan.Source, colour: false);
            if (shown.Any(c => char.IsControl(c) && c != '\n')) throw new Find($"{said.Code}: a control character is shown.");
        }
    }

    /// <summary>What a run ended with: nothing when it finished.</summary>
    public static string Of(Ending ending) => ending switch
    {
        Ending.Broken broken => throw new Find(broken.Exception.ToString()),
        Ending.Failed { Diagnostic: { Code.Name: "bug" } bug } => throw new Find($"The run: {bug.Text}"),
        Ending.Failed failed => failed.Diagnostic.Text,
        _ => "",
    };
}
