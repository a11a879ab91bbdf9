using Dsl;
using Dsl.Syntax;
using Runtime.Charts;
using Spectre.Console;

namespace Host.Display;

/// <summary>Shows a run in the terminal while it happens: prose, steps, what they show, and where it all lies.</summary>
sealed class RunDisplay
{
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);
    static readonly Style Bold = new(decoration: Decoration.Bold);
    static readonly Style Dim = new(decoration: Decoration.Dim);
    const int Indent = 5;

    readonly Surroundings around;
    readonly Plan plan;
    readonly string folder;
    readonly Queue<Item> items;
    readonly Lazy<IAnsiConsole> console;
    bool spaced;

    /// <param name="folder">The output folder as the person wrote it.</param>
    public RunDisplay(Surroundings around, Plan plan, string folder)
    {
        (this.around, this.plan, this.folder) = (around, plan, folder);
        items = new Queue<Item>(plan.Script.Items);
        console = new(() => Terminal.Console(around));
    }

    public bool Quiet { get; init; }

    IAnsiConsole Out => console.Value;

    /// <summary>Until the run is over, or was asked to stop and does not.</summary>
    public void Follow(Execution execution)
    {
        ProgressLine progress = around.Interactive ? new LiveLine(Out) : new PlainLine(around.Error, around.Clock, Quiet);
        while (!execution.Over)
        {
            if (execution.Next(Patience) is { } happened) Show(happened);
            else if (execution.Running is { } step) progress.Show(execution, step, plan.Steps.Count);
        }
        if (!execution.Finished) return;
        ShowProse(null);
    }

    void Show(StepEvent happened)
    {
        if (happened.Ended) Show(happened.Step);
        else ShowProse(plan.Steps[happened.Step.Number - 1].Step);
    }

    /// <summary>The prose above a step, or all that is left.</summary>
    void ShowProse(Step? step)
    {
        while (items.TryDequeue(out var item) && !ReferenceEquals(item, step))
            if (item is Prose prose && !Quiet) Out.WriteLine(prose.Text.TrimEnd() + "\n", new Style(Color.Teal));
    }

    void Show(StepRecord step)
    {
        if (Quiet && !step.Warnings.Any()) return;
        Heading(step);
        foreach (var result in step.Results) if (!Quiet || result is Warning) Show(step, result);
        Space();
    }

    void Heading(StepRecord step)
    {
        var time = Cells.Seconds(step.Time);
        var room = around.Width - Indent - time.Length - 2;
        var text = step.Text.Length <= room ? step.Text : step.Text[..Math.Max(0, room - 1)] + "…";
        Out.Write(new Text($"{step.Number,3}  ", Dim));
        Out.Write(new Text(text, Bold));
        Out.WriteLine(time.PadLeft(Math.Max(time.Length + 2, around.Width - Indent - text.Length)), Dim);
        spaced = false;
    }

    void Show(StepRecord step, Result result)
    {
        switch (result)
        {
            case Remark remark: Line(remark.Text, Style.Plain); break;
            case Warning warning: Warn(warning); break;
            case Metric metric: Line($"{metric.Name} = {Cells.Number(metric.Value)}", Style.Plain); break;
            case Sheet sheet: Table(sheet, step.ExhibitOf(sheet)); break;
            case Figure figure: Line($"▪ {figure.Title}: {step.ExhibitOf(figure).File}", new Style(Color.Blue)); break;
        }
    }

    void Warn(Warning warning)
    {
        Line("! " + warning.Text, new Style(Color.Yellow));
        if (warning.Hint is not null) Line("  " + warning.Hint, new Style(Color.Yellow));
    }

    void Table(Sheet sheet, Exhibit exhibit)
    {
        Space();
        Line(sheet.Title, new Style(decoration: Decoration.Italic));
        foreach (var block in SheetView.Blocks(sheet, around.Width - Indent))
        {
            Out.Write(new Padder(block, new Padding(Indent, 0, 0, 0)));
            spaced = false;
            Space();
        }
        var more = sheet.Rows - SheetView.RowsShown(sheet);
        if (more <= 0) return;
        Line($"… {more:N0} more rows in {exhibit.File}", Dim);
        Space();
    }

    void Line(string text, Style style)
    {
        Out.Write(new Padder(new Text(text, style), new Padding(Indent, 0, 0, 0)));
        spaced = false;
    }

    /// <summary>One empty line, however often it is asked for.</summary>
    void Space()
    {
        if (!spaced) Out.WriteLine();
        spaced = true;
    }

    /// <summary>The last line: how it ended and where the results are.</summary>
    public void Summary(RunRecord run)
    {
        var report = Path.Combine(folder, Report.Publisher.ReportFile);
        var done = run.Steps.Count(s => s.Finished);
        switch (run.Ending.Status)
        {
            case "finished":
                around.Output.WriteLine($"Finished in {Cells.Seconds(run.Time)} with at most {Cells.Bytes(run.PeakMemory)} of memory. Report: {report}");
                break;
            case "cancelled":
                around.Error.WriteLine($"Stopped; {done} of {plan.Steps.Count} steps were done. Their report: {report}");
                break;
            default:
                around.Error.WriteLine($"Step {run.Ending.Step} of {plan.Steps.Count} failed. Report of the steps before it: {report}");
                break;
        }
    }
}
