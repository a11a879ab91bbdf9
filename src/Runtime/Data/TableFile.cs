using Runtime.Files;

namespace Runtime.Data;

/// <summary>Saves a study's table, its labelings and points as a file below the output folder: whole or not at all.</summary>
static class TableFile
{
    /// <exception cref="Refusal">The name is of a kind that cannot be written or leads out of the output folder.</exception>
    public static void CheckName(OutputFile file)
    {
        Formats.ToWrite(file);
        file.PlaceIn(Path.GetTempPath());
    }

    /// <exception cref="Refusal">Two columns of the file would have the same name.</exception>
    public static void CheckColumns(IEnumerable<string> names)
    {
        var twice = names.GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
            throw new Refusal($"The file would have two columns named `{twice.Key}`.", "Name the labeling otherwise with `as`.");
    }

    /// <summary>
    /// The table with each labeling as a column of whole numbers (noise −1) and the named points as <c>points.column</c>.
    /// </summary>
    public static Table Of(Study study, IEnumerable<string> points)
    {
        if (study.Table is not { } table) throw new Refusal("No table yet.", "Bring one in with `load` first.");
        Column[] columns =
        [
            .. table.Columns.Select(c => c is LabelColumn labels ? labels.Numbers : c),
            .. points.SelectMany(name => Columns(study, name)),
        ];
        CheckColumns(columns.Select(c => c.Name));
        return new Table(new NamedList<Column>(columns), table.Rows);
    }

    /// <param name="read">What may not be written over.</param>
    /// <exception cref="Refusal">The file cannot be written there.</exception>
    public static void Save(Table table, OutputFile file, string folder, ReadFiles read, Work work)
    {
        CheckName(file);
        file.Write(folder, read, stream => Formats.Write(stream, file, table, work));
    }

    static IEnumerable<Column> Columns(Study study, string name)
    {
        var points = study.Points.Find(name)
            ?? throw new Refusal($"There are no points named `{name}`.", "Name points that an earlier step made.");
        for (var j = 0; j < points.Columns.Count; j++)
        {
            var values = points.Matrix.Column(j);
            yield return new NumberColumn($"{name}.{points.Columns[j]}", values, Array.TrueForAll(values, NumberColumn.IsWhole));
        }
    }
}
