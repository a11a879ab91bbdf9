using Dsl;
using Host.Results;

namespace Host.Pricing;

/// <summary>A forecast as a table for people.</summary>
sealed class ForecastText(Plan plan, Forecast forecast, Feasibility fitting, HostContext host)
{
    /// <summary>The columns beside the step, with the blanks between them.</summary>
    const int Beside = 6 + 12 + 12 + 10;

    const int NarrowestStep = 20, WidestStep = 60;

    /// <summary>What takes less of the whole than this is only counted.</summary>
    const double Little = 0.01;

    /// <summary>Each step has a line, however little it takes.</summary>
    public bool Whole { get; init; }

    int StepWidth => Math.Clamp(host.Width - Beside, NarrowestStep, WidestStep);

    public void Write()
    {
        Line("line", "  step", "rows", "time", "memory");
        var least = Little * forecast.FromNothing.Likely;
        var rest = forecast.Steps.Where(s => !Whole && s.Standing?.Because is not { Count: > 0 } && s.Computed.Likely < least
            && fitting.Refusal(s) is null).ToList();
        foreach (var step in forecast.Steps.Except(rest)) Write(step);
        if (rest.Count > 0)
            Line("", "  " + Wording.Plural(rest.Count, "other step"), "", RangeText.Of(SecondsRange.Sum(rest.Select(s => s.Seconds))), "");
        Sum();
    }

    void Write(ForeseenStep step)
    {
        var (line, _) = plan.Source.Place(step.Priced.Planned.Step.Span.Start);
        var text = StepText.Of(step.Operator) + (step.Operator.As is { } name
            && !step.Operator.Text.EndsWith($" as {name}", StringComparison.Ordinal)
            ? $" as {name}" : "");
        var (isExact, rows) = (step.Priced.Doubt == 1, Wording.Count((long)Math.Max(step.Priced.Load.Rows, step.Priced.Load.RowsAfter)));
        Line($"{line}", $"  {text}", isExact ? rows : $"≈ {rows}", step.IsKept ? "kept" : fitting.Refusal(step) is not null ? "refused"
            : RangeText.Of(step.Seconds),
            Quantities.Bytes((long)step.Memory));
        foreach (var note in Notes(step)) host.Output.WriteLine($"        {Printable.Of(note)}");
    }

    IEnumerable<string> Notes(ForeseenStep step) =>
    [
        .. (step.Standing?.Because ?? []).Where(b => b != Receipts.Reasons.NothingKnown).Select(b => $"runs: {b}"),
        .. step.Priced.Warnings.Select(w => $"{w.Text} {w.Hint}".TrimEnd()),
        .. fitting.Advice(step) is { } advice ? [advice] : Array.Empty<string>(),
    ];

    void Sum()
    {
        var (now, all) = (RangeText.Of(forecast.Now), RangeText.Of(forecast.FromNothing));
        var anew = forecast.Steps.Any(s => s.IsKept) ? $"; {all} if nothing were kept" : "";
        host.Output.WriteLine($"In all {now}, with at most {Quantities.Bytes((long)forecast.PeakMemory)} of "
            + $"{Quantities.Bytes(host.Memory)} of memory{anew}.");
    }

    void Line(string line, string step, string rows, string time, string memory)
    {
        var shown = step.Length > StepWidth ? step[..(StepWidth - 1)] + "…" : step;
        host.Output.WriteLine($"{line,4}{shown.PadRight(StepWidth)}{rows,12}{time,12}{memory,10}".TrimEnd());
    }
}
