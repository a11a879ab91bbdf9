using System.Buffers;
using System.Numerics.Tensors;
using Runtime.Numerics;

namespace Runtime.Expressions;

/// <summary>Fills a block of numbers for the rows from <paramref name="start"/> on; NaN where a value is missing.</summary>
public delegate void NumberBlock(int start, Span<double> into);

/// <summary>Fills a block of <see cref="Truth"/> values for the rows from <paramref name="start"/> on.</summary>
public delegate void TruthBlock(int start, Span<byte> into);

/// <summary>Three values, so that missing data is neither true nor false: Kleene 1952, "Introduction to Metamathematics", §64.</summary>
/// <remarks>In this order `and` is the smaller, `or` the larger and `not` the mirror image.</remarks>
public static class Truth
{
    public const byte No = 0;
    public const byte Unknown = 1;
    public const byte Yes = 2;

    public static byte Of(bool value) => value ? Yes : No;
}

/// <summary>Turns a well-typed expression into delegates that evaluate it over a table's columns, block by block.</summary>
public sealed class RowProgram(Table table)
{
    /// <summary>The truth of the expression for every row.</summary>
    public byte[] Evaluate(Expression expression, Work work)
    {
        var program = Truths(expression);
        var result = new byte[table.Rows];
        work.ForBlocks(table.Rows, (start, end) => program(start, result.AsSpan(start, end - start)));
        return result;
    }

    public NumberBlock Numbers(Expression expression) => expression switch
    {
        NumberLiteral literal => (_, into) => into.Fill(literal.Value),
        NameExpression name => Column((NumberColumn)table[name.Name]),
        UnaryExpression negation => Negate(Numbers(negation.Operand)),
        BinaryExpression binary => Arithmetic(binary.Operation, Numbers(binary.Left), Numbers(binary.Right)),
        _ => throw new InvalidOperationException($"`{expression.Show()}` is not a number."),
    };

    public TruthBlock Truths(Expression expression) => expression switch
    {
        UnaryExpression { Operation: UnaryOperation.Not } not => Not(Truths(not.Operand)),
        BinaryExpression { Operation: BinaryOperation.And or BinaryOperation.Or } logic =>
            Logic(logic.Operation == BinaryOperation.And, Truths(logic.Left), Truths(logic.Right)),
        BinaryExpression comparison when TextComparison.Is(comparison, table) => TextComparison.Of(comparison, table),
        BinaryExpression comparison => Comparison(comparison.Operation, Numbers(comparison.Left), Numbers(comparison.Right)),
        _ => throw new InvalidOperationException($"`{expression.Show()}` is not true or false."),
    };

    static NumberBlock Column(NumberColumn column) => (start, into) => column.Values.Slice(start, into.Length).CopyTo(into);

    static NumberBlock Negate(NumberBlock operand) => (start, into) =>
    {
        operand(start, into);
        TensorPrimitives.Negate(into, into);
    };

    static NumberBlock Arithmetic(BinaryOperation operation, NumberBlock left, NumberBlock right) => (start, into) =>
    {
        left(start, into);
        var rented = ArrayPool<double>.Shared.Rent(into.Length);
        var other = rented.AsSpan(0, into.Length);
        right(start, other);
        switch (operation)
        {
            case BinaryOperation.Add: TensorPrimitives.Add(into, other, into); break;
            case BinaryOperation.Subtract: TensorPrimitives.Subtract(into, other, into); break;
            case BinaryOperation.Multiply: TensorPrimitives.Multiply(into, other, into); break;
            case BinaryOperation.Divide: TensorPrimitives.Divide(into, other, into); break;
            default: TensorPrimitives.Remainder(into, other, into); break;
        }
        MissingUnlessFinite(into);
        ArrayPool<double>.Shared.Return(rented);
    };

    /// <summary>A division by zero has no value; an infinity never flows on.</summary>
    static void MissingUnlessFinite(Span<double> values)
    {
        foreach (ref var value in values) if (!double.IsFinite(value)) value = double.NaN;
    }

    static TruthBlock Not(TruthBlock operand) => (start, into) =>
    {
        operand(start, into);
        foreach (ref var truth in into) truth = (byte)(Truth.Yes - truth);
    };

    static TruthBlock Logic(bool and, TruthBlock left, TruthBlock right) => (start, into) =>
    {
        left(start, into);
        var rented = ArrayPool<byte>.Shared.Rent(into.Length);
        var other = rented.AsSpan(0, into.Length);
        right(start, other);
        if (and) TensorPrimitives.Min<byte>(into, other, into);
        else TensorPrimitives.Max<byte>(into, other, into);
        ArrayPool<byte>.Shared.Return(rented);
    };

    static TruthBlock Comparison(BinaryOperation operation, NumberBlock left, NumberBlock right) => (start, into) =>
    {
        var rented = ArrayPool<double>.Shared.Rent(2 * into.Length);
        var a = rented.AsSpan(0, into.Length);
        var b = rented.AsSpan(into.Length, into.Length);
        left(start, a);
        right(start, b);
        for (var i = 0; i < into.Length; i++)
            into[i] = double.IsNaN(a[i]) || double.IsNaN(b[i]) ? Truth.Unknown : Truth.Of(Holds(operation, a[i].CompareTo(b[i])));
        ArrayPool<double>.Shared.Return(rented);
    };

    /// <param name="order">Negative, zero or positive, as from a comparer.</param>
    internal static bool Holds(BinaryOperation operation, int order) => operation switch
    {
        BinaryOperation.Equal => order == 0,
        BinaryOperation.NotEqual => order != 0,
        BinaryOperation.Less => order < 0,
        BinaryOperation.LessOrEqual => order <= 0,
        BinaryOperation.Greater => order > 0,
        _ => order >= 0,
    };
}
