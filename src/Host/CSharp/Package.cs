using System.Xml.Linq;

namespace Host.CSharp;

/// <summary>A package as it lies unpacked in a folder.</summary>
sealed class Package
{
    /// <summary>What runs here, the best first.</summary>
    static readonly string[] Frameworks =
    [
        .. Enumerable.Range(5, Math.Max(1, Environment.Version.Major - 4)).Reverse().Select(n => $"net{n}.0"),
        "netcoreapp3.1", "netcoreapp3.0", "netcoreapp2.1", "netcoreapp2.0",
        "netstandard2.1", "netstandard2.0", "netstandard1.6", "netstandard1.5", "netstandard1.4", "netstandard1.3", "netstandard1.2",
        "netstandard1.1", "netstandard1.0",
    ];

    readonly string folder;
    readonly string name;

    Package(string name, string folder)
    {
        (this.name, this.folder, Version) = (name, folder, PackageVersion.Of(Path.GetFileName(folder)));
        var libraries = Path.Combine(folder, "lib");
        HasLibraries = Directory.Exists(libraries) && Directory.EnumerateFiles(libraries, "*.dll", SearchOption.AllDirectories).Any();
        var fitting = Frameworks.Select(f => Path.Combine(libraries, f)).FirstOrDefault(Directory.Exists);
        Assemblies = fitting is null ? [] : [.. Directory.EnumerateFiles(fitting, "*.dll").Order(StringComparer.Ordinal)];
    }

    public PackageVersion Version { get; }

    /// <summary>It has assemblies, for whatever framework.</summary>
    public bool HasLibraries { get; }

    /// <summary>Those for this framework.</summary>
    public IReadOnlyList<string> Assemblies { get; }

    public override string ToString() => $"{name} {Version.Text}";

    /// <summary>All versions that are there, the lowest first.</summary>
    public static List<Package> VersionsIn(string root, string name)
    {
        var folder = Path.Combine(root, name.ToLowerInvariant());
        return !Directory.Exists(folder)
            ? []
            : [.. Directory.EnumerateDirectories(folder).Select(f => new Package(name, f)).OrderBy(p => p.Version)];
    }

    /// <summary>What it says it needs where it runs here: in the group of the best framework, or without groups.</summary>
    public IEnumerable<PackageName> Needed()
    {
        if (Directory.EnumerateFiles(folder, "*.nuspec").FirstOrDefault() is not { } file) return [];
        var dependencies = XDocument.Load(file).Descendants().FirstOrDefault(e => e.Name.LocalName == "dependencies");
        var groups = dependencies?.Elements().Where(e => e.Name.LocalName == "group").ToList() ?? [];
        var group = groups.Count == 0 ? dependencies
            : Frameworks.Append("").Select(f => groups.Find(g => Short($"{g.Attribute("targetFramework")?.Value}") == f))
                .FirstOrDefault(g => g is not null);
        return group?.Elements().Where(e => e.Attribute("id") is not null)
            .Select(d => new PackageName(d.Attribute("id")!.Value, d.Attribute("version")?.Value))
            ?? [];
    }

    /// <summary><c>.NETStandard2.0</c> → <c>netstandard2.0</c>, <c>.NETCoreApp5.0</c> → <c>net5.0</c>.</summary>
    static string Short(string framework) => framework.ToLowerInvariant().TrimStart('.').Replace("netcoreapp5.0", "net5.0");
}
