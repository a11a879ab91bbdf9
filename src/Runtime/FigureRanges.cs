using Runtime.Expressions;

namespace Runtime;

/// <summary>Warns of comparisons in an expression about a study that no data can make fail, or hold.</summary>
static class FigureRanges
{
    /// <summary>What a sign becomes when its sides change places.</summary>
    static readonly Dictionary<BinaryOperation, BinaryOperation> Turned = new()
    {
        [BinaryOperation.Less] = BinaryOperation.Greater,
        [BinaryOperation.LessOrEqual] = BinaryOperation.GreaterOrEqual,
        [BinaryOperation.Greater] = BinaryOperation.Less,
        [BinaryOperation.GreaterOrEqual] = BinaryOperation.LessOrEqual,
    };

    public static void Warn(Expression condition, Shape shape, CheckContext check, string argument)
    {
        foreach (var test in condition.All().OfType<BinaryExpression>().Where(b => b.Level == Levels.Comparison))
        {
            var isTurned = test.Left is NumberLiteral;
            var (figure, bound) = isTurned ? (test.Right, test.Left) : (test.Left, test.Right);
            var operation = isTurned ? Turned.GetValueOrDefault(test.Operation, test.Operation) : test.Operation;
            if (bound is NumberLiteral number && StudyScope.RangeOf(figure, shape) is var (least, most)
                && Always(operation, least, most, number.Value) is { } holds)
                check.Add(Said(test, figure, number, (least, most), holds, argument));
        }
    }

    /// <summary>Whether it holds for all numbers of a range, or for none; null when that depends on the number.</summary>
    static bool? Always(BinaryOperation operation, double least, double most, double bound)
    {
        if (operation == BinaryOperation.Less) return most < bound ? true : least >= bound ? false : null;
        if (operation == BinaryOperation.LessOrEqual) return most <= bound ? true : least > bound ? false : null;
        if (operation == BinaryOperation.Greater) return least > bound ? true : most <= bound ? false : null;
        if (operation == BinaryOperation.GreaterOrEqual) return least >= bound ? true : most < bound ? false : null;
        var isOutside = bound < least || bound > most;
        return !isOutside ? null : operation == BinaryOperation.NotEqual;
    }

    static Complaint Said(
        BinaryExpression test, Expression figure, NumberLiteral number, (double Least, double Most) range, bool holds, string argument)
    {
        var isPercent = number.Value is > 1 and <= 100 && range.Most == 1;
        var bounds = double.IsPositiveInfinity(range.Most) ? "never below 0"
            : double.IsNegativeInfinity(range.Least) ? "never above 1" : "a share, from 0 to 1";
        return new(ContractCodes.AlwaysSame, argument,
            $"`{test.Show()}` {(holds ? "always" : "never")} holds: `{figure.Show()}` is {bounds}.",
            isPercent ? $"Write `{number.Show()}%` for a share of {number.Show()} in a hundred."
                : "Compare it with a number that it can be on either side of.")
        {
            About = isPercent ? number : test,
            Remedies = isPercent ? [new() { Instead = $"{number.Show()}%" }] : [],
        };
    }
}
