using Runtime.Charts;
using Spectre.Console;

namespace Host.Display;

/// <summary>Draws what a step showed: its heading, tables, figures, remarks and warnings.</summary>
sealed class StepView(IAnsiConsole console, int width)
{
    public const int Indent = 5;

    static readonly Style Bold = new(decoration: Decoration.Bold);
    static readonly Style Dim = new(decoration: Decoration.Dim);
    bool spaced;

    /// <summary>Tables have no files: all of their rows are drawn, and figures as far as text can.</summary>
    public bool Whole { get; init; }

    /// <summary>Figures are drawn as far as text can.</summary>
    public bool Draws { get; init; }

    /// <summary>Where files lie, as the person would write it.</summary>
    public string Folder { get; init; } = "";

    public void Heading(StepRecord step)
    {
        var time = step.Kept ? "kept" : Quantities.Seconds(step.Time);
        var room = width - Indent - time.Length - 2;
        var whole = Printable.Of(step.Brief);
        var text = whole.Length <= room ? whole : whole[..Math.Max(0, room - 1)] + "…";
        console.Write(new Text($"{step.Number,3}  ", Dim));
        console.Write(new Text(text, Bold));
        console.WriteLine(time.PadLeft(Math.Max(time.Length + 2, width - Indent - text.Length)), Dim);
        spaced = false;
    }

    public void Show(StepRecord step, Result result)
    {
        switch (result)
        {
            case Remark remark: Line(remark.In(Folder), Style.Plain); break;
            case Warning warning: Warn(warning); break;
            case Metric metric: Line($"{metric.Name} = {metric.Text}", Style.Plain); break;
            case Sheet sheet: Table(sheet, step); break;
            case Figure figure: Draw(figure, step); break;
            case Drawing own: Named(own, own.Title, step); break;
        }
    }

    void Warn(Warning warning)
    {
        Line("! " + warning.Text, new Style(Color.Yellow));
        if (warning.Hint is not null) Line("  " + warning.Hint, new Style(Color.Yellow));
    }

    void Draw(Figure figure, StepRecord step)
    {
        var rows = Whole || Draws ? FigureText.Of(figure, width - Indent) : [];
        if (rows.Count > 0)
        {
            Space();
            Line(figure.Title, new Style(decoration: Decoration.Italic));
            foreach (var row in rows) Line(row, new Style(Color.Blue));
            Space();
        }
        if (!Whole || rows.Count == 0) Named(figure, figure.Title, step);
    }

    void Named(Result picture, string title, StepRecord step) =>
        Line(Whole ? $"▪ {title}; `:plot` draws it" : $"▪ {title}: {FileOf(picture, step)}", new Style(Color.Blue));

    string FileOf(Result shown, StepRecord step) => Printable.Of(Path.Combine(Folder, step.ExhibitOf(shown).File));

    void Table(Sheet sheet, StepRecord step)
    {
        Space();
        Line(sheet.Title, new Style(decoration: Decoration.Italic));
        var rows = Whole ? sheet.Rows : SheetView.RowsShown(sheet);
        var blocks = SheetView.Blocks(sheet, width - Indent, rows, Whole ? int.MaxValue : SheetView.MostBlocks);
        foreach (var block in blocks.Drawn)
        {
            console.Write(new Padder(block, new Padding(Indent, 0, 0, 0)));
            spaced = false;
            Space();
        }
        if (rows >= sheet.Rows && blocks.Left == 0) return;
        string[] left = [.. Left(sheet.Rows - rows, "row"), .. Left(blocks.Left, "column")];
        Line($"… {string.Join(" and ", left)} in {FileOf(sheet, step)}", Dim);
        Space();
    }

    static IEnumerable<string> Left(int count, string what) =>
        count == 0 ? [] : [$"{Wording.Count(count)} more {what}{(count == 1 ? "" : "s")}"];

    public void Line(string text, Style style)
    {
        console.Write(new Padder(new Text(Printable.Lines(text), style), new Padding(Indent, 0, 0, 0)));
        spaced = false;
    }

    /// <summary>One empty line, however often it is asked for.</summary>
    public void Space()
    {
        if (!spaced) console.WriteLine();
        spaced = true;
    }
}
