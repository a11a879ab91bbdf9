using System.Xml.Linq;

namespace Host.CSharp;

/// <summary>Packages that are on this machine already: nothing is ever fetched.</summary>
static class Packages
{
    static readonly string[] Frameworks =
        ["net10.0", "net9.0", "net8.0", "net7.0", "net6.0", "net5.0", "netcoreapp3.1", "netstandard2.1", "netstandard2.0", "netstandard1.6", "netstandard1.3", "netstandard1.0"];

    /// <summary>The folder that NuGet unpacks into.</summary>
    static string Root => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
        ? set
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>The assemblies of <c>NAME, VERSION</c> and of all that it needs.</summary>
    /// <exception cref="Refusal">One of them is not on this machine.</exception>
    public static List<string> Resolve(string written)
    {
        var (assemblies, seen) = (new List<string>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        var parts = written.Split(',', StringSplitOptions.TrimEntries);
        var waiting = new Queue<(string Name, string? Version)>([(parts[0], parts.Length > 1 ? parts[1] : null)]);
        while (waiting.TryDequeue(out var next))
        {
            if (!seen.Add(next.Name) || next.Name.StartsWith("Microsoft.NETCore.", StringComparison.OrdinalIgnoreCase) || IsOfProgram(next.Name)) continue;
            var folder = Find(next.Name, next.Version);
            if (Libraries(folder) is { } libraries) assemblies.AddRange(Directory.EnumerateFiles(libraries, "*.dll").Order(StringComparer.Ordinal));
            foreach (var needed in Needed(folder)) waiting.Enqueue(needed);
        }
        return assemblies;
    }

    /// <summary>What the program itself stands on is not taken twice.</summary>
    static bool IsOfProgram(string name) => File.Exists(Path.Combine(AppContext.BaseDirectory, name + ".dll"))
        || (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Contains($"{Path.DirectorySeparatorChar}{name}.dll", StringComparison.OrdinalIgnoreCase);

    static string Find(string name, string? version)
    {
        var package = Path.Combine(Root, name.ToLowerInvariant());
        var there = Directory.Exists(package) ? Directory.EnumerateDirectories(package).Select(f => Path.GetFileName(f)).ToList() : [];
        var wanted = version?.Trim('[', ']', '(', ')', ' ').Split(',')[0];
        var found = there.Find(v => v == wanted) ?? there.Where(v => wanted is null || Number(v) >= Number(wanted)).OrderBy(v => wanted is null ? -1 : 1).ThenByDescending(Number).FirstOrDefault();
        if (found is not null) return Path.Combine(package, found);
        throw new Refusal($"The package `{name}`{(wanted is null ? "" : $" {wanted}")} is not on this machine.",
            $"Fetch it with `dotnet package download {name}{(wanted is null ? "" : $"@{wanted}")} --output {Root}`.");
    }

    static Version Number(string version) => Version.TryParse(version.Split('-', '+')[0], out var number) ? number : new Version(0, 0);

    static string? Libraries(string package)
    {
        var folder = Path.Combine(package, "lib");
        return Frameworks.Select(f => Path.Combine(folder, f)).FirstOrDefault(Directory.Exists);
    }

    static IEnumerable<(string Name, string? Version)> Needed(string package)
    {
        if (Directory.EnumerateFiles(package, "*.nuspec").FirstOrDefault() is not { } file) return [];
        var groups = XDocument.Load(file).Descendants().Where(e => e.Name.LocalName == "group" && e.Parent!.Name.LocalName == "dependencies").ToList();
        var group = Frameworks.Select(f => groups.Find(g => Short($"{g.Attribute("targetFramework")?.Value}") == f)).FirstOrDefault(g => g is not null);
        return group is null ? [] : group.Elements().Select(d => ($"{d.Attribute("id")?.Value}", d.Attribute("version")?.Value));
    }

    /// <summary><c>.NETStandard2.0</c> → <c>netstandard2.0</c>.</summary>
    static string Short(string framework) => framework.ToLowerInvariant().TrimStart('.').Replace("netcoreapp5", "net5");
}
