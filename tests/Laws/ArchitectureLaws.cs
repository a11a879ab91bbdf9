using System.Text.RegularExpressions;

namespace Tests.Laws;

/// <summary>What docs/architecture.md draws is what the code is.</summary>
public partial class ArchitectureLaws
{
    const string Page = "docs/architecture.md";

    /// <summary>A line of the page holds this much; the rest goes on below, indented.</summary>
    const int Width = 128;

    [Fact]
    public void The_page_has_the_arrows_of_the_code()
    {
        var (path, now) = (Path.Combine(SourceTree.Root, Page), Drawn());
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        var parts = page.Split("<!-- arrows -->\n```\n")[1].Split("```\n<!-- /arrows -->");
        if (Environment.GetEnvironmentVariable("PIPE_ACCEPT") == "1") File.WriteAllText(path, page.Replace($"<!-- arrows -->\n```\n{parts[0]}", $"<!-- arrows -->\n```\n{now}"));
        else TextDifference.FailUnless(parts[0], now, $"The arrows in {Page} are not those of src.", $"`PIPE_ACCEPT=1 dotnet test` writes them:\n{now}\n");
    }

    [Fact]
    public void The_page_speaks_of_nothing_that_is_not_there()
    {
        var prose = Fences().Replace(File.ReadAllText(Path.Combine(SourceTree.Root, Page)), "");
        var words = SourceTree.Files.SelectMany(f => f.GetRoot().DescendantTokens()).Select(t => t.ValueText).ToHashSet();
        var named = Names().Matches(prose).SelectMany(m => Words().Matches(m.Value)).Select(m => m.Value);
        Assert.Empty(named.Where(w => !words.Contains(w)).Distinct());
    }

    /// <summary>A line a namespace: what it knows of its own assembly, then what of the others, in the order of the assemblies.</summary>
    static string Drawn() => string.Concat(NamespaceGraph.Arrows().OrderBy(a => a.Key, StringComparer.Ordinal)
        .Select(a => Wrapped(a.Key, a.Value.Order(StringComparer.Ordinal).GroupBy(Assembly).OrderBy(g => g.Key != Assembly(a.Key)).Select(Short))));

    /// <summary><c>Runtime, .Tables, .Words</c>.</summary>
    static IEnumerable<string> Short(IGrouping<string, string> known) => known.Select((space, i) => i == 0 ? space : space[known.Key.Length..]);

    static string Assembly(string space) => space.Split('.')[0];

    static string Wrapped(string space, IEnumerable<IEnumerable<string>> known)
    {
        var lines = new List<string> { $"{space} →" };
        foreach (var word in known.SelectMany(k => k))
        {
            if (lines[^1].Length + 1 + word.Length <= Width) lines[^1] += $" {word}";
            else lines.Add($"    {word}");
        }
        return string.Concat(lines.Select(l => l + "\n"));
    }

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex("`[^`]+`")]
    private static partial Regex Names();

    /// <summary>Words that start with a capital are types and members.</summary>
    [GeneratedRegex(@"\b[A-Z]\w+")]
    private static partial Regex Words();
}
