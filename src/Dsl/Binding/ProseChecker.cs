using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime;
using Runtime.Expressions;

namespace Dsl.Binding;

/// <summary>What prose names in braces must be there by the end of the run, as far as that is known before it.</summary>
sealed class ProseChecker(SourceText source, Parameters parameters, IReadOnlyList<PlannedStep> steps, List<Diagnostic> diagnostics)
{
    public void Check(Script script)
    {
        foreach (var prose in script.Items.OfType<Prose>())
            foreach (var (text, at) in ProseBraces.Places(source.Text, prose.Span)) Check(text, new(at, text.Length));
    }

    void Check(string text, Span span)
    {
        if (text is ['$', var first, ..] && (char.IsLetter(first) || first == '_'))
        {
            if (!parameters.Mention(text[1..])) diagnostics.Add(Sentences.UnknownParameter(span, text[1..], parameters.Names));
        }
        else if (ProseBraces.Asked(text) is { } figure && Wrong(figure) is { } mistake) diagnostics.Add(Said(mistake, span));
    }

    /// <summary>Null when it has a value after some step, or may have.</summary>
    Mistake? Wrong(Expression figure)
    {
        var mistake = StudyScope.Check(figure, Shape.Empty);
        foreach (var step in steps)
        {
            if (mistake is null) break;
            mistake = StudyScope.Check(figure, step.After);
        }
        return mistake;
    }

    static Diagnostic Said(Mistake mistake, Span span) =>
        new Diagnostic(ContractCodes.UnknownFigure, span, mistake.Text.Replace("No earlier step", "No step", StringComparison.Ordinal),
            mistake.Hint?.Replace("of earlier steps", "of steps", StringComparison.Ordinal))
            .With(mistake.Instead is { } instead ? [Fix.Write(span, instead)] : []);
}
