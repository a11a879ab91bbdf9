namespace Runtime.Expressions;

/// <summary>
/// An order between two numbers; one type for each, so that each has a loop of its own and the choice is not made for each row.
/// </summary>
interface IRelation
{
    static abstract bool Holds(double left, double right);
}

readonly struct EqualTo : IRelation
{
    public static bool Holds(double left, double right) => left == right;
}

/// <summary>A missing number is unequal to none.</summary>
readonly struct UnequalTo : IRelation
{
    public static bool Holds(double left, double right) => left < right || left > right;
}

readonly struct LessThan : IRelation
{
    public static bool Holds(double left, double right) => left < right;
}

readonly struct AtMost : IRelation
{
    public static bool Holds(double left, double right) => left <= right;
}

readonly struct GreaterThan : IRelation
{
    public static bool Holds(double left, double right) => left > right;
}

readonly struct AtLeast : IRelation
{
    public static bool Holds(double left, double right) => left >= right;
}

sealed class Comparison<T>(string symbol) : Comparison(symbol) where T : struct, IRelation
{
    public override bool Holds(int order) => T.Holds(order, 0);

    public override void Compare(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<byte> into)
    {
        left = left[..into.Length];
        right = right[..into.Length];
        for (var i = 0; i < into.Length; i++) into[i] = T.Holds(left[i], right[i]) ? Truth.Yes : NumberKernels.Unknown(left[i], right[i]);
    }
}
