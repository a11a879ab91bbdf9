using System.Buffers;
using System.Text.RegularExpressions;

namespace Runtime.Expressions;

/// <summary>
/// What expressions do with text. Against a constant each distinct text is looked at once and a row is a look-up.
/// Texts are compared by code unit, so the same on every machine, but for columns whose words have an order of their own.
/// </summary>
static class TextKernels
{
    public static TruthBlock Comparison(Comparison operation, TextProgram left, TextProgram right, Work work)
    {
        var order = left.Order == string.CompareOrdinal ? right.Order : left.Order;
        byte Holds(string a, string b) => Truth.Of(operation.Holds(order(a, b)));
        if (!right.Constant && !left.Constant) return OfPair(left, right, Holds);
        var constant = (right.Constant ? right : left).Word(0);
        return right.Constant ? OfWord(left, word => Holds(word, constant), work) : OfWord(right, word => Holds(constant, word), work);
    }

    /// <summary>Whether the text is one of the items, as a chain of `==` and `or` would say it.</summary>
    public static TruthBlock In(TextProgram operand, TextProgram[] items, Work work)
    {
        var constants = items.Where(i => i.Constant).Select(i => i.Word(0)).ToHashSet(StringComparer.Ordinal);
        var inConstants = OfWord(operand, w => Truth.Of(constants.Contains(w)), work);
        var others = items.Where(i => !i.Constant).Select(i => OfPair(operand, i, (a, b) => Truth.Of(a == b))).ToArray();
        if (others.Length == 0) return inConstants;
        return (start, into) =>
        {
            inConstants(start, into);
            var other = new byte[into.Length];
            foreach (var block in others)
            {
                block(start, other);
                for (var i = 0; i < into.Length; i++) into[i] = Math.Max(into[i], other[i]);
            }
        };
    }

    public static TruthBlock Test(TestFunction function, TextProgram text, TextProgram pattern, Work work)
    {
        if (!pattern.Constant) return OfPair(text, pattern, (t, p) => Truth.Of(function(p)(t)));
        var test = function(pattern.Word(0));
        return OfWord(text, w => Truth.Of(InTime(test, w)), work);
    }

    public static NumberBlock Measure(MeasureFunction function, TextProgram text, Work work)
    {
        var measures = text.PerWord(w => function(w), work);
        return (start, into) => Look(text, measures, double.NaN, start, into);
    }

    public static TruthBlock Missing(TextProgram text, bool isMissing)
    {
        var present = new byte[text.Words];
        present.AsSpan().Fill(Truth.Of(!isMissing));
        return (start, into) => Look(text, present, Truth.Of(isMissing), start, into);
    }

    static TruthBlock OfWord(TextProgram text, Func<string, byte> truth, Work work)
    {
        var truths = text.PerWord(truth, work);
        return (start, into) => Look(text, truths, Truth.Unknown, start, into);
    }

    static TruthBlock OfPair(TextProgram left, TextProgram right, Func<string, string, byte> truth) => (start, into) =>
    {
        var codes = ArrayPool<int>.Shared.Rent(2 * into.Length);
        var a = codes.AsSpan(0, into.Length);
        var b = codes.AsSpan(into.Length, into.Length);
        left.Codes(start, a);
        right.Codes(start, b);
        for (var i = 0; i < into.Length; i++)
            into[i] = a[i] < 0 || b[i] < 0 ? Truth.Unknown : truth(left.Word(a[i]), right.Word(b[i]));
        ArrayPool<int>.Shared.Return(codes);
    };

    static void Look<T>(TextProgram text, T[] ofWord, T missing, int start, Span<T> into)
    {
        var codes = ArrayPool<int>.Shared.Rent(into.Length);
        text.Codes(start, codes.AsSpan(0, into.Length));
        for (var i = 0; i < into.Length; i++) into[i] = codes[i] < 0 ? missing : ofWord[codes[i]];
        ArrayPool<int>.Shared.Return(codes);
    }

    static bool InTime(Func<string, bool> test, string text)
    {
        try
        {
            return test(text);
        }
        catch (RegexMatchTimeoutException late)
        {
            throw new Refusal($"The pattern `{late.Pattern}` takes longer than {late.MatchTimeout.TotalSeconds:0} s on one text.",
                "Write a simpler pattern.");
        }
    }
}
