namespace Fuzz;

/// <summary>Something that has to bear whatever it is given.</summary>
abstract class Target(string name)
{
    public string Name => name;

    /// <summary>Tries one case, and says in a word how it ended.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <exception cref="Find">Something that must hold does not; any other exception is a find, too.</exception>
    public abstract string Try(Dice dice, string folder);

    protected static void Demand(bool holds, string what)
    {
        if (!holds) throw new Find(what);
    }
}

/// <summary>What must hold and does not.</summary>
sealed class Find(string what) : Exception(what);

/// <summary>A folder for the files of one case after the other; it goes at the end, unless it holds a find.</summary>
sealed class CaseFolder(string name) : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory($"fuzz-{name}-").FullName;

    public bool Keep { get; set; }

    public string Empty()
    {
        foreach (var file in Directory.EnumerateFiles(Path)) File.Delete(file);
        foreach (var folder in Directory.EnumerateDirectories(Path)) Directory.Delete(folder, recursive: true);
        return Path;
    }

    public void Dispose()
    {
        if (!Keep) Directory.Delete(Path, recursive: true);
    }
}
