using Dsl.Diagnostics;
using Dsl.Syntax;

namespace Host;

/// <summary>All that a run touches outside itself, so that tests can stand in for it.</summary>
public sealed class Surroundings
{
    public required TextReader Input { get; init; }

    /// <summary>Where results go.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>The same place for what is not read by lines.</summary>
    public required Stream OutputBytes { get; init; }

    /// <summary>Where errors and progress go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Paths of the command line start here.</summary>
    public required string WorkingFolder { get; init; }

    /// <summary>Where what this user has decided is kept.</summary>
    public string ConfigFolder { get; init; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "pipe");

    /// <summary>A person sits at both ends and can answer.</summary>
    public bool CanAsk { get; init; }

    /// <summary>Output is a terminal that a person looks at: it may move and redraw.</summary>
    public bool Interactive { get; init; }

    public bool Colour { get; init; }

    public bool ColourErrors { get; init; }

    /// <summary>Characters in a line.</summary>
    public int Width { get; init; } = 100;

    /// <summary>The surroundings of a real process.</summary>
    public static Surroundings OfProcess(CancellationToken cancel)
    {
        var plain = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        var piped = Console.IsOutputRedirected || Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new Surroundings
        {
            Input = Console.In,
            Output = Console.Out,
            OutputBytes = Console.OpenStandardOutput(),
            Error = Console.Error,
            WorkingFolder = Environment.CurrentDirectory,
            Interactive = !piped,
            CanAsk = !piped && !Console.IsInputRedirected && !Console.IsErrorRedirected,
            Colour = !piped && !plain,
            ColourErrors = !Console.IsErrorRedirected && !plain,
            Width = piped || Console.WindowWidth <= 0 ? 100 : Math.Clamp(Console.WindowWidth, 40, 160),
            Cancel = cancel,
        };
    }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The person wants it to stop.</summary>
    public CancellationToken Cancel { get; init; }

    /// <summary>A path of the command line as an absolute one.</summary>
    public string PathOf(string written) => Path.GetFullPath(written, WorkingFolder);

    public void Say(Diagnostic diagnostic, SourceText source) =>
        Error.WriteLine(DiagnosticText.Render(diagnostic, source, ColourErrors).TrimEnd() + "\n");
}
