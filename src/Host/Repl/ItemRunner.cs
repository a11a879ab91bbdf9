using Dsl;
using Dsl.Syntax;
using Host.Display;
using Spectre.Console;

namespace Host.Repl;

/// <summary>A checked text on its way into a session, item by item.</summary>
sealed class ItemRunner(Workbench bench, CheckedInput input)
{
    readonly StepRunner runner = new(bench.Host);
    readonly IReadOnlyList<(Item Item, string Text)> items = input.Items;
    int at;

    /// <summary>
    /// The last of the items as they were in the session before: steps among them that read nothing new are not run again.
    /// </summary>
    public IReadOnlyList<Entry> Old { get; init; } = [];

    /// <summary>The study that the first of the old entries took.</summary>
    public Study OldStart { get; init; } = Study.Empty;

    /// <summary>A step failed or was stopped.</summary>
    public bool Broken { get; private set; }

    /// <summary>The session with the next item; null at the end or when a step did not end well.</summary>
    public Session? Next(Session session)
    {
        if (Broken || at >= items.Count) return null;
        var (item, text) = items[at++];
        var entry = item is Step step ? Run(session, step, text) : new Entry(text, item, session.Study);
        return entry is null ? null : session.With(entry);
    }

    Entry? Run(Session session, Step step, string text)
    {
        var planned = input.Plan.Steps.First(p => ReferenceEquals(p.Step, step));
        if (Kept(session, planned, text) is { } kept) return kept;
        var read = session.FilesRead(bench.Host, input.Plan.FilesRead);
        var outcome = runner.Run(input.Plan, planned, session.NextStep, session.Study, read);
        Show(outcome);
        if (outcome is { Ending: Ending.Finished, Record: { } record })
            return new Entry(text, step, outcome.Study) { Record = record, Parameters = input.ParametersOf(text) };
        Broken = true;
        return null;
    }

    /// <summary>The entry that the step has been before, when nothing that it reads is another.</summary>
    Entry? Kept(Session session, PlannedStep planned, string text)
    {
        var place = at - 1 - (items.Count - Old.Count);
        if (place < 0 || Old[place] is not { Record: not null } old || old.Text != text) return null;
        if (old.Parameters != input.ParametersOf(text)) return null;
        var before = place == 0 ? OldStart : Old[place - 1].After;
        return Reuse.Of(planned, before, old.After, session.Study) is { } after ? old with { After = after, Item = planned.Step } : null;
    }

    void Show(StepOutcome outcome)
    {
        if (outcome.Record is { } record) bench.Out.Show(console => Draw(console, record));
        switch (outcome.Ending)
        {
            case Ending.Failed failed: bench.Out.Say(input.Placed(failed.Diagnostic), input.Source); break;
            case Ending.Broken broken: bench.Out.SayBug(broken.Exception); break;
            case Ending.Stopped:
                var unseen = outcome.LeftBehind ? "\nWhat ran does not listen: it goes on unseen until the session ends." : "";
                bench.Out.Say($"Stopped; the study is as it was before this step.{unseen}");
                break;
        }
    }

    /// <summary>A step that stands right above, as it was typed, needs no heading.</summary>
    void Draw(IAnsiConsole console, StepRecord record)
    {
        var view = new StepView(console, bench.Out.Width) { Whole = true, Folder = StepRunner.Folder };
        if (items.Count > 1 || Old.Count > 0) view.Heading(record);
        foreach (var result in record.Results) view.Show(record, result);
        if (items.Count == 1 && record is { Finished: true, Time.TotalSeconds: >= 1 })
            view.Line(Quantities.Seconds(record.Time), new Style(decoration: Decoration.Dim));
    }
}
