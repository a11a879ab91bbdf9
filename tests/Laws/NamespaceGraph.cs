using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tests.Laws;

/// <summary>Which namespace of <c>src</c> speaks of types of which other.</summary>
static class NamespaceGraph
{
    /// <summary>Sets of namespaces each of which leads, over others, back to itself (Tarjan 1972).</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Circles()
    {
        var arrows = Arrows();
        var (index, low, stack) = (new Dictionary<string, int>(), new Dictionary<string, int>(), new Stack<string>());
        var circles = new List<IReadOnlyList<string>>();
        foreach (var space in arrows.Keys.Order(StringComparer.Ordinal)) if (!index.ContainsKey(space)) Visit(space);
        return circles;

        void Visit(string space)
        {
            index[space] = low[space] = index.Count;
            stack.Push(space);
            foreach (var next in arrows[space].Order(StringComparer.Ordinal))
            {
                if (!index.TryGetValue(next, out var seen)) Visit(next);
                if (stack.Contains(next)) low[space] = Math.Min(low[space], index.TryGetValue(next, out seen) && low[next] < seen ? low[next] : seen);
            }
            if (low[space] != index[space]) return;
            var found = new List<string>();
            do found.Add(stack.Pop());
            while (found[^1] != space);
            if (found.Count > 1) circles.Add([.. found.Order(StringComparer.Ordinal)]);
        }
    }

    /// <summary>
    /// From each namespace to those that its files use: by <c>using</c> (idle ones are errors), in full, and those that need no <c>using</c>,
    /// which lie above it or are used by the whole project, when a type of theirs is named.
    /// </summary>
    public static IReadOnlyDictionary<string, HashSet<string>> Arrows()
    {
        var types = SourceTree.Files.SelectMany(f => f.GetRoot().DescendantNodes(n => n is not BaseTypeDeclarationSyntax))
            .Where(n => n is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .ToLookup(NamespaceOf, NameOf);
        var arrows = types.Select(t => t.Key).Where(s => s.Length > 0).ToDictionary(s => s, _ => new HashSet<string>());
        foreach (var file in SourceTree.Files)
        {
            var root = file.GetRoot();
            if (root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString() is not { } here) continue;
            var named = TypesNamed(root).Except(types[here]).ToHashSet();
            var silent = Above(here).Concat(SourceTree.UsingsOf(file)).Where(s => types[s].Any(named.Contains));
            var said = root.DescendantNodes().OfType<UsingDirectiveSyntax>().Select(u => u.NamespaceOrType.ToString());
            var full = root.DescendantNodes().Where(n => n is QualifiedNameSyntax or MemberAccessExpressionSyntax).Select(n => n.ToString());
            arrows[here].UnionWith(silent.Concat(said.Concat(full).Select(n => SpaceOf(n, arrows.Keys)).OfType<string>()).Where(s => s != here));
        }
        return arrows;
    }

    public static string NamespaceOf(SyntaxNode node) => node.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString() ?? "";

    static string NameOf(SyntaxNode type) => type is DelegateDeclarationSyntax method ? method.Identifier.Text : ((BaseTypeDeclarationSyntax)type).Identifier.Text;

    /// <summary>Names that stand where a type stands, or left of a dot and are nothing that the file declares.</summary>
    static IEnumerable<string> TypesNamed(SyntaxNode root)
    {
        var own = root.DescendantNodes().Select(n => n switch
        {
            PropertyDeclarationSyntax property => property.Identifier.Text,
            ParameterSyntax parameter => parameter.Identifier.Text,
            VariableDeclaratorSyntax variable => variable.Identifier.Text,
            _ => "",
        }).ToHashSet();
        return root.DescendantNodes().OfType<SimpleNameSyntax>().Where(n => n.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression == n && !own.Contains(n.Identifier.Text),
            InvocationExpressionSyntax or NameColonSyntax or NameEqualsSyntax or ArgumentSyntax => false,
            _ => true,
        }).Select(n => n.Identifier.Text).Distinct();
    }

    static IEnumerable<string> Above(string space)
    {
        while (space.LastIndexOf('.') is > 0 and var dot) yield return space = space[..dot];
    }

    /// <summary>The namespace of ours that a name written in full is or starts with, the longest one.</summary>
    static string? SpaceOf(string name, IEnumerable<string> spaces) => spaces
        .Where(s => name == s || name.StartsWith(s + ".", StringComparison.Ordinal)).MaxBy(s => s.Length);
}
