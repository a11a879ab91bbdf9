using Dsl.Diagnostics;
using Runtime;

namespace Dsl.Binding;

/// <summary>Walks a plan over shapes. Reports root errors only: what follows from a mistake above stays quiet.</summary>
sealed class Checker(SourceText source, LanguageOptions options, SemanticModel meaning, List<Diagnostic> diagnostics)
{
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
            planned.Add(new PlannedStep(planned.Count + 1, step.Step, step.Signature, previous, before, shape) { Places = step.Places });
        }
        if (!options.GoesOn && !diagnostics.Exists(d => d.IsError))
            diagnostics.AddRange(meaning.Unread.Select(s => Sentences.Unused(s.NamedBy!.As!, s.NamedBy)));
        return planned;
    }

    Shape Check(BoundStep step, Shape before)
    {
        if (step.Operator is not { } op) return Unknown(step, before);
        if (step.Step.As is { } name) step.Places.Add(nameof(Operator.As), name.Span);
        var context = new CheckContext { Previous = previous, RowLimit = options.RowLimit, Headers = options.Headers };
        try
        {
            var after = op.Apply(before, context);
            var reads = op.Reads(before);
            var isVague = SpeaksOfVague(reads, before);
            if (isVague && step.Signature?.Rows == RowEffect.New) after = after with { AnyColumn = true };
            var said = isVague ? [] : Said(context, step, before).ToArray();
            meaning.Note(step.Step, op, reads, before, after, step.Places);
            if (!step.Sound) return Broken(step, after);
            diagnostics.AddRange(said);
            return context.Failed ? Guessed(step, before, after, context) : Named(step, after);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            if (step.Sound)
                diagnostics.AddRange(context.Failed ? Said(context, step, before)
                    : [Failures.Of(exception, step.Places, step.Signature!)]);
            return Maybe(step, Vague(step, before));
        }
    }

    /// <summary>Names that the step would give if it could be read.</summary>
    static Shape Maybe(BoundStep step, Shape after) =>
        step.Step.MayMake.Count == 0 ? after : after with { Vague = [.. after.Vague, .. step.Step.MayMake] };

    /// <summary>After a step that could be read in part; what could not may name the columns of a new table.</summary>
    static Shape Broken(BoundStep step, Shape after)
    {
        if (step.Signature is { Rows: RowEffect.New, Needs: Needs.Table }) after = after with { AnyColumn = true };
        return Maybe(step, IsNamed(step, after) ? after : Vague(step, after));
    }

    Shape Unknown(BoundStep step, Shape before)
    {
        meaning.ReadAll();
        if (step.Unseen) return before.Loosened();
        return Maybe(step, Vague(step, before) with { AnyColumn = true });
    }

    Shape Named(BoundStep step, Shape after)
    {
        if (step.Step.As is not { } name) return after;
        if (!after.Names.Contains(name.Text) && !after.MayHave(name.Text))
            diagnostics.Add(Sentences.NothingToName(name, step.Step, step.Signature!.Name));
        return after;
    }

    /// <summary>After a step that cannot run: what it would have made.</summary>
    static Shape Guessed(BoundStep step, Shape before, Shape after, CheckContext context)
    {
        if (after.Current is null && before.Current is not null) after = after with { CurrentPoints = before.CurrentPoints };
        after = after with { Vague = [.. after.Vague, .. NamesIn(step).Where(n => !after.Names.Contains(n))] };
        var hasNothing = context.Complaints.Any(c => c.Code == ContractCodes.NoTable || c.Code == ContractCodes.NoPoints);
        return hasNothing || !IsNamed(step, after) ? Vague(step, after) : after;
    }

    /// <summary>What the arguments of a step call something new: <c>derive NAME=…</c>.</summary>
    static IEnumerable<string> NamesIn(BoundStep step) => !step.Signature!.Parameters.Any(p => p.FreeNames) ? []
        : step.Step.Arguments.Select(a => a.Name?.Text).OfType<string>().Where(n => step.Signature.Find(n) is null);

    static bool IsNamed(BoundStep step, Shape after) => step.Step.As is not { } name || after.Names.Contains(name.Text);

    /// <summary>After a step of which nothing is known its name may be anything, and a table is there.</summary>
    static Shape Vague(BoundStep step, Shape before)
    {
        var after = before with { AnyColumn = before.AnyColumn || !before.HasTable };
        var name = step.Step.As?.Text ?? step.Step.Name.Text;
        if (step.Operator is not null && step.Signature?.Needs != Needs.Points && step.Step.As is null)
            return after with { Vague = [.. after.Vague, name] };
        var points = new PointsShape(name, null);
        after = before.Current is null || step.Operator is null ? after.With(points) : after with { Points = after.Points.With(points) };
        return after with { Vague = [.. after.Vague, name] };
    }

    /// <summary>Whether the step reads something that nothing is known of.</summary>
    static bool SpeaksOfVague(Reads reads, Shape before)
    {
        var known = before.Names.ToHashSet();
        var files = reads.Files.Select(f => Path.GetFileName(f));
        return reads.Columns.Concat(reads.Points).Concat(reads.Models).Concat(reads.Tables).Concat(files)
            .Any(name => before.Vague.Contains(name) || before.AnyName && !known.Contains(name));
    }

    IEnumerable<Diagnostic> Said(CheckContext context, BoundStep step, Shape before) => context.Complaints
        .Where(c => c.Code != ContractCodes.UnknownColumn || !ColumnSlips.IsWithin(step.Places.Of(c), before, source.Text))
        .Select(c => Said(c, step, before));

    Diagnostic Said(Complaint complaint, BoundStep step, Shape before) =>
        Misnamed.Column(complaint, step, before, source.Text)
        ?? new(complaint.Code, step.Places.Of(complaint), complaint.Text, complaint.Hint)
        {
            Title = complaint.Title,
            Fixes = [.. Remedies.Of(complaint, step.Places, step.Step, source.Text)],
            Related = complaint.Code == ContractCodes.NameTaken && meaning.Meaning(step.Step.As!.Text, before)?.Definition is { } first
                ? [new(first, $"`{step.Step.As.Text}` is made here.")]
                : [],
        };
}
