using Dsl;
using Dsl.Syntax;
using Spectre.Console;

namespace Host.Display;

/// <summary>Shows a run in the terminal while it happens: prose, steps, what they show, and where it all lies.</summary>
sealed class RunDisplay
{
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    readonly HostContext host;
    readonly Plan plan;
    readonly Queue<Item> items;
    readonly Lazy<IAnsiConsole> console;

    public RunDisplay(HostContext host, Plan plan)
    {
        (this.host, this.plan) = (host, plan);
        items = new Queue<Item>(plan.Script.Items);
        console = new(() => Terminal.Console(host));
    }

    public bool Quiet { get; init; }

    IAnsiConsole Out => console.Value;

    /// <summary>Until the run is over, or was asked to stop and does not.</summary>
    public void Follow(Execution execution)
    {
        ProgressLine progress = host.Interactive ? new LiveLine(Out) : new PlainLine(host.Error, host.Clock, Quiet);
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
        var view = new StepView(Out, host.Width);
        view.Heading(step);
        foreach (var result in step.Results) if (!Quiet || result is Warning) view.Show(step, result);
        view.Space();
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
                    $"Finished in {Quantities.Seconds(run.Time)} with at most {Quantities.Bytes(run.PeakMemory)} of memory. "
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
