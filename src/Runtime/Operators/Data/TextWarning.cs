using Runtime.Data;

namespace Runtime.Operators.Data;

/// <summary>Why a column that looks like numbers was read as text.</summary>
static class TextWarning
{
    public static void Tell(TextColumn column, RunContext run)
    {
        var first = column.NotANumber!;
        var reason = TextReason.Of(first);
        var count = $"{Wording.Count(first.Count)} of {Wording.Count(column.Rows - column.Missing)} values {reason.Are}";
        var where = $"the first is `{first.Field}` in {first.Unit} {first.Line} of `{first.File}`";
        if (reason.Kept) run.Say($"`{column.Name}` was read as text so that no digit is lost: {count}; {where}.");
        else run.Warn($"`{column.Name}` was read as text: {count}, {where}.", reason.Hint);
    }
}
