using Runtime.Charts;
using Runtime.Charts.Painting;

namespace Runtime.Operators.Draw;

/// <summary>What every chart takes: a title of one's own, a size, and a file to lie in.</summary>
public abstract record ChartOperator : Operator
{
    const int SmallestSide = 150, LargestSide = 3_000;

    [Arg("The title of the picture, in place of one that says what is seen.")]
    [AlsoCalled("main", "caption", "heading")]
    public string? Title { get; init; }

    [Arg("Width and height of the plot: `size=900,400`."), Between(SmallestSide, LargestSide)]
    [AlsoCalled("figsize", "dimensions")]
    public ValueList<int> Size { get; init; } = [];

    [Arg("A file in the output folder to write the picture to, too: `.svg`, `.png` or `.pdf`.")]
    [AlsoCalled("filename", "path", "out", "output", "ggsave", "savefig")]
    public OutputFile? To { get; init; }

    protected sealed override Shape Check(Shape before, CheckContext check)
    {
        if (Size.Count is not (0 or 2))
            check.Refuse(nameof(Size), "`size` takes a width and a height.", "Write two numbers: `size=900,400`.");
        if (To is { } file && !Painter.Endings.Contains(Path.GetExtension(file.Written).ToLowerInvariant()))
            check.Refuse(nameof(To), $"`{file}` is no picture that can be written.", "Let its name end in `.svg`, `.png` or `.pdf`.");
        else
        {
            try
            {
                To?.PlaceIn(Path.GetTempPath());
            }
            catch (Refusal refusal)
            {
                check.Refuse(nameof(To), refusal.Text, refusal.Hint);
            }
        }
        Look(before, check);
        return before;
    }

    protected sealed override Study Run(Study study, RunContext run)
    {
        var drawn = Draw(study, run);
        var figure = drawn with
        {
            Title = Title ?? drawn.Title,
            Width = Size.Count == 2 ? Size[0] : drawn.Width,
            Height = Size.Count == 2 ? Size[1] : drawn.Height,
        };
        run.Show(figure);
        if (To is { } file) Write(figure, file, run);
        return study;
    }

    /// <summary>Tells what else is wrong with the step.</summary>
    protected virtual void Look(Shape before, CheckContext check)
    {
    }

    protected abstract Figure Draw(Study study, RunContext run);

    private protected static ValueScale Axis(string name, NumberColumn column, AxisBend bend) => new(name)
    {
        Title = column.Name + bend.Words,
        Format = FormatOf(column),
        Tight = true,
        Spacing = bend.Spacing,
        Knee = bend.Knee,
    };

    private protected static CellFormat FormatOf(NumberColumn column) => column is TimeColumn ? CellFormat.Time : CellFormat.Number;

    static void Write(Figure figure, OutputFile file, RunContext run)
    {
        var ending = Path.GetExtension(file.Written).ToLowerInvariant();
        var bytes = Painter.Of(figure, ending)!;
        if (ending != ".svg" && Letters.Lacking(figure) is { Length: > 0 } letters)
            run.Warn($"No font of this machine has `{letters}`: in `{file}` they are boxes.",
                "Install a font that has them, such as Noto Sans of their script, or let the name of the file end in `.svg`.");
        file.Write(run.OutputFolder, run.Read, stream => stream.Write(bytes));
        run.Say($"Wrote the picture to `{file}`.", file.Written);
    }
}
