using System.Diagnostics;

namespace Fuzz;

/// <summary>The program as a process of its own.</summary>
static class Child
{
    static readonly string Here = AppContext.BaseDirectory;

    /// <summary>With what this program was started with, so that nothing has to be installed.</summary>
    public static Process Start(string folder, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet",
        [
            "exec", "--runtimeconfig", Path.Combine(Here, "Fuzz.runtimeconfig.json"), "--depsfile", Path.Combine(Here, "Fuzz.deps.json"),
            Path.Combine(Here, "pipe.dll"), .. words,
        ])
        {
            WorkingDirectory = Path.Combine(folder, "study"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["XDG_CONFIG_HOME"] = Path.Combine(folder, "config");
        start.Environment["APPDATA"] = Path.Combine(folder, "config");
        start.Environment["PIPE_CACHE"] = Path.Combine(folder, "cache");
        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start)!;
    }

    /// <summary>Its exit code and all that it said.</summary>
    public static (int Exit, string Said) End(Process process)
    {
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    public static (int Exit, string Said) Run(string folder, params string[] words)
    {
        using var process = Start(folder, words);
        return End(process);
    }
}
