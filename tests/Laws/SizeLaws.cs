using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tests.Laws;

/// <summary>The sizes of the design: small files, small functions, narrow lines, no circles, no name twice.</summary>
public class SizeLaws
{
    const int FileLines = 200;
    const int NumericsLines = 300;
    const int FunctionLines = 25;
    const int LineWidth = 140;

    /// <summary>Loops over data are one piece here, however long.</summary>
    static readonly string[] Kernels = ["src/Runtime/Numerics/"];

    [Fact]
    public void Files_are_small() => Allowed.Hold("file", "lines", SourceTree.Files
        .Select(f => (Name: f.FilePath, Size: f.GetText().ToString().TrimEnd('\n').Count(c => c == '\n') + 1))
        .Where(f => f.Size > (f.Name.StartsWith("src/Runtime/Numerics/", StringComparison.Ordinal) ? NumericsLines : FileLines)));

    [Fact]
    public void Functions_are_small() => Allowed.Hold("function", "lines", SourceTree.Files
        .Where(f => !Kernels.Any(k => f.FilePath.StartsWith(k, StringComparison.Ordinal)))
        .SelectMany(f => f.GetRoot().DescendantNodes().Where(IsFunction).Select(n => (Name: $"{f.FilePath} {NameOf(n)}", Size: LinesOf(n))))
        .Where(f => f.Size > FunctionLines));

    [Fact]
    public void Lines_are_narrow() => Allowed.Hold("wide", "lines", SourceTree.Files
        .Select(f => (Name: f.FilePath, Size: f.GetText().Lines.Count(l => l.Span.Length > LineWidth)))
        .Where(f => f.Size > 0));

    [Fact]
    public void Types_have_names_of_their_own() => Allowed.Hold("type", "times", SourceTree.Files
        .SelectMany(f => f.GetRoot().DescendantNodes(n => n is not BaseTypeDeclarationSyntax)
            .Where(n => n is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax).Select(TypeName))
        .Distinct().GroupBy(t => t.Name, StringComparer.Ordinal)
        .Select(g => (Name: $"{g.Key} in {string.Join(", ", g.Select(t => t.Space).Order(StringComparer.Ordinal))}", Size: g.Count()))
        .Where(t => t.Size > 1));

    [Fact]
    public void Namespaces_know_one_another_in_one_direction() => Allowed.Hold("circle", "namespaces", NamespaceGraph.Circles()
        .Select(c => (Name: string.Join(' ', c), Size: c.Count)));

    static bool IsFunction(SyntaxNode node) => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax;

    static string NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        LocalFunctionStatementSyntax local => local.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        OperatorDeclarationSyntax op => op.OperatorToken.Text,
        _ => node.Kind().ToString(),
    };

    /// <summary>From the signature to the closing brace, without what is said above.</summary>
    static int LinesOf(SyntaxNode node)
    {
        var lines = node.SyntaxTree.GetText().Lines;
        var first = node is MemberDeclarationSyntax { AttributeLists: [.., var last] } ? last.Span.End : node.SpanStart;
        return lines.GetLinePosition(node.Span.End).Line - lines.GetLinePosition(first).Line + (node is MemberDeclarationSyntax { AttributeLists.Count: > 0 } ? 0 : 1);
    }

    static (string Name, string Space) TypeName(SyntaxNode node)
    {
        var name = node is DelegateDeclarationSyntax method ? method.Identifier.Text : ((BaseTypeDeclarationSyntax)node).Identifier.Text;
        return (name, NamespaceGraph.NamespaceOf(node));
    }
}
