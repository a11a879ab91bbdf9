using System.Buffers;
using System.Numerics.Tensors;
using Runtime.Numerics;

namespace Runtime.Expressions;

/// <summary>What expressions do with blocks of numbers. A result that is not finite is missing.</summary>
static class NumberKernels
{
    public static NumberBlock Negate(NumberBlock operand) => (start, into) =>
    {
        operand(start, into);
        TensorPrimitives.Negate(into, into);
    };

    public static NumberBlock Arithmetic(Arithmetic.Kernel kernel, NumberBlock left, NumberBlock right) => (start, into) =>
    {
        left(start, into);
        var rented = ArrayPool<double>.Shared.Rent(into.Length);
        var other = rented.AsSpan(0, into.Length);
        right(start, other);
        kernel(into, other, into);
        foreach (ref var value in into) value = Finite(value);
        ArrayPool<double>.Shared.Return(rented);
    };

    /// <summary>1 is true, 0 is not, and what is missing is neither.</summary>
    public static TruthBlock Truths(NumberBlock numbers) => (start, into) =>
    {
        var rented = ArrayPool<double>.Shared.Rent(into.Length);
        numbers(start, rented.AsSpan(0, into.Length));
        for (var i = 0; i < into.Length; i++) into[i] = double.IsNaN(rented[i]) ? Truth.Unknown : Truth.Of(rented[i] != 0);
        ArrayPool<double>.Shared.Return(rented);
    };

    public static TruthBlock Comparison(Comparison operation, NumberBlock left, NumberBlock right) => (start, into) =>
    {
        var rented = ArrayPool<double>.Shared.Rent(2 * into.Length);
        var a = rented.AsSpan(0, into.Length);
        var b = rented.AsSpan(into.Length, into.Length);
        left(start, a);
        right(start, b);
        operation.Compare(a, b, into);
        ArrayPool<double>.Shared.Return(rented);
    };

    /// <summary>Whether the operand is one of the items, as a chain of `==` and `or` would say it.</summary>
    public static TruthBlock In(NumberBlock operand, NumberBlock[] items) => (start, into) =>
    {
        var rented = ArrayPool<double>.Shared.Rent(2 * into.Length);
        var x = rented.AsSpan(0, into.Length);
        var item = rented.AsSpan(into.Length, into.Length);
        operand(start, x);
        into.Clear();
        foreach (var program in items)
        {
            program(start, item);
            for (var i = 0; i < into.Length; i++) into[i] = Math.Max(into[i], x[i] == item[i] ? Truth.Yes : Unknown(x[i], item[i]));
        }
        ArrayPool<double>.Shared.Return(rented);
    };

    public static TruthBlock Missing(NumberBlock operand, bool isMissing) => (start, into) =>
    {
        var rented = ArrayPool<double>.Shared.Rent(into.Length);
        operand(start, rented.AsSpan(0, into.Length));
        for (var i = 0; i < into.Length; i++) into[i] = Truth.Of(double.IsNaN(rented[i]) == isMissing);
        ArrayPool<double>.Shared.Return(rented);
    };

    /// <summary>A number for each number, missing ones included.</summary>
    public static NumberBlock Map(NumberBlock operand, Func<double, double> map) => (start, into) =>
    {
        operand(start, into);
        foreach (ref var value in into) value = Finite(map(value));
    };

    public static NumberBlock Call(NumberFunction function, NumberBlock[] arguments) => (start, into) =>
    {
        var rented = ArrayPool<double>.Shared.Rent(arguments.Length * into.Length);
        for (var a = 0; a < arguments.Length; a++) arguments[a](start, rented.AsSpan(a * into.Length, into.Length));
        var row = new double[arguments.Length];
        for (var i = 0; i < into.Length; i++)
        {
            var missing = false;
            for (var a = 0; a < row.Length; a++) missing |= double.IsNaN(row[a] = rented[a * into.Length + i]);
            into[i] = missing ? double.NaN : Finite(function(row));
        }
        ArrayPool<double>.Shared.Return(rented);
    };

    /// <summary>One by one, because the exact remainder of large numbers is not what quotients in vector registers give.</summary>
    public static void Remainder(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> into)
    {
        for (var i = 0; i < into.Length; i++) into[i] = left[i] % right[i];
    }

    /// <summary>Missing where one side is, though <c>Math.Pow</c> would say that anything to the power of 0 is 1.</summary>
    public static void Power(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> into)
    {
        for (var i = 0; i < into.Length; i++)
            into[i] = double.IsNaN(left[i]) || double.IsNaN(right[i]) ? double.NaN : Powers.Of(left[i], right[i]);
    }

    static double Finite(double value) => double.IsFinite(value) ? value : double.NaN;

    public static byte Unknown(double a, double b) => double.IsNaN(a) || double.IsNaN(b) ? Truth.Unknown : Truth.No;

    /// <summary>1 where there is a value, missing where there is none.</summary>
    public static NumberBlock OfPresent(TruthBlock present) => (start, into) =>
    {
        var truths = new byte[into.Length];
        present(start, truths);
        for (var i = 0; i < into.Length; i++) into[i] = truths[i] == Truth.Yes ? 1 : double.NaN;
    };
}
