using Dsl;
using Dsl.Diagnostics;
using Dsl.Syntax;

namespace Host.Report;

/// <summary>What a report says and in which order, whatever it is written as: title, question, warnings, findings, steps.</summary>
sealed class ReportPage
{
    // Findings of one step that stand on the first screen.
    const int MostOfOne = 6;

    /// <param name="figures">What prose names of the results.</param>
    public ReportPage(RunRecord run, Plan plan, ProseFigures? figures)
    {
        (Run, Plan) = (run, plan);
        (Title, Lead, Items) = Headed([.. plan.Script.Items.Select(item =>
            item is Prose prose && figures is not null ? prose with { Text = figures.Filled(prose.Text) } : item)]);
        if (Title.Length == 0) Title = run.Script;
    }

    public RunRecord Run { get; }

    public Plan Plan { get; }

    /// <summary>The first heading of the prose, or the script's name.</summary>
    public string Title { get; }

    /// <summary>The paragraph below it: what is asked.</summary>
    public string Lead { get; }

    /// <summary>Prose and steps in the order of the script, without title and lead.</summary>
    public IReadOnlyList<Item> Items { get; }

    public PlannedStep Planned(StepRecord step) => Plan.Steps[step.Number - 1];

    /// <summary>What the check said of a step, then what the run did.</summary>
    public IEnumerable<Warning> Warnings(StepRecord step) => [.. Said(step), .. step.Warnings];

    /// <summary>Of the whole script, which no step has.</summary>
    public IEnumerable<Warning> Unplaced() =>
        Plan.Diagnostics.Where(d => !d.IsError && !Plan.Steps.Any(s => Holds(s, d))).Select(d => new Warning(d.Text, d.Hint));

    public IEnumerable<Warning> Said(StepRecord step) =>
        Plan.Diagnostics.Where(d => !d.IsError && Holds(Planned(step), d)).Select(d => new Warning(d.Text, d.Hint));

    /// <summary>What steps that look at the data found, a few sentences each.</summary>
    public IEnumerable<Finding> Findings() => Run.Steps
        .Where(step => Planned(step).Signature is { Category: not ("Data" or "Own"), Name: not "expect" })
        .SelectMany(step => step.Remarks.Take(step.Operator == "means" ? MostOfOne : 1).Select(text => new Finding(step, text)));

    /// <summary>What was demanded of the results, and whether it holds.</summary>
    public IEnumerable<Expectation> Expectations() => Run.Steps.Where(step => step.Operator == "expect")
        .Select(step => new Expectation(step, step.Finished ? step.Remarks.FirstOrDefault() ?? step.Brief : step.Brief, step.Finished));

    static bool Holds(PlannedStep step, Diagnostic said) =>
        said.Span is { } span && step.Step.Span is var own && own.Start <= span.Start && span.Start < own.End;

    static (string Title, string Lead, IReadOnlyList<Item> Items) Headed(List<Item> items)
    {
        var at = items.FindIndex(item => item is Prose);
        if (at < 0 || items.Take(at).Any(item => item is Step)) return ("", "", items);
        var prose = (Prose)items[at];
        var lines = prose.Text.Split('\n').ToList();
        var head = lines.FindIndex(line => line.Trim().Length > 0);
        if (head < 0 || !lines[head].StartsWith("# ", StringComparison.Ordinal)) return ("", "", items);
        var rest = lines.Skip(head + 1).SkipWhile(line => line.Trim().Length == 0).ToList();
        var lead = rest.TakeWhile(line => line.Trim().Length > 0).ToList();
        if (lead.Count > 0 && lead[0].TrimStart()[0] is '#' or '|' or '-' or '*' or '>' or '`') lead = [];
        items[at] = prose with { Text = string.Join('\n', rest.Skip(lead.Count)) };
        return (Wording.Plain(lines[head][2..].Trim()), string.Join('\n', lead), items);
    }
}

/// <summary>A sentence about the data, and the step that says it.</summary>
sealed record Finding(StepRecord Step, string Text);

/// <summary>What a step demanded of the results.</summary>
sealed record Expectation(StepRecord Step, string Text, bool Holds);
