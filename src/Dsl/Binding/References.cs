using System.Collections;
using Dsl.Diagnostics;
using Runtime;

namespace Dsl.Binding;

/// <summary>What every operator is checked for before its own check: what it needs, and that the names it is given exist.</summary>
static class References
{
    public static List<Diagnostic> Wrong(BoundStep step, Shape before)
    {
        var signature = step.Signature!;
        if (signature.Needs == Needs.Table && !before.HasTable) return [Sentences.NoTable(step.Places.Name, signature.Name)];
        if (signature.Needs == Needs.Points && before.Current is null && !before.AnyName) return [Sentences.NoPoints(step.Places.Name, signature.Name, before.HasTable)];
        var wrong = new List<Diagnostic>();
        foreach (var parameter in signature.Parameters)
        {
            var index = 0;
            foreach (var value in Values(parameter.Property.GetValue(step.Operator)))
                if (Wrong(value, parameter, before, step.Places.Of(parameter.Property.Name, index++)) is { } diagnostic) wrong.Add(diagnostic);
        }
        return wrong;
    }

    static IEnumerable<object> Values(object? value) => value switch
    {
        null or string => [],
        IEnumerable list => list.Cast<object>(),
        _ => [value],
    };

    static Diagnostic? Wrong(object value, ParameterSignature parameter, Shape before, Span span) => value switch
    {
        ColumnRef column => Wrong(column, parameter.Numeric, before, span),
        Given<ColumnRef> given => Wrong(given.Value, parameter.Numeric, before, span),
        PointsRef points when !before.AnyName && !before.Points.Has(points.Name) => Sentences.UnknownName(span, "points", points.Name, [.. before.Points.Names], Kind(points.Name, before)),
        LabelingRef labeling when !before.AnyName && !before.Labelings.Has(labeling.Name) => Sentences.UnknownName(span, "labeling", labeling.Name, [.. before.Labelings.Names], Kind(labeling.Name, before)),
        _ => null,
    };

    static Diagnostic? Wrong(ColumnRef column, bool numeric, Shape before, Span span)
    {
        if (before.AnyColumn || (before.Columns?.Has(column.Name) != true && before.MayHave(column.Name))) return null;
        var columns = before.Columns ?? [];
        if (columns.Find(column.Name) is not { } found) return Sentences.UnknownName(span, "column", column.Name, [.. columns.Names], Kind(column.Name, before));
        return numeric && !found.IsNumeric ? Sentences.NotNumeric(span, found, [.. columns.Where(c => c.IsNumeric).Select(c => c.Name)]) : null;
    }

    /// <summary>What else has this name.</summary>
    static string? Kind(string name, Shape before) =>
        before.Labelings.Has(name) ? $"`{name}` is a labeling"
        : before.Points.Has(name) ? $"`{name}` is the name of points"
        : before.Models.Has(name) ? $"`{name}` is a model"
        : before.Columns?.Has(name) == true ? $"`{name}` is a column"
        : null;
}
