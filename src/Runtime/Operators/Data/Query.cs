using System.Text.RegularExpressions;
using Runtime.Data;

namespace Runtime.Operators.Data;

/// <summary>A question in SQL about the tables of the study and files; DuckDB answers it, on one thread, and sees nothing else.</summary>
[Operator("query", "Ask in SQL, of the table here (`this`), those aside and files, and go on with the answer.",
    Rows = RowEffect.New, Keywords = "sql select database duckdb window")]
[AlsoCalled("sql", "sqldf", "duckdb", "dbGetQuery", "sql_query")]
[Example("query \"select genre, count(*) as tracks, avg(energy) as energy from this group by genre order by genre\"")]
[Example("query \"select s.genre, energy / tracks as part from this join sizes s using (genre) order by part\" as parts",
    After = "group by=genre agg=count as counts | query \"select genre, count as tracks from counts order by genre\" as sizes | use load")]
public sealed partial record Query : Operator
{
    /// <summary>What the table here is called, beside its own name.</summary>
    const string Here = "this";

    [Arg("The question: one `select`. A table has the name that the study has for it, a file its own without the ending.",
        Positional = true)]
    [AlsoCalled("sql", "query", "statement")]
    public required string Question { get; init; }

    [Arg("Files to ask, too: read as `load` reads them.", Positional = true), AlsoCalled("tables", "from")]
    public ValueList<InputFile>? Files { get; init; }

    protected override Reads ReadsUnnamed(Shape before) => new()
    {
        AllColumns = Speaks(Here) || (before.Name.Length > 0 && Speaks(before.Name)),
        Tables = [.. before.Aside.Names.Where(Speaks)],
    };

    protected override Shape Check(Shape before, CheckContext check)
    {
        Shape[] files = [.. (Files ?? []).Select(f => new Load { File = f }.Apply(Shape.Empty, check))];
        if (Changing().Match(Question) is { Success: true } changing)
            check.Warn(nameof(Question), $"`{changing.Value}` gives another answer at another time.", "Write the date itself.");
        Shape[] known = [before, .. before.Aside, .. files];
        if (check.Failed || known.Any(s => s.AnyColumn)) return before.Start(NameIn(before), new Shape { AnyColumn = true });
        var tables = Named(before.Name, before.Columns, before.Aside.Select(s => (s.Name, s.Columns)), files.Select(f => f.Columns));
        try
        {
            var columns = SqlEngine.Of.Outline(Question, [.. tables.Select(t => (t.Name, t.Table!))]);
            return before.Start(NameIn(before), columns is null ? new Shape { AnyColumn = true } : new Shape { Columns = columns });
        }
        catch (Refusal refusal)
        {
            check.Refuse(nameof(Question), refusal.Text, refusal.Hint);
            return before.Start(NameIn(before), new Shape { AnyColumn = true });
        }
    }
    protected override Price Cost(Workload load) =>
        new Price { Alone = 5e7 + 80 * load.Rows * load.AllColumns, Memory = 6e7 + 16 * load.Rows * load.AllColumns };

    protected override Study Run(Study study, RunContext run)
    {
        var files = (Files ?? []).Select(f => new Load { File = f }.Apply(Study.Empty, run).Loaded).ToArray();
        var tables = Named(study.Name, study.Table, study.Aside.Select(s => (s.Name, s.Table)), files);
        var answer = SqlEngine.Of.Answer(Question, [.. tables.Where(t => Speaks(t.Name)).Select(t => (t.Name, t.Table!))], run.Work);
        foreach (var remark in answer.Remarks) run.Say(remark);
        run.Say($"{Wording.Plural(answer.Table.Rows, "row")} × {Wording.Plural(answer.Table.Columns.Count, "column")}.{study.WayBack}");
        run.Show(Outline.Of(answer.Table));
        return study.Start(NameIn(study.Shape), answer.Table);
    }

    /// <summary>What the question can speak of, by name; of equal names the first.</summary>
    IEnumerable<(string Name, T? Table)> Named<T>(string here, T? table, IEnumerable<(string, T?)> aside, IEnumerable<T?> files)
        where T : class
    {
        var named = new List<(string Name, T? Table)> { (Here, table), (here, table) };
        named.AddRange(aside);
        named.AddRange((Files ?? []).Zip(files).Select(f => (StemOf(f.First), f.Second)));
        return named.Where(t => t.Table is not null && t.Name.Length > 0).DistinctBy(t => t.Name.ToUpperInvariant());
    }

    bool Speaks(string table) => Question.Contains(table, StringComparison.OrdinalIgnoreCase);

    /// <summary>What is drawn at random is the same each time; what the clock says is not.</summary>
    [GeneratedRegex(@"\b(now|today|current_date|current_time(stamp)?|localtime(stamp)?|get_current_timestamp|(gen_random_)?uuid)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Changing();

    static string StemOf(InputFile file) => Path.GetFileName(file.Written).Split('.')[0].Split(':')[^1];
}
