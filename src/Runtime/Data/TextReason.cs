using System.Text;

namespace Runtime.Data;

/// <summary>Why a field among numbers is none, and what to do about it.</summary>
/// <param name="Kept">It is text on purpose: as a number it would lose digits.</param>
/// <param name="Are">What such fields are or have, to be said after their count.</param>
/// <param name="Hint">What to do; null when there is nothing to mend.</param>
public sealed record TextReason(bool Kept, string Are, string Hint)
{
    public static TextReason Of(NotANumber first)
    {
        var field = Encoding.UTF8.GetBytes(first.Field);
        if (Fields.WouldLoseDigits(field))
            return new(true, "have leading zeros or more digits than a number holds",
                "Make numbers of it with `number(…)` in a `derive` if digits may be lost.");
        if (Fields.HasDecimalComma(field))
            return new(false, "have a decimal comma", "Add `decimal=\",\"` to `load`, or `thousands=\",\"` if commas part thousands.");
        if (Numerals.All.Any(n => n.TryRead(field, out _, out var mark) && mark != 0))
            return new(false, "have a percent sign or a currency that others have not", "Write all of its values alike in the file.");
        return new(false, "are not numbers",
            $"Correct the file, or add `missing={Expressions.Notation.Word(first.Field)}` to `load` if it stands for a missing value.");
    }
}
