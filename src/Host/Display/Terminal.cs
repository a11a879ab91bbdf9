using Spectre.Console;
using Spectre.Console.Rendering;

namespace Host.Display;

/// <summary>
/// Makes the console that draws: plain text when piped, colours and moves when a person looks at it. What is drawn is text alone; only the
/// console itself paints and moves.
/// </summary>
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
            Out = new AnsiConsoleOutput(PlainWriter.Inked(output)),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        console.Pipeline.Attach(new SafeText());
        return console;
    }

    sealed class SafeText : IRenderHook
    {
        public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) =>
            renderables.Select(r => new Spelled(r));
    }

    sealed class Spelled(IRenderable drawn) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => drawn.Measure(options, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => drawn.Render(options, maxWidth)
            .Select(s => s.IsControlCode || s.IsLineBreak ? s : new Segment(Printable.Lines(s.Text), s.Style));
    }
}
