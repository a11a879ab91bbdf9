using Dsl.Diagnostics;
using Runtime.Storage;

namespace Host;

/// <summary>All that the program touches outside itself, so that tests can stand in for it.</summary>
public sealed record HostContext
{
    /// <summary>Of what is wrong with one script.</summary>
    const int MostSaid = 50;

    /// <summary>Opened when first read from: a console is asked a good deal then.</summary>
    public required Lazy<TextReader> Input { get; init; }

    /// <summary>Where results go.</summary>
    public required TextWriter Output { get; init => field = PlainWriter.Over(value); }

    /// <summary>The same place for what is not read by lines.</summary>
    public required Stream OutputBytes { get; init; }

    /// <summary>Where errors and progress go.</summary>
    public required TextWriter Error { get; init => field = PlainWriter.Over(value); }

    /// <summary>Paths of the command line start here.</summary>
    public required string WorkingFolder { get; init; }

    /// <summary>Where what belongs to the person is kept between sessions; null when nowhere.</summary>
    public string? ConfigFolder { get; init; }

    /// <summary>Input comes from a file or another program, not from a person who types.</summary>
    public bool InputPiped { get; init; }

    /// <summary>A person sits at both ends and can answer.</summary>
    public bool CanAsk { get; init; }

    /// <summary>Output is a terminal that a person looks at: it may move and redraw.</summary>
    public bool Interactive { get; init; }

    /// <summary>A build server runs it: nothing is kept there that a person should have looked at.</summary>
    public bool IsUnattended { get; init; }

    public bool Colour { get; init; }

    public bool ColourErrors { get; init; }

    /// <summary>Characters in a line.</summary>
    public int Width
    {
        get => Window();
        init => Window = () => value;
    }

    /// <summary>Asks the terminal how wide it is by now.</summary>
    public Func<int> Window { get; init; } = () => 100;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The person's wish that it stops.</summary>
    public Interrupt Interrupt { get; init; } = new();

    public CancellationToken Cancel => Interrupt.Token;

    /// <summary>What the heads of tables said when a script was last checked.</summary>
    public Headers Headers { get; init; } = new();

    /// <summary>What runs have kept of costly steps; null to keep nothing.</summary>
    public StepCache? Cache { get; init; }

    /// <summary>Answers steps from that.</summary>
    public Func<StepCall, Study>? Recall => Cache is { } cache ? cache.Recall : null;

    /// <summary>How fast it is here; null to find out.</summary>
    public Machine? Machine { get; init; }

    /// <summary>Bytes of memory that there are for the program.</summary>
    public long Memory { get; init; } = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    /// <summary>The keyboard and the screen of a terminal that can be drawn on; null when there is none.</summary>
    internal (Keys Keys, Screen Screen)? Typing { get; init; }

    /// <summary>How a picture can be shown.</summary>
    internal PictureWay Pictures { get; init; }

    /// <summary>Opens a picture in a viewer; false when it cannot.</summary>
    internal Func<string, bool> OpenPicture { get; init; } = static _ => false;

    /// <summary>A path of the command line as an absolute one.</summary>
    public string PathOf(string written) => Path.GetFullPath(written, WorkingFolder);

    /// <summary>Of many the first, mistakes before warnings, and how many more there are.</summary>
    public void Say(IEnumerable<Diagnostic> diagnostics, SourceText source)
    {
        var all = diagnostics.ToList();
        foreach (var diagnostic in all.Count <= MostSaid ? all : all.OrderBy(d => d.Severity).Take(MostSaid)) Say(diagnostic, source);
        if (all.Count > MostSaid) Error.WriteLine($"and {Wording.Count(all.Count - MostSaid)} more.\n");
    }

    public void Say(Diagnostic diagnostic, SourceText source)
    {
        var width = Typing is { } typing ? Math.Clamp(typing.Screen.Size().Width - 1, 30, 100) : 100;
        PlainWriter.Inked(Error).WriteLine(DiagnosticText.Render(diagnostic, source, ColourErrors, width).TrimEnd() + "\n");
    }
}
