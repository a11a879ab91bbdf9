using System.Text;
using Runtime.Charts;
using Runtime.Charts.Painting;
using Runtime.Files;

namespace Host.Repl;

/// <summary><c>:plot</c>: figures of the session as pictures.</summary>
static class Plotting
{
    /// <param name="rest">The number of a step, a file, both, or neither for the last figure.</param>
    public static void Plot(ReplState state, string rest, Workbench bench)
    {
        var words = rest.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var step = words is [var first, ..] && int.TryParse(first, out var number) ? number : (int?)null;
        var file = (step is null ? rest : words.ElementAtOrDefault(1) ?? "").Trim('"');
        var figures = FiguresOf(state.Session, step);
        if (file.Length > 0) Write(bench, state.Session, figures[^1].Figure, Path.HasExtension(file) ? file : file + ".png");
        else foreach (var (figure, _, name) in figures) Show(bench, figure, $"figures/{name}.png");
    }

    /// <summary>A figure of ours, or a drawing of other code.</summary>
    /// <param name="Written">The picture by the ending of its file; null where that is of no picture.</param>
    sealed record Picture(string Title, Func<string, byte[]?> Written)
    {
        public static Picture? Of(Result result) => result switch
        {
            Figure figure => new(figure.Title, ending => Painter.Of(figure, ending)),
            Drawing own => new(own.Title, ending => Painter.Endings.Contains(ending) ? Own(own, ending) : null),
            _ => null,
        };

        static byte[] Own(Drawing own, string ending) => ending switch
        {
            ".svg" => Encoding.UTF8.GetBytes(own.Svg),
            ".png" when own.Png is { } pixels => pixels,
            _ => throw new Refusal($"`{own.Name}` was made as SVG alone.", "Write it: `:plot FILE.svg`."),
        };
    }

    static List<(Picture Figure, int Step, string Name)> FiguresOf(Session session, int? step)
    {
        var steps = session.Steps.ToList();
        if (step < 1 || step > steps.Count)
            throw new Refusal($"There is no step `{step}`.", "Write `:plot` and the number of a step; `:time` lists them.");
        var all = steps.SelectMany((e, i) => e.Record!.Exhibits.Select(x => (Figure: Picture.Of(x.What)!, Step: i + 1, x.Name)))
            .Where(p => p.Figure is not null).ToList();
        if (all.Count == 0) throw new Refusal("No step has drawn a figure yet.", "Draw one, for example with `pairplot`.");
        var wanted = step is null ? [all[^1]] : all.FindAll(f => f.Step == step);
        return wanted.Count > 0 ? wanted
            : throw new Refusal($"Step {step} has drawn no figure.",
                $"Steps with figures: {string.Join(", ", all.Select(f => f.Step).Distinct())}.");
    }

    static void Write(Workbench bench, Session session, Picture figure, string file)
    {
        var bytes = figure.Written(Path.GetExtension(file).ToLowerInvariant())
            ?? throw new Refusal($"`{file}` is no picture that can be written.", "Let its name end in `.png`, `.svg` or `.pdf`.");
        session.FilesRead(bench.Host, []).Spare(bench.Host.PathOf(file), file);
        WholeFile.Write(bench.Host.PathOf(file), bytes);
        bench.Out.Say($"{Wording.Plain(figure.Title)}: {file}");
    }

    /// <param name="file">Below the output folder.</param>
    static void Show(Workbench bench, Picture figure, string file)
    {
        var png = figure.Written(".png")!;
        using (var folder = OpenFolder.ForOutput(bench.Host.PathOf(StepRunner.Folder)))
            folder.Write(file, stream => stream.Write(png));
        bench.Out.ShowPicture(figure.Title, png, $"{StepRunner.Folder}/{file}");
    }
}
