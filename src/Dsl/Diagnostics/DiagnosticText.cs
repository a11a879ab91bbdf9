using Dsl.Syntax;

namespace Dsl.Diagnostics;

/// <summary>Draws a diagnostic for people: the line, a caret under the place, the sentence and the hint.</summary>
public static class DiagnosticText
{
    public static string Render(Diagnostic diagnostic, SourceText source, bool colour) => throw new NotImplementedException();
}
