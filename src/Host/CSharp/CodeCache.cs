using Runtime.Data;

namespace Host.CSharp;

/// <summary>Compiled code on disk, by what it was compiled from. Losing it costs only time.</summary>
static class CodeCache
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    /// <summary><c>PIPE_CACHE</c>, or a folder for such things of this user.</summary>
    static string Folder => Environment.GetEnvironmentVariable("PIPE_CACHE") is { Length: > 0 } set
        ? set
        : Path.Combine(Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } caches
            ? caches
            : OperatingSystem.IsWindows()
                ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"), "pipe", "code");

    /// <summary>The compiled code: from the disk, or compiled now and kept if it compiles.</summary>
    public static CompiledCode Get(string hash, Func<CompiledCode> compile)
    {
        if (Read(hash) is { } kept) return kept;
        var compiled = compile();
        if (compiled.Errors.Count == 0) Keep(hash, compiled);
        return compiled;
    }

    static CompiledCode? Read(string hash)
    {
        try
        {
            var (assembly, symbols) = (PathOf(hash, ".dll"), PathOf(hash, ".pdb"));
            if (!File.Exists(assembly)) return null;
            var code = new CompiledCode(File.ReadAllBytes(assembly), File.ReadAllBytes(symbols), []);
            File.SetLastWriteTimeUtc(assembly, DateTime.UtcNow);
            return code;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The symbols come first: where the assembly is, all is there.</summary>
    static void Keep(string hash, CompiledCode code)
    {
        try
        {
            MakeFolder();
            WholeFile.Write(PathOf(hash, ".pdb"), code.Symbols);
            WholeFile.Write(PathOf(hash, ".dll"), code.Assembly);
            foreach (var old in Directory.EnumerateFiles(Folder).Where(f => DateTime.UtcNow - File.GetLastWriteTimeUtc(f) > Kept))
                if (!File.Exists(Path.ChangeExtension(old, ".dll")) || old.EndsWith(".dll", StringComparison.Ordinal)) File.Delete(old);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A disk that cannot be written to only makes the next run slower.
        }
    }

    static void MakeFolder()
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(Folder);
        else Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    static string PathOf(string hash, string ending) => Path.Combine(Folder, hash + ending);
}
