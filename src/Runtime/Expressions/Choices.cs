using System.Buffers;

namespace Runtime.Expressions;

/// <summary>Blocks of <c>if … then … else …</c>. Both sides are computed; where the condition is unknown there is no value.</summary>
static class Choices
{
    public static NumberBlock Numbers(TruthBlock condition, NumberBlock then, NumberBlock other) => (start, into) =>
        Choose(condition, (s, span) => then(s, span), (s, span) => other(s, span), double.NaN, start, into);

    public static TruthBlock Truths(TruthBlock condition, TruthBlock then, TruthBlock other) => (start, into) =>
        Choose(condition, (s, span) => then(s, span), (s, span) => other(s, span), Truth.Unknown, start, into);

    /// <summary>The words of both sides, those of the second after those of the first.</summary>
    public static TextProgram Texts(TruthBlock condition, TextProgram then, TextProgram other) => new(
        checked(then.Words + other.Words),
        code => code < then.Words ? then.Word(code) : other.Word(code - then.Words),
        (start, into) =>
            Choose(condition, (s, span) => then.Codes(s, span), (s, span) => Shifted(other.Codes, then.Words, s, span), -1, start, into));

    delegate void Block<T>(int start, Span<T> into);

    static void Choose<T>(TruthBlock condition, Block<T> then, Block<T> other, T unknown, int start, Span<T> into)
    {
        var rented = ArrayPool<T>.Shared.Rent(into.Length);
        var truths = ArrayPool<byte>.Shared.Rent(into.Length);
        condition(start, truths.AsSpan(0, into.Length));
        then(start, into);
        other(start, rented.AsSpan(0, into.Length));
        for (var i = 0; i < into.Length; i++)
            if (truths[i] != Truth.Yes) into[i] = truths[i] == Truth.No ? rented[i] : unknown;
        ArrayPool<byte>.Shared.Return(truths);
        ArrayPool<T>.Shared.Return(rented);
    }

    static void Shifted(WordBlock codes, int by, int start, Span<int> into)
    {
        codes(start, into);
        foreach (ref var code in into) if (code >= 0) code += by;
    }
}
