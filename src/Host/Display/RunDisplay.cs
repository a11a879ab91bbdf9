using Dsl;
using Dsl.Diagnostics;
using Dsl.Syntax;
using Spectre.Console;

namespace Host.Display;

/// <summary>Shows a run in the terminal while it happens: prose, steps, what they show, and where it all lies.</summary>
sealed class RunDisplay
{
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    readonly HostContext host;
    readonly Plan plan;
    readonly string folder;
    readonly Queue<Item> items;
    readonly Lazy<IAnsiConsole> console;
    readonly bool isOneLine;

    /// <param name="folder">Where files go, as the person wrote it.</param>
    public RunDisplay(HostContext host, Plan plan, string folder)
    {
        (this.host, this.plan, this.folder) = (host, plan, folder);
        items = new Queue<Item>(plan.Script.Items);
        isOneLine = plan.Source.Name == "-" && !plan.Source.Text.Trim().Contains('\n');
        console = new(() => Terminal.Console(host));
    }

    public bool Quiet { get; init; }

    /// <summary>Puts values where prose names them.</summary>
    public ProseFigures? Figures { get; init; }

    IAnsiConsole Out => console.Value;

    /// <summary>Until the run is over, or was asked to stop and does not.</summary>
    public void Follow(Execution execution)
    {
        ProgressLine progress = host.Interactive ? new LiveLine(host) { Run = new(plan, host) }
            : new PlainLine(host.Error, host.Clock, Quiet);
        while (!execution.Over)
        {
            if (execution.Next(Patience) is { } happened) Show(happened);
            else if (execution.Running is { } step) progress.Show(execution, step, plan.Steps.Count);
        }
        if (execution.Finished) ShowProse(null);
        else if (execution.Running is { Results.Count: > 0 } broken) Show(broken);
    }

    void Show(StepEvent happened)
    {
        if (happened.Ended) Show(happened.Step);
        else ShowProse(plan.Steps[happened.Step.Number - 1]);
    }

    /// <summary>The prose above a step, or all that is left.</summary>
    void ShowProse(PlannedStep? step)
    {
        while (items.TryDequeue(out var item) && !ReferenceEquals(item, step?.Step))
            if (item is Prose prose && !Quiet) ProseText.Write(Out, Filled(prose, step).TrimEnd());
    }

    string Filled(Prose prose, PlannedStep? before) => Figures?.Filled(prose.Text, before?.Number ?? int.MaxValue) ?? prose.Text;

    void Show(StepRecord step)
    {
        var said = Said(step).ToArray();
        if (Quiet && !step.Warnings.Any() && said.Length == 0) return;
        var width = Out.Profile.Width = host.Width;
        var view = new StepView(Out, width) { Folder = folder, Draws = host.Interactive };
        view.Heading(step);
        foreach (var warning in said) view.Show(step, new Warning(warning.Text, warning.Hint));
        foreach (var result in step.Results) if (IsShown(result, step)) view.Show(step, result);
        view.Space();
    }

    /// <summary>Whoever asks in one line asks for what the last step shows, not for the columns on the way to it.</summary>
    bool IsShown(Result result, StepRecord step) => result is Warning
        || !Quiet && !(isOneLine && step.Number < plan.Steps.Count && result is Sheet { Name: "columns" });

    /// <summary>What the check said of a step, which stood above all of them.</summary>
    IEnumerable<Diagnostic> Said(StepRecord step) => plan.Diagnostics.Where(d => d is { IsError: false, Span: { } span }
        && plan.Steps[step.Number - 1].Step.Span is var own && own.Start <= span.Start && span.Start < own.End);

    /// <summary>Of the check and of the run.</summary>
    string Warnings(RunRecord run)
    {
        var count = plan.Diagnostics.Count + run.Steps.Sum(s => s.Warnings.Count());
        return count == 0 ? "" : $", {Wording.Plural(count, "warning")}";
    }

    /// <summary>The last line: how it ended and where the results are.</summary>
    /// <param name="report">Its path as the person would write it.</param>
    public void Summary(RunRecord run, string report)
    {
        var done = run.Steps.Count(s => s.Finished);
        switch (run.Ending)
        {
            case Ending.Finished:
                host.Output.WriteLine(
                    $"Finished in {Quantities.Seconds(run.Time)} with at most {Quantities.Bytes(run.PeakMemory)} of memory{Warnings(run)}. "
                    + $"Report: {report}");
                break;
            case Ending.Stopped:
                host.Error.WriteLine($"Stopped; {done} of {plan.Steps.Count} steps were done. Their report: {report}");
                break;
            case Ending.Failed failed:
                host.Error.WriteLine($"Step {failed.Step} of {plan.Steps.Count} failed. Report of the steps before it: {report}");
                break;
        }
    }
}
