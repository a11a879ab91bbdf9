namespace Runtime.Data;

/// <summary>Names for columns whose file has none, or the same twice.</summary>
sealed class ColumnNames
{
    readonly List<string> unnamed = [], repeated = [], broken = [];

    /// <summary>
    /// A column without a name is called by its position: <c>column_1</c>, with more underscores while that is taken. Of equal names the
    /// first stays, the others get a number: <c>value_2</c>. A name of several lines becomes one of one line.
    /// </summary>
    /// <param name="fields">The header; empty or null where there is no name.</param>
    public ColumnNames(string?[] fields)
    {
        All = new string[fields.Length];
        fields = Array.ConvertAll(fields, InOneLine);
        var given = fields.Where(f => f is { Length: > 0 }).ToHashSet(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < All.Length; i++)
        {
            var name = fields[i] is { Length: > 0 } field ? field : $"column_{i + 1}";
            if (name != fields[i])
            {
                while (given.Contains(name)) name += "_";
                unnamed.Add(name);
            }
            else if (taken.Contains(name)) repeated.Add(name = Free(name, n => given.Contains(n) || taken.Contains(n)));
            taken.Add(All[i] = name);
        }
    }

    public string[] All { get; }

    /// <summary>Those that the file does not give.</summary>
    public IReadOnlyList<string> Unnamed => unnamed;

    public IEnumerable<string> Remarks
    {
        get
        {
            if (unnamed.Count > 0)
                yield return $"Columns without a name in the file are named by their position: {Wording.Names(unnamed)}.";
            if (broken.Count > 0) yield return $"Names of several lines are in one line here: {Wording.Names(broken)}.";
            if (repeated.Count > 0) yield return $"Columns with the name of an earlier one are numbered: {Wording.Names(repeated)}.";
        }
    }

    string? InOneLine(string? field)
    {
        if (field is null || !field.AsSpan().ContainsAny('\n', '\r')) return field;
        var name = string.Join(' ', field.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (name.Length > 0) broken.Add(name);
        return name;
    }

    static string Free(string name, Func<string, bool> isTaken)
    {
        var number = 2;
        while (isTaken($"{name}_{number}")) number++;
        return $"{name}_{number}";
    }
}
