using Dsl.Syntax;
using Runtime.Expressions;

namespace Dsl.Binding;

/// <summary>Values that are numbers may be written as sums: <c>1..2 * 5</c> is <c>1..10</c>.</summary>
static class Folding
{
    /// <summary>The value with sums of numbers replaced by what they are.</summary>
    public static Expression Of(Expression value) => value.Parts.Count > 0 && Number(value) is { } number
        ? new NumberLiteral(number).From(Origin.OfText(Notation.Number(number), value.Span()))
        : value.MapInPlace(Of);

    /// <summary>The number that an expression of nothing but numbers is; null when it is none or has no finite value.</summary>
    static double? Number(Expression value)
    {
        if (value.All().Any(p => p is ArgumentForm)) return null;
        var type = new Typing(_ => null, _ => { }) { Figures = _ => null }.Of(value);
        if (type != ExpressionType.Number) return null;
        var number = new double[1];
        new RowProgram(new Table([], 1), Work.Alone).Numbers(value)(0, number);
        return double.IsFinite(number[0]) ? number[0] : null;
    }
}
