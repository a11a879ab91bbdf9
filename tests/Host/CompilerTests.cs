using System.Diagnostics;

namespace Tests.Host;

/// <summary>The compiler is large: who needs none does not load it.</summary>
public sealed class CompilerTests
{
    [Theory]
    [InlineData("--version")]
    [InlineData("check plain.pipe")]
    [InlineData("run plain.pipe --quiet")]
    [InlineData("help pca")]
    [InlineData("repl")]
    public async Task Without_code_the_program_runs_on_a_machine_that_has_no_compiler(string words)
    {
        if (OperatingSystem.IsWindows()) return;
        using var sandbox = new Sandbox().With("plain.pipe", "load sample:moons rows=20\ndescribe\n");
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory))
        {
            var name = Path.GetFileName(file);
            var needed = name is "pipe.runtimeconfig.json" || name.EndsWith(".dll", StringComparison.Ordinal) && !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);
            if (needed) File.Copy(file, sandbox.PathOf(name));
        }
        var start = new ProcessStartInfo("dotnet", [sandbox.PathOf("pipe.dll"), .. words.Split(' ')]) { WorkingDirectory = sandbox.Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        Assert.Equal("", await error);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
