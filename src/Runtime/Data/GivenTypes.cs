namespace Runtime.Data;

/// <summary>What columns are said to be: <c>types=zip:text</c>.</summary>
static class GivenTypes
{
    /// <summary>The types that are given, by column.</summary>
    /// <exception cref="Refusal">There is no such column.</exception>
    public static IReadOnlyDictionary<string, ColumnType> Of(IReadOnlyList<string> names, InputFile file, ReadOptions options)
    {
        var types = new Dictionary<string, ColumnType>();
        foreach (var (name, type) in options.Types.Select(t => TypeWord.Parse(t)!.Value))
        {
            if (!names.Contains(name))
                throw new Refusal($"`{file}` has no column `{name}`.", Spelling.List("columns", name, names));
            types[name] = type;
        }
        return types;
    }
}
