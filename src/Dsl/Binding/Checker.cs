using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime;
using Runtime.Expressions;

namespace Dsl.Binding;

/// <summary>Walks a plan over shapes. Reports root errors only: what follows from a mistake above stays quiet.</summary>
sealed class Checker(LanguageOptions options, Unused unused, List<Diagnostic> diagnostics)
{
    /// <summary>Names that a broken step may have made: nothing is known about them.</summary>
    readonly HashSet<string> uncertain = [];

    Shape shape = Shape.Empty;
    Operator? previous;

    public IReadOnlyList<PlannedStep> Walk(IReadOnlyList<BoundStep> steps, Shape start)
    {
        shape = start;
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
        CheckName(step, before);
        if (step.Unseen) return before.Loosened();
        if (step.Operator is not { } op) return Wild(step, before);
        var wrong = step.Sound ? References.Wrong(step, before) : [];
        diagnostics.AddRange(wrong);
        var context = new CheckContext { Previous = previous, RowLimit = options.RowLimit, Headers = options.Headers };
        Shape after;
        try
        {
            after = op.Check(before, context);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            if (step.Sound && wrong.Count == 0 && !IsUncertain(step, before)) diagnostics.Add(Failures.Of(exception, step.Places, step.Signature!));
            return Wild(step, before);
        }
        unused.Note(step, before, context);
        if (step.Sound && wrong.Count == 0 && !IsUncertain(step, before)) diagnostics.AddRange(context.Complaints.Select(c => Said(c, step.Places)));
        if (step.Sound && wrong.Count == 0 && !context.Failed) return Named(step, before, after);
        if (after.Current is null && before.Current is not null) after = after with { CurrentPoints = before.CurrentPoints };
        var lost = step.Step.As is { } name && !after.Names.Contains(name.Text) || wrong.Exists(d => d.Code is "no-table" or "no-points");
        return lost ? Wild(step, after) : after;
    }

    void CheckName(BoundStep step, Shape before)
    {
        if (step.Step.As is { } name && before.Names.Contains(name.Text)) diagnostics.Add(Sentences.NameTaken(name.Span, name.Text));
    }

    Shape Named(BoundStep step, Shape before, Shape after)
    {
        if (step.Step.As is not { } name || before.Names.Contains(name.Text)) return after;
        if (after.Names.Contains(name.Text)) unused.Give(name);
        else if (!after.MayHave(name.Text) && after.Columns?.Has(name.Text) != true) diagnostics.Add(Sentences.NothingToName(name.Span, step.Signature!.Name));
        return after;
    }

    /// <summary>After a step of which nothing is known its name may be anything, and a table is there.</summary>
    Shape Wild(BoundStep step, Shape before)
    {
        var after = before with { AnyColumn = before.AnyColumn || !before.HasTable };
        var makesNames = step.Operator is null || Catalog.Of(step.Operator).Needs == Needs.Points;
        if (step.Step.As?.Text is not { } name)
        {
            if (!makesNames) return after;
            name = step.Step.Name.Text;
        }
        uncertain.Add(name);
        var points = new PointsShape(name, null);
        after = before.Current is null || step.Operator is null ? after.With(points) : after with { Points = after.Points.With(points) };
        return after.With(new LabelingShape(name)).With(new ModelShape(name, []));
    }

    /// <summary>Whether the step speaks of something that nothing is known of.</summary>
    bool IsUncertain(BoundStep step, Shape before) =>
        before.AnyName && before.Current is null && step.Signature?.Needs == Needs.Points
        || step.Step.Arguments.SelectMany(a => a.Value.Parts()).OfType<WordValue>()
            .Any(w => uncertain.Contains(w.Word) || before.AnyName && SpeaksOfNames(step) && !before.Names.Contains(w.Word));

    static bool SpeaksOfNames(BoundStep step) => step.Signature!.Parameters.Any(p =>
        (p.ValueType == typeof(PointsRef) || p.ValueType == typeof(LabelingRef) || p.ValueType == typeof(Expression)) && p.Property.GetValue(step.Operator) is not null);

    static Diagnostic Said(Complaint complaint, Places places)
    {
        var span = complaint.At is { } at ? new Span(at.Start, at.Length) : places.Of(complaint.Argument, complaint.Index);
        return new Diagnostic(complaint.IsError ? Severity.Error : Severity.Warning, complaint.Code ?? (complaint.IsError ? "refused" : "worth-a-look"), span, complaint.Title, complaint.Text, complaint.Hint);
    }
}
