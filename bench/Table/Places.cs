namespace Bench;

/// <summary>Where things are.</summary>
static class Places
{
    /// <summary>The folder of the solution.</summary>
    public static string Repository { get; } = Above(AppContext.BaseDirectory);

    /// <summary><c>pipe</c> as built beside this program.</summary>
    public static string Pipe => Path.Combine(Repository, "src", "Host", "bin", "Release", "net10.0", OperatingSystem.IsWindows() ? "pipe.exe" : "pipe");

    static string Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Dsl.sln"))) return at.FullName;
        throw new DirectoryNotFoundException("The table is measured from inside the repository.");
    }
}
