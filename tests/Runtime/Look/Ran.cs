using Runtime;
using Runtime.Charts;

namespace Tests.Look;

/// <summary>An operator that was run: the study it gave and what it showed.</summary>
sealed record Ran(Study Study, IReadOnlyList<Result> Results)
{
    public static Ran Of(Operator op, Study study, int threads = 2)
    {
        var results = new List<Result>();
        return new(op.Apply(study, new RunContext { Sink = results.Add, Threads = threads }), results);
    }

    public string[] Remarks => [.. Results.OfType<Remark>().Select(r => r.Text)];

    public string[] Warnings => [.. Results.OfType<Warning>().Select(r => r.Text)];

    public Sheet Sheet(string name) => Results.OfType<Sheet>().Single(s => s.Name == name);

    public object?[] Cells(string sheet, string column) => [.. Sheet(sheet).Columns.Single(c => c.Name == column).Cells];

    public Figure Figure(string name) => Results.OfType<Figure>().Single(f => f.Name == name);

    public static Study Table(params Column[] columns) => Study.Empty with { Table = new Table(new NamedList<Column>(columns), columns[0].Rows) };

    public static NumberColumn Numbers(string name, params double[] values) =>
        new(name, values, Array.TrueForAll(values, v => double.IsNaN(v) || v == Math.Floor(v)));

    public static TextColumn Text(string name, params string?[] values)
    {
        string[] words = [.. values.OfType<string>().Distinct()];
        return new(name, Array.ConvertAll(values, v => v is null ? -1 : Array.IndexOf(words, v)), TextPool.Of(words));
    }
}
