using Runtime.Data;

namespace Runtime.Operators.Data;

/// <summary>Why a column that looks like numbers was read as text.</summary>
static class TextWarning
{
    public static void Tell(TextColumn column, RunContext run)
    {
        var first = column.NotANumber!;
        var count = $"{Wording.Count(first.Count)} of {Wording.Count(column.Rows - column.Missing)} values";
        var where = $"the first is `{first.Field}` in {first.Unit} {first.Line} of `{first.File}`";
        var field = System.Text.Encoding.UTF8.GetBytes(first.Field);
        if (Fields.WouldLoseDigits(field))
            run.Say($"`{column.Name}` was read as text so that no digit is lost: {count} have leading zeros or more digits than a number "
                + $"holds; {where}.");
        else if (Fields.HasDecimalComma(field))
            run.Warn($"`{column.Name}` was read as text: {count} have a decimal comma, {where}.",
                "Add `decimal=\",\"` to `load`, or `thousands=\",\"` if commas part thousands.");
        else if (Numerals.All.Any(n => n.TryRead(field, out _, out var mark) && mark != 0))
            run.Warn($"`{column.Name}` was read as text: {count} have a percent sign or a currency that others have not, {where}.",
                "Write all of its values alike in the file.");
        else
            run.Warn(
                $"`{column.Name}` was read as text: {count} are not numbers, {where}.",
                $"Correct the file, or add `missing={Expressions.Notation.Word(first.Field)}` to `load` if it stands for a missing value.");
    }
}
