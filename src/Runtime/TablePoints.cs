namespace Runtime;

/// <summary>Columns of a table as points: nothing is missing in them, and everything is a number.</summary>
static class TablePoints
{
    /// <exception cref="Refusal">A column misses values, is not there or holds no numbers.</exception>
    public static Points Of(string name, Table table, IReadOnlyCollection<ColumnRef> columns)
    {
        var numbers = columns.Select(c => Numbers(table, c.Name)).ToArray();
        var missing = numbers.Where(c => c.Missing > 0).ToArray();
        if (missing.Length > 0)
            throw new Refusal(
                $"{Wording.And(missing.Select(c => $"`{c.Name}` misses {Wording.Count(c.Missing)}"))} of {Wording.Count(table.Rows)} "
                + "values.",
                $"Leave those rows out with `drop missing {string.Join(' ', missing.Select(c => Expressions.Notation.Name(c.Name)))}` "
                + "before this step.")
            { Argument = "Columns" };
        return new(name, new Matrix([.. numbers.Select(c => c.Held)], table.Rows), [.. columns.Select(c => c.Name)]);
    }

    /// <summary>The columns that a step names as points; without any the points that it names, or the current ones.</summary>
    public static Points Of(Study study, IReadOnlyCollection<ColumnRef> columns, PointsRef? points) =>
        columns.Count > 0 ? Of("columns", study.Loaded, columns) : study.PointsOf(points?.Name);

    /// <summary>Tells when a step names both.</summary>
    public static void HoldOne(IReadOnlyCollection<ColumnRef> columns, PointsRef? points, CheckContext check)
    {
        if (columns.Count > 0 && points is not null)
            check.Refuse("Of", $"Either columns are named or points, not both.", "Leave `of` out, or the columns.");
    }

    static NumberColumn Numbers(Table table, string name) => table.Columns.Find(name) switch
    {
        NumberColumn numbers => numbers,
        TextColumn { NotANumber: { } first } => throw new Refusal(
            $"`{name}` is text, because {first.Place} there{(first.Count > 1 ? $" ({Wording.Count(first.Count)} such fields)" : "")}.",
            Data.TextReason.Of(first).Hint)
        { Argument = "Columns" },
        null => throw new Refusal($"There is no column `{name}`.", Spelling.List("columns", name, table.Columns.Names))
        { Argument = "Columns" },
        _ => throw new Refusal($"`{name}` is text, not numbers.", "Choose columns of numbers.") { Argument = "Columns" },
    };
}
