using Runtime.Data;
using Runtime.Expressions;

namespace Runtime.Operators.Data;

/// <summary>Why a column that looks like numbers was read as text.</summary>
static class TextWarning
{
    public static void Tell(Table table, RunContext run)
    {
        TextColumn[] columns = [.. table.Columns.OfType<TextColumn>().Where(c => c.NotANumber is not null)];
        var told = Second(columns, run) ?? Repeated(columns, run) ?? [];
        foreach (var column in columns.Except(told)) Tell(column, run);
    }

    /// <summary>Words in the first row above numbers, in several columns.</summary>
    static TextColumn[]? Second(TextColumn[] columns, RunContext run)
    {
        TextColumn[] here = [.. columns.Where(c => c.Rows > 2 && c.NotANumber is { Count: 1, Unit: "line" } n && c.Show(0) == n.Field
            && !TextReason.Of(n).Kept)];
        if (here.Length < 2) return null;
        var line = here[0].NotANumber!.Line;
        run.Warn($"Line {line} of `{here[0].NotANumber!.File}` seems to be a second header: it has words where all other values of "
            + $"{Wording.Names(here.Select(c => c.Name))} are numbers. These columns were read as text.",
            $"Add `units=true` to `load` to leave the line out, or `skip={line - 1}` to take the names from it.");
        return here;
    }

    /// <summary>The names of columns among their values, as when files are put below each other.</summary>
    static TextColumn[]? Repeated(TextColumn[] columns, RunContext run)
    {
        TextColumn[] here = [.. columns.Where(c => c.NotANumber is { Unit: "line" } n && n.Field.Trim().Trim('\uFEFF') == c.Name)];
        if (here.Length < 2) return null;
        var first = here[0].NotANumber!;
        var words = string.Join(',', here.Select(c => Notation.Word(c.NotANumber!.Field)));
        var names = string.Join(' ', here.Select(c => Notation.Name(c.Name)));
        run.Warn($"Line {first.Line} of `{first.File}` is its header once more"
            + $"{(first.Count > 1 ? $", one of {first.Count} such lines" : "")}: {Wording.Names(here.Select(c => c.Name))} "
            + "were read as text.",
            $"Add `missing={words}` to `load`, and a step `drop missing {names}`.");
        return here;
    }

    static void Tell(TextColumn column, RunContext run)
    {
        var first = column.NotANumber!;
        var reason = TextReason.Of(first);
        var count = $"{Wording.Count(first.Count)} of {Wording.Count(column.Rows - column.Missing)} values {reason.Are}";
        var where = $"the first is `{first.Field}` in {first.Unit} {first.Line} of `{first.File}`";
        if (reason.Kept) run.Say($"`{column.Name}` was read as text so that no digit is lost: {count}; {where}.");
        else run.Warn($"`{column.Name}` was read as text: {count}, {where}.", reason.Hint);
    }
}
