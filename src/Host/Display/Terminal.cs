using Spectre.Console;

namespace Host.Display;

/// <summary>Makes the console that draws: plain text when piped, colours and moves when a person looks at it.</summary>
static class Terminal
{
    public static IAnsiConsole Console(Surroundings around)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = around.Interactive || around.Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = around.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = around.Interactive ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(around.Output),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = around.Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
