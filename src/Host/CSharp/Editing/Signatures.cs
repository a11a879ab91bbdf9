using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Host.CSharp.Editing;

/// <summary>What the call around the caret takes.</summary>
static partial class Signatures
{
    static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType);

    /// <summary><c>void AddLabels(string name, …)  A labeling …</c>; null when there is no call.</summary>
    public static async Task<string?> Around(Document document, int caret)
    {
        var root = (await document.GetSyntaxRootAsync().ConfigureAwait(false))!;
        var call = root.FindToken(Math.Max(0, caret - 1)).Parent?.AncestorsAndSelf().OfType<ArgumentListSyntax>()
            .FirstOrDefault(
                a => a.OpenParenToken.Span.End <= caret && (a.CloseParenToken.IsMissing || caret <= a.CloseParenToken.SpanStart));
        if (call?.Parent is not { } callee) return null;
        var model = (await document.GetSemanticModelAsync().ConfigureAwait(false))!;
        ISymbol[] methods = callee switch
        {
            InvocationExpressionSyntax invocation => [.. model.GetMemberGroup(invocation.Expression)],
            BaseObjectCreationExpressionSyntax creation when model.GetTypeInfo(creation).Type is INamedTypeSymbol type =>
                [.. type.InstanceConstructors],
            _ => [],
        };
        var fitting = methods.OfType<IMethodSymbol>().OrderBy(m => m.Parameters.Length < call.Arguments.Count).FirstOrDefault();
        if (fitting is null) return null;
        var others = methods.Length > 1 ? $" (+ {Wording.Plural(methods.Length - 1, "other form")})" : "";
        return $"{CodeExplanation.Short(fitting.ToDisplayString(Format))}{others}  {Summary(fitting)}".TrimEnd();
    }

    static string Summary(IMethodSymbol method) =>
        method.GetDocumentationCommentXml() is { Length: > 0 } xml && XElement.Parse(xml).Element("summary") is { } summary
            ? Blanks().Replace(summary.Value, " ").Trim()
            : "";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
