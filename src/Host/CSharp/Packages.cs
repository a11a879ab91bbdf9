namespace Host.CSharp;

/// <summary>The packages that code names, out of the folder that NuGet unpacks into: nothing is ever fetched.</summary>
sealed class Packages
{
    readonly Dictionary<string, Package> chosen = new(StringComparer.OrdinalIgnoreCase);
    readonly List<string> missing = [];
    readonly Queue<PackageName> waiting = new();

    static string Root => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
        ? set
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>The assemblies of <c>NAME, VERSION</c> and of all that it needs.</summary>
    /// <exception cref="Refusal">It is not written so, or a package is not on this machine.</exception>
    public static List<string> Resolve(string written)
    {
        var wanted = PackageName.Of(written);
        var packages = new Packages();
        packages.Choose(wanted, Asked(wanted));
        while (packages.waiting.TryDequeue(out var needed))
            if (!needed.Name.Equals(wanted.Name, StringComparison.OrdinalIgnoreCase)) packages.Need(needed);
        if (packages.missing.Count > 0)
            throw new Refusal(
                $"The package `{wanted.Name}` needs packages that are not on this machine: "
                + $"{string.Join(", ", packages.missing.Select(m => $"`{m}`"))}.",
                Fetch(packages.missing));
        return [.. packages.chosen.Values.SelectMany(p => p.Assemblies)];
    }

    /// <summary>The very version that is named, so that a script means the same everywhere; without one the latest.</summary>
    static Package Asked(PackageName wanted)
    {
        var there = Package.VersionsIn(Root, wanted.Name);
        var found = wanted.Version is null ? there.LastOrDefault() : there.Find(p => p.Version == PackageVersion.Of(wanted.Version));
        if (found is not null) return found.Assemblies.Count > 0 || !found.HasLibraries ? found
            : throw new Refusal($"The package `{found}` has no assembly for .NET {Environment.Version.Major}.",
                "Name another version or another package.");
        if (there.Count > 0)
            throw new Refusal(
                $"The package `{wanted.Name}` {wanted.Version} is not on this machine, but "
                + $"{Wording.Names(there.Select(p => p.Version.Text))}.",
                $"Name a version that is there, or fetch it: {Fetch([$"{wanted.Name}@{wanted.Version}"])}");
        var near = Directory.Exists(Root)
            ? Spelling.Nearest(wanted.Name.ToLowerInvariant(), Directory.EnumerateDirectories(Root).Select(d => Path.GetFileName(d)))
            : null;
        throw new Refusal($"The package `{wanted.Name}` is not on this machine.",
            $"{(near is null ? "" : $"Did you mean `{near}`? Else fetch it: ")}"
            + $"{Fetch([wanted.Version is null ? wanted.Name : $"{wanted.Name}@{wanted.Version}"])}");
    }

    /// <summary>As NuGet has it: the lowest version that is high enough for all who need it.</summary>
    void Need(PackageName needed)
    {
        if (IsOfProgram(needed.Name)) return;
        var least = PackageVersion.Of(needed.Version ?? "0");
        if (chosen.TryGetValue(needed.Name, out var already) && already.Version >= least) return;
        if (Package.VersionsIn(Root, needed.Name).Find(p => p.Version >= least) is { } found) Choose(needed, found);
        else if (!missing.Contains($"{needed.Name}@{needed.Version}")) missing.Add($"{needed.Name}@{needed.Version}");
    }

    void Choose(PackageName name, Package package)
    {
        chosen[name.Name] = package;
        foreach (var needed in package.Needed()) waiting.Enqueue(needed);
    }

    /// <summary>What the program itself stands on is not taken twice.</summary>
    static bool IsOfProgram(string name) =>
        name.StartsWith("Microsoft.NETCore.", StringComparison.OrdinalIgnoreCase)
        || name.Equals("NETStandard.Library", StringComparison.OrdinalIgnoreCase)
        || File.Exists(Path.Combine(AppContext.BaseDirectory, name + ".dll"))
        || (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "")
            .Contains($"{Path.DirectorySeparatorChar}{name}.dll", StringComparison.OrdinalIgnoreCase);

    static string Fetch(IEnumerable<string> names) => $"`dotnet package download {string.Join(' ', names)} --output {Root}`.";
}
