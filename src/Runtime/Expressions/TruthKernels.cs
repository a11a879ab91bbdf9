using System.Buffers;

namespace Runtime.Expressions;

/// <summary>What expressions do with blocks of truth values.</summary>
static class TruthKernels
{
    public static TruthBlock Not(TruthBlock operand) => (start, into) =>
    {
        operand(start, into);
        foreach (ref var truth in into) truth = (byte)(Truth.Yes - truth);
    };

    public static TruthBlock Logic(Logic.Kernel kernel, TruthBlock left, TruthBlock right) => (start, into) =>
    {
        left(start, into);
        var rented = ArrayPool<byte>.Shared.Rent(into.Length);
        var other = rented.AsSpan(0, into.Length);
        right(start, other);
        kernel(into, other, into);
        ArrayPool<byte>.Shared.Return(rented);
    };

    public static TruthBlock Missing(TruthBlock operand, bool isMissing) => (start, into) =>
    {
        operand(start, into);
        foreach (ref var truth in into) truth = Truth.Of((truth == Truth.Unknown) == isMissing);
    };

    /// <summary>1 for yes, 0 for no, NaN for unknown.</summary>
    public static NumberBlock Numbers(TruthBlock truths) => (start, into) =>
    {
        var rented = ArrayPool<byte>.Shared.Rent(into.Length);
        truths(start, rented.AsSpan(0, into.Length));
        for (var i = 0; i < into.Length; i++) into[i] = rented[i] == Truth.Unknown ? double.NaN : rented[i] == Truth.Yes ? 1 : 0;
        ArrayPool<byte>.Shared.Return(rented);
    };

    /// <summary>1 for yes, 0 for no, NaN for unknown.</summary>
    public static double[] ToNumbers(byte[] truths) =>
        Array.ConvertAll(truths, t => t == Truth.Unknown ? double.NaN : t == Truth.Yes ? 1 : 0);
}
