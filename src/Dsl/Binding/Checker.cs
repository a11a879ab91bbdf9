using Dsl.Diagnostics;
using Runtime;

namespace Dsl.Binding;

/// <summary>Walks a plan over shapes. Reports root errors only: what follows from a mistake above stays quiet.</summary>
sealed class Checker(LanguageOptions options, List<Diagnostic> diagnostics)
{
    readonly Unused unused = new();
    Operator? previous;

    public IReadOnlyList<PlannedStep> Walk(IReadOnlyList<BoundStep> steps, Shape start)
    {
        var shape = start;
        var planned = new List<PlannedStep>(steps.Count);
        foreach (var step in steps)
        {
            var before = shape;
            shape = Check(step, before);
            previous = step.Sound ? step.Operator : null;
            planned.Add(new PlannedStep(planned.Count + 1, step.Step, step.Signature, step.Sound ? step.Operator : null, before, shape) { Places = step.Places });
        }
        if (!options.GoesOn && !diagnostics.Exists(d => d.IsError)) diagnostics.AddRange(unused.Found);
        return planned;
    }

    Shape Check(BoundStep step, Shape before)
    {
        if (step.Unseen) return before.Loosened();
        if (step.Operator is not { } op) return Vague(step, before);
        if (step.Step.As is { } name) step.Places.Add(nameof(Operator.As), name.Span);
        var context = new CheckContext { Previous = previous, RowLimit = options.RowLimit, Headers = options.Headers };
        try
        {
            var after = op.Apply(before, context);
            var reads = op.Reads(before);
            unused.Note(reads, before);
            if (!step.Sound) return IsNamed(step, after) ? after : Vague(step, after);
            if (!SpeaksOfVague(reads, before)) diagnostics.AddRange(context.Complaints.Select(c => Said(c, step.Places)));
            return context.Failed ? Guessed(step, before, after, context) : Named(step, after);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            if (step.Sound && !context.Failed) diagnostics.Add(Failures.Of(exception, step.Places, step.Signature!));
            else if (step.Sound) diagnostics.AddRange(context.Complaints.Select(c => Said(c, step.Places)));
            return Vague(step, before);
        }
    }

    Shape Named(BoundStep step, Shape after)
    {
        if (step.Step.As is not { } name) return after;
        if (after.Names.Contains(name.Text)) unused.Give(name);
        else if (!after.MayHave(name.Text)) diagnostics.Add(Sentences.NothingToName(name.Span, step.Signature!.Name));
        return after;
    }

    /// <summary>After a step that cannot run: what it would have made.</summary>
    static Shape Guessed(BoundStep step, Shape before, Shape after, CheckContext context)
    {
        if (after.Current is null && before.Current is not null) after = after with { CurrentPoints = before.CurrentPoints };
        return !IsNamed(step, after) || context.Complaints.Any(c => c.Code is "no-table" or "no-points") ? Vague(step, after) : after;
    }

    static bool IsNamed(BoundStep step, Shape after) => step.Step.As is not { } name || after.Names.Contains(name.Text);

    /// <summary>After a step of which nothing is known its name may be anything, and a table is there.</summary>
    static Shape Vague(BoundStep step, Shape before)
    {
        var after = before with { AnyColumn = before.AnyColumn || !before.HasTable };
        var makesNames = step.Operator is null || step.Signature?.Needs == Needs.Points;
        if ((step.Step.As?.Text ?? (makesNames ? step.Step.Name.Text : null)) is not { } name) return after;
        var points = new PointsShape(name, null);
        after = before.Current is null || step.Operator is null ? after.With(points) : after with { Points = after.Points.With(points) };
        return after with { Vague = [.. after.Vague, name] };
    }

    /// <summary>Whether the step reads something that nothing is known of.</summary>
    static bool SpeaksOfVague(Reads reads, Shape before)
    {
        var known = before.Names.ToHashSet();
        return reads.Columns.Concat(reads.Points).Concat(reads.Models).Concat(reads.Tables)
            .Any(name => before.Vague.Contains(name) || before.AnyName && !known.Contains(name));
    }

    static Diagnostic Said(Complaint complaint, ArgumentSpans places) => new(
        complaint.IsError ? Severity.Error : Severity.Warning,
        complaint.Code ?? (complaint.IsError ? "refused" : "worth-a-look"),
        places.Of(complaint), complaint.Title, complaint.Text, complaint.Hint);
}
