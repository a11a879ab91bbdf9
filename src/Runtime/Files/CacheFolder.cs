namespace Runtime.Files;

/// <summary>Where this user keeps what can be made or fetched again.</summary>
public static class CacheFolder
{
    /// <summary>A folder in <c>PIPE_CACHE</c>, or in the system's place for such things of this user.</summary>
    public static string Of(string name) => Path.GetFullPath(Path.Combine(Root, name));

    static string Root => Environment.GetEnvironmentVariable("PIPE_CACHE") is { Length: > 0 } set ? set
        : Path.Combine(Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } caches ? caches
            : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"), "pipe");

    /// <summary>Makes it, for this user alone.</summary>
    public static void Make(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
