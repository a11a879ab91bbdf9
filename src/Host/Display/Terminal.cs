using Spectre.Console;

namespace Host.Display;

/// <summary>Makes the console that draws: plain text when piped, colours and moves when a person looks at it.</summary>
static class Terminal
{
    public static IAnsiConsole Console(HostContext host) => Console(host, host.Output, host.Width, host.Interactive);

    /// <param name="moves">It may move and redraw.</param>
    public static IAnsiConsole Console(HostContext host, TextWriter output, int width, bool moves)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = moves || host.Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = host.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = moves ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
