using System.Diagnostics;
using System.Text.Json;

namespace Bench;

/// <summary>Runs a command as a process of its own and looks at its time and memory.</summary>
/// <param name="Arguments">What follows the command.</param>
sealed record Child(string Command, IReadOnlyList<string> Arguments)
{
    /// <summary>This program again, to measure one step.</summary>
    public static Child Measuring(string step, DataSet data, IReadOnlyList<int> arguments) =>
        Self(["measure", step, .. data.Words, .. arguments.Select(a => $"{a}")]);

    /// <summary>The step as its process measured itself; null with a reason when that failed or took too long.</summary>
    public (Measured? Measured, string? Failure) Measure(double limit)
    {
        var (code, output, error, _, peak) = Run(limit);
        if (code is null) return (null, FormattableString.Invariant($"stopped after {limit:0} s"));
        if (code != 0) return (null, Failed(code.Value, error));
        try
        {
            var found = Measured.Parse(output);
            return (found.Peak > 0 ? found : found with { Peak = peak }, null);
        }
        catch (JsonException)
        {
            return (null, $"printed no figures but `{LastLine(output)}`");
        }
    }

    /// <summary>The whole process, from start to end.</summary>
    public (Measured? Measured, string? Failure) MeasureWhole(double limit)
    {
        var (code, _, error, seconds, peak) = Run(limit);
        return code switch
        {
            null => (null, FormattableString.Invariant($"stopped after {limit:0} s")),
            0 => (new Measured(seconds, seconds, peak, ""), null),
            _ => (null, Failed(code.Value, error)),
        };
    }

    (int? Code, string Output, string Error, double Seconds, long Peak) Run(double limit)
    {
        using var process = new Process { StartInfo = new(Command, Arguments) { RedirectStandardOutput = true, RedirectStandardError = true } };
        var start = Stopwatch.GetTimestamp();
        process.Start();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        // Only a live process tells its peak, so it is asked again and again; the wait itself ends with the process.
        var (peak, wait) = (0L, 1);
        while (!process.WaitForExit(wait))
        {
            peak = Math.Max(peak, Measured.PeakOf(process));
            wait = Math.Min(50, wait * 2);
            if (Stopwatch.GetElapsedTime(start).TotalSeconds < limit) continue;
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            return (null, "", "", limit, peak);
        }
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return (process.ExitCode, output.Result, error.Result, seconds, peak);
    }

    static Child Self(IReadOnlyList<string> arguments)
    {
        var program = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return new(program, isHost ? [typeof(Child).Assembly.Location, .. arguments] : arguments);
    }

    static string Failed(int code, string error) =>
        LastLine(error).StartsWith("ModuleNotFoundError", StringComparison.Ordinal) || LastLine(error).StartsWith("ImportError", StringComparison.Ordinal)
            || error.Contains("there is no package called", StringComparison.Ordinal)
            ? "not installed"
            : $"exit code {code}: {LastLine(error)}";

    static string LastLine(string text) => text.TrimEnd().Split('\n')[^1].Trim();
}
