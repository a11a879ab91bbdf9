using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Tests.Laws;

/// <summary>The files of <c>src</c>, read as C#: what the laws about their form look at.</summary>
static class SourceTree
{
    public static string Root { get; } = RootFrom();

    static readonly Lazy<IReadOnlyList<SyntaxTree>> Parsed = new(() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !IsMade(f)).Order(StringComparer.Ordinal)
            .AsParallel().AsOrdered().Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), new CSharpParseOptions(LanguageVersion.Latest), NameOf(f))),
    ]);

    static readonly ConcurrentDictionary<string, string[]> Usings = new();

    public static IReadOnlyList<SyntaxTree> Files => Parsed.Value;

    /// <summary>What the file of a project says that all of its files use.</summary>
    public static IEnumerable<string> UsingsOf(SyntaxTree file) => Usings.GetOrAdd(file.FilePath.Split('/')[1], project =>
        [.. XDocument.Load(Directory.EnumerateFiles(Path.Combine(Root, "src", project), "*.csproj").Single()).Descendants("Using").Select(u => u.Attribute("Include")!.Value)]);

    static bool IsMade(string file) => file.Split(Path.DirectorySeparatorChar) is var parts && (parts.Contains("obj") || parts.Contains("bin"));

    static string NameOf(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    static string RootFrom([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        while (!File.Exists(Path.Combine(folder, "Dsl.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
