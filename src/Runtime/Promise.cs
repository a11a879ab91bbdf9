namespace Runtime;

/// <summary>Whether a study is what a check said it would be. What the check did not know is not held against it.</summary>
static class Promise
{
    /// <summary>What differs; null when the promise was kept.</summary>
    public static string? Broken(Shape promised, Shape made)
    {
        if (promised.AnyName || promised.AtLeast) return null;
        if (promised.Rows is { } rows && made.Rows is { } there && rows != there) return $"{rows} rows, not {there}";
        return Columns(promised, made)
            ?? Names("points", promised.Points.Names, made.Points.Names)
            ?? promised.Points.Select(p => Points(p, made.Points.Find(p.Name)!)).FirstOrDefault(b => b is not null)
            ?? (promised.CurrentPoints == made.CurrentPoints ? null
                : $"the current points `{promised.CurrentPoints}`, not `{made.CurrentPoints}`")
            ?? Names("models", promised.Models.Names, made.Models.Names)
            ?? promised.Models.Select(m => Metrics(m, made.Models.Find(m.Name)!)).FirstOrDefault(b => b is not null)
            ?? Names("tables", promised.TableNames, made.TableNames);
    }

    static string? Columns(Shape promised, Shape made)
    {
        if (promised.AnyColumn) return null;
        var (wanted, there) = (promised.Columns ?? [], made.Columns ?? []);
        var open = promised.ColumnsFromData.Count > 0;
        return Names("columns", wanted.Names, there.Names.Where(n => !open || wanted.Has(n) || !promised.MayHave(n)))
            ?? wanted.Where(c => !Fits(c, there.Find(c.Name)!))
                .Select(c => $"`{c.Name}` of the type {c.Type}, not {there.Find(c.Name)!.Type}").FirstOrDefault();
    }

    /// <summary>Whether numbers are whole may show only once they are computed.</summary>
    static bool Fits(ColumnShape promised, ColumnShape made) => promised.IsGuessed || promised.Type == made.Type
        ? promised.Clusters is not { } clusters || clusters == made.Clusters
        : promised.Type == ColumnType.Number && made.Type == ColumnType.Integer;

    static string? Points(PointsShape promised, PointsShape made) =>
        promised.Columns is null
            || promised.Columns.Equals(made.Columns) ? Source("points", promised.Name, promised.Source, made.Source)
                : $"points `{promised.Name}` of {Wording.Names(promised.Columns)}, not {Wording.Names(made.Columns!)}";

    static string? Source(string what, string name, ValueList<string>? promised, ValueList<string>? made) =>
        promised is null || promised.Equals(made) ? null
            : $"{what} `{name}` from {Wording.Names(promised)}, not {Wording.Names(made ?? [])}";

    static string? Metrics(ModelShape promised, ModelShape made) =>
        promised.Metrics is null || promised.Metrics.Equals(made.Metrics)
            ? Source("a model", promised.Name, promised.Source, made.Source) : $"a model `{promised.Name}` of another kind";

    static string? Names(string what, IEnumerable<string> promised, IEnumerable<string> made)
    {
        var (wanted, there) = (promised.Order(StringComparer.Ordinal).ToArray(), made.Order(StringComparer.Ordinal).ToArray());
        return wanted.SequenceEqual(there) ? null : $"the {what} {Wording.Names(wanted)}, not {Wording.Names(there)}";
    }
}
