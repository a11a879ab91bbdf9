using System.ComponentModel;
using System.Diagnostics;

namespace Host;

/// <summary>
/// A program of the machine. It is looked for on the PATH alone: to start one by its name looks in the working folder first, where a file
/// of that name may be a stranger's.
/// </summary>
static class MachineProgram
{
    const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Starts it, with its streams in our hands; null when there is none or it cannot start.</summary>
    /// <param name="folder">Where it works.</param>
    public static Process? Start(string name, IEnumerable<string> words, string folder, params (string Name, string Value)[] environment)
    {
        if (Find(name, Environment.GetEnvironmentVariable("PATH") ?? "") is not { } path) return null;
        var start = new ProcessStartInfo(path, words)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (variable, value) in environment) start.Environment[variable] = value;
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Opens a file with what the desktop has for it.</summary>
    public static Process? Open(string path, string folder) =>
        OperatingSystem.IsWindows() ? Process.Start(new ProcessStartInfo(path) { UseShellExecute = true })
        : Start(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [path], folder);

    /// <summary>A folder of the PATH that is not written out is wherever one stands: it does not count.</summary>
    internal static string? Find(string name, string folders) => folders.Split(Path.PathSeparator)
        .Where(Path.IsPathFullyQualified)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)).FirstOrDefault(CanRun);

    static bool CanRun(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Executable) != 0);
}
