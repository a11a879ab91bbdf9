using Dsl.Diagnostics;
using Host.Display;
using Host.Editor;

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

    /// <summary>A person sits at both ends and can answer.</summary>
    public bool CanAsk { get; init; }

    /// <summary>Output is a terminal that a person looks at: it may move and redraw.</summary>
    public bool Interactive { get; init; }

    public bool Colour { get; init; }

    public bool ColourErrors { get; init; }

    /// <summary>Characters in a line.</summary>
    public int Width { get; init; } = 100;

    /// <summary>The surroundings of a real process.</summary>
    public static Surroundings OfProcess(Interrupt interrupt)
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
            CanAsk = !Console.IsOutputRedirected && !Console.IsInputRedirected && !Console.IsErrorRedirected,
            Colour = !piped && !plain,
            ColourErrors = !Console.IsErrorRedirected && !plain,
            Width = piped || Console.WindowWidth <= 0 ? 100 : Math.Clamp(Console.WindowWidth, 40, 160),
            InputPiped = Console.IsInputRedirected,
            Typing = piped || Console.IsInputRedirected ? null : (Keys.OfConsole(), new Screen(Console.Out.Write, SizeOfConsole, !plain)),
            Pictures = piped || Console.IsInputRedirected ? PictureWay.File : Display.Pictures.WayOf(Environment.GetEnvironmentVariable),
            ConfigFolder = Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } folder ? Path.Combine(folder, "pipe") : null,
            Cancel = interrupt.Rearm(),
            Rearm = interrupt.Rearm,
        };
    }

    /// <summary>Input comes from a file or another program, not from a person who types.</summary>
    public bool InputPiped { get; init; }

    /// <summary>The keyboard and the screen of a terminal that can be drawn on; null when there is none.</summary>
    internal (Keys Keys, Screen Screen)? Typing { get; init; }

    /// <summary>How a picture can be shown.</summary>
    internal PictureWay Pictures { get; init; }

    /// <summary>Opens a picture in a viewer; false when it cannot.</summary>
    internal Func<string, bool> OpenPicture { get; init; } = Display.Pictures.Open;

    /// <summary>Where what belongs to the person is kept between sessions; null when nowhere.</summary>
    public string? ConfigFolder { get; init; }

    /// <summary>Gives a signal to stop that has not been given yet, for the next thing that runs; null when there is only <see cref="Cancel"/>.</summary>
    public Func<CancellationToken>? Rearm { get; init; }

    /// <summary>A terminal that does not know its size is taken for a usual one.</summary>
    static (int, int) SizeOfConsole() => (Console.WindowWidth, Console.WindowHeight) is ( > 0, > 0) and var size ? size : (80, 24);

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The person wants it to stop.</summary>
    public CancellationToken Cancel { get; init; }

    /// <summary>The same with other input.</summary>
    public Surroundings With(TextReader input) => new()
    {
        Input = input,
        Output = Output,
        OutputBytes = OutputBytes,
        Error = Error,
        WorkingFolder = WorkingFolder,
        Interactive = Interactive,
        Colour = Colour,
        ColourErrors = ColourErrors,
        Width = Width,
        InputPiped = InputPiped,
        ConfigFolder = ConfigFolder,
        Rearm = Rearm,
        Clock = Clock,
        Cancel = Cancel,
    };

    /// <summary>A path of the command line as an absolute one.</summary>
    public string PathOf(string written) => Path.GetFullPath(written, WorkingFolder);

    public void Say(Diagnostic diagnostic, SourceText source) =>
        Error.WriteLine(DiagnosticText.Render(diagnostic, source, ColourErrors, Typing is { } typing ? Math.Clamp(typing.Screen.Size().Width - 1, 30, 100) : 100).TrimEnd() + "\n");
}
