namespace Sources.Databases;

/// <summary>Which table of a database is meant.</summary>
static class ChosenTable
{
    /// <param name="named">The table that is asked for; null for the only one.</param>
    /// <exception cref="Refusal">It is not there, or not said and not the only one.</exception>
    public static string Of(InputFile file, IReadOnlyList<string> tables, string? named)
    {
        if (tables.Count == 0) throw new Refusal($"`{file}` holds no tables.", "Give a database that has one, and a user who may read it.");
        if (named is null)
            return tables is [var only] ? only
                : throw new Refusal($"`{file}` holds {Wording.Plural(tables.Count, "table")}: {Wording.Names(tables)}.",
                    $"Add `table={Runtime.Expressions.Notation.Word(tables[0])}` or another of them.");
        return tables.Contains(named) ? named
            : throw new Refusal($"`{file}` has no table `{named}`.", Spelling.List("tables", named, tables));
    }
}
