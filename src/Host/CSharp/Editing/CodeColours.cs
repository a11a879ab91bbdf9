using Dsl.Diagnostics;
using Dsl.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Host.CSharp.Editing;

/// <summary>C# as coloured stretches. Only the compiler's lexer is asked, so it keeps up with any typist.</summary>
static class CodeColours
{
    /// <summary>Words that are names elsewhere; those that are likelier names (`value`, `field`) are left out.</summary>
    static readonly HashSet<string> SoftKeywords =
        ["var", "record", "await", "async", "nameof", "dynamic", "yield", "when", "where", "with", "and", "or", "not", "select", "orderby",
            "from"];

    public static IReadOnlyList<Coloured> Of(string code)
    {
        var coloured = new List<Coloured>();
        SyntaxToken[] tokens = [.. SyntaxFactory.ParseTokens(code)];
        for (var i = 0; i < tokens.Length; i++)
        {
            AddTrivia(coloured, tokens[i].LeadingTrivia);
            if (ClassOf(tokens, i) is { } found && tokens[i].Span.Length > 0)
                coloured.Add(At(tokens[i].SpanStart, tokens[i].Span.End, found));
            AddTrivia(coloured, tokens[i].TrailingTrivia);
        }
        return coloured;
    }

    static TokenClass? ClassOf(SyntaxToken[] tokens, int i) => tokens[i].Kind() switch
    {
        SyntaxKind.NumericLiteralToken => TokenClass.Number,
        SyntaxKind.IdentifierToken => ClassOfName(tokens, i),
        SyntaxKind.BadToken => TokenClass.Mistake,
        _ when tokens[i].IsKeyword() => TokenClass.Keyword,
        _ when tokens[i].Text is ['"' or '\'' or '$' or '@', ..] => TokenClass.Text,
        _ => null,
    };

    static TokenClass? ClassOfName(SyntaxToken[] tokens, int i) =>
        SoftKeywords.Contains(tokens[i].Text) && (i == 0 || !tokens[i - 1].IsKind(SyntaxKind.DotToken)) ? TokenClass.Keyword
        : i > 0 && tokens[i - 1].IsKind(SyntaxKind.NewKeyword) ? TokenClass.Name
        : tokens[i + 1].IsKind(SyntaxKind.OpenParenToken) ? TokenClass.Function
        : null;

    static void AddTrivia(List<Coloured> coloured, SyntaxTriviaList trivia)
    {
        foreach (var part in trivia)
        {
            if (part.IsDirective) coloured.Add(At(part.SpanStart, part.SpanStart + part.ToString().TrimEnd().Length, TokenClass.Keyword));
            else if (!part.IsKind(SyntaxKind.WhitespaceTrivia) && !part.IsKind(SyntaxKind.EndOfLineTrivia))
                coloured.Add(At(part.SpanStart, part.Span.End, TokenClass.Comment));
        }
    }

    static Coloured At(int start, int end, TokenClass found) => new(Span.FromTo(start, end), found);
}
