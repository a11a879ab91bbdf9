using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Host.CSharp;

/// <summary>
/// What is put between the letters of a block: each statement first notes its line, because optimised machine code no
/// longer knows it (all range checks of a method fail at one place); a last expression is shown.
/// </summary>
static class LineMarks
{
    /// <summary>The variable that holds the line.</summary>
    public const string Variable = "__line";

    /// <summary>Members of a block that give nothing that could be shown.</summary>
    static readonly HashSet<string> Silent = [.. typeof(Block).GetMethods().Where(m => m.ReturnType == typeof(void)).Select(m => m.Name)];

    /// <summary>Positions, in order, and what to put there.</summary>
    public static List<(int Position, string Text)> Of(IReadOnlyList<MemberDeclarationSyntax> body)
    {
        var marks = new List<(int Position, string Text)>();
        foreach (var member in body)
        {
            if (member is not (GlobalStatementSyntax or FieldDeclarationSyntax)) continue;
            if (member is FieldDeclarationSyntax) marks.Add((member.SpanStart, Mark(member)));
            foreach (var statement in member.DescendantNodes(IsSameMethod).OfType<StatementSyntax>()) Add(marks, statement);
        }
        if (body is [.., GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last }])
        {
            var call = (last.Expression as InvocationExpressionSyntax)?.Expression as IdentifierNameSyntax;
            var gives = call is null || !Silent.Contains(call.Identifier.Text);
            if (gives) marks.Add((last.Expression.SpanStart, "Show("));
            marks.Add((last.Expression.Span.End, gives ? ");" : ";"));
        }
        return [.. marks.OrderBy(m => m.Position).ThenBy(m => m.Text != "}")];
    }

    internal static bool IsSameMethod(SyntaxNode node) => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    static void Add(List<(int, string)> marks, StatementSyntax statement)
    {
        if (statement is BlockSyntax or LocalFunctionStatementSyntax) return;
        if (statement.Parent is GlobalStatementSyntax or BlockSyntax or SwitchSectionSyntax)
            marks.Add((statement.SpanStart, Mark(statement)));
        else if (statement.Parent is not LabeledStatementSyntax)
        {
            marks.Add((statement.SpanStart, "{" + Mark(statement)));
            marks.Add((statement.Span.End, "}"));
        }
    }

    static string Mark(SyntaxNode node) => $"{Variable}={node.GetLocation().GetLineSpan().StartLinePosition.Line + 1};";
}
