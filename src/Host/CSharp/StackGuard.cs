using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Host.CSharp;

/// <summary>
/// Lets code that calls itself without end fail with an exception, at its line, while there is still stack to tell of it: every body first
/// asks whether there is. No line moves by it.
/// </summary>
sealed class StackGuard : CSharpSyntaxRewriter
{
    static readonly StatementSyntax Ask = SyntaxFactory.ParseStatement(
        "global::System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();");

    public static SyntaxTree In(SyntaxTree tree) =>
        tree.WithRootAndOptions(new StackGuard().Visit(tree.GetRoot()), tree.Options);

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        var inner = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
        if (inner.Body is { } body) return inner.WithBody(Guarded(body));
        return Body(inner.ExpressionBody, inner.ReturnType, inner.Modifiers) is not { } made ? inner
            : inner.WithExpressionBody(null).WithBody(made).WithSemicolonToken(default).WithTrailingTrivia(node.GetTrailingTrivia());
    }

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        var inner = (LocalFunctionStatementSyntax)base.VisitLocalFunctionStatement(node)!;
        if (inner.Body is { } body) return inner.WithBody(Guarded(body));
        return Body(inner.ExpressionBody, inner.ReturnType, inner.Modifiers) is not { } made ? inner
            : inner.WithExpressionBody(null).WithBody(made).WithSemicolonToken(default).WithTrailingTrivia(node.GetTrailingTrivia());
    }

    public override SyntaxNode? VisitAccessorDeclaration(AccessorDeclarationSyntax node)
    {
        var inner = (AccessorDeclarationSyntax)base.VisitAccessorDeclaration(node)!;
        return inner.Body is { } body ? inner.WithBody(Guarded(body)) : inner;
    }

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
    {
        var inner = (ParenthesizedLambdaExpressionSyntax)base.VisitParenthesizedLambdaExpression(node)!;
        return inner.Block is { } body ? inner.WithBlock(Guarded(body)) : inner;
    }

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
    {
        var inner = (SimpleLambdaExpressionSyntax)base.VisitSimpleLambdaExpression(node)!;
        return inner.Block is { } body ? inner.WithBlock(Guarded(body)) : inner;
    }

    static BlockSyntax Guarded(BlockSyntax body) => body.WithStatements(body.Statements.Insert(0, Ask));

    /// <summary>A body that is one expression, as statements; null where that would be something else.</summary>
    static BlockSyntax? Body(ArrowExpressionClauseSyntax? arrow, TypeSyntax type, SyntaxTokenList modifiers)
    {
        if (arrow?.Expression is not { } value || value is ThrowExpressionSyntax or RefExpressionSyntax) return null;
        if (modifiers.Any(SyntaxKind.AsyncKeyword)) return null;
        var isVoid = type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
        var space = SyntaxFactory.TriviaList(SyntaxFactory.Space);
        StatementSyntax last = isVoid ? SyntaxFactory.ExpressionStatement(value)
            : SyntaxFactory.ReturnStatement(SyntaxFactory.Token([], SyntaxKind.ReturnKeyword, space), value,
                SyntaxFactory.Token(SyntaxKind.SemicolonToken));
        return SyntaxFactory.Block(Ask, last).WithLeadingTrivia(arrow.ArrowToken.LeadingTrivia.AddRange(arrow.ArrowToken.TrailingTrivia));
    }
}
