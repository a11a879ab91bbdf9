using System.Text.RegularExpressions;
using Runtime.Data;

namespace Sources.DuckDb;

/// <summary>
/// SQL over tables of ours that are copied into the database: it opens no file at all. One thread, so that rows come in the same order and
/// sums have the same bits each time; what is drawn at random starts from the same seed.
/// </summary>
sealed partial class DuckSql : SqlEngine
{
    const string Made = "answer of the question";

    /// <summary>Where the types of columns show only when they are read, what does not fit may fit then.</summary>
    static readonly string[] OfTypes =
        ["No function matches", "Cannot compare", "Could not choose", "Cannot mix", "Conversion", "Cannot unify"];

    /// <summary>
    /// Kept for outlines, one at a time: to open a database takes longer than to understand a question. What an outline makes is taken
    /// back.
    /// </summary>
    static readonly Lazy<DuckDatabase> Outlines = new(() => new DuckDatabase(threads: 1, default));

    public override NamedList<ColumnShape>? Outline(
        string question, IReadOnlyList<(string Name, NamedList<ColumnShape> Columns)> tables)
    {
        lock (Outlines)
        {
            Outlines.Value.Run("BEGIN TRANSACTION");
            try
            {
                return Outline(Outlines.Value, question, tables);
            }
            finally
            {
                Outlines.Value.Run("ROLLBACK");
            }
        }
    }

    static NamedList<ColumnShape>? Outline(
        DuckDatabase database, string question, IReadOnlyList<(string Name, NamedList<ColumnShape> Columns)> tables)
    {
        try
        {
            foreach (var (name, columns) in tables.Where(t => t.Columns.Count > 0))
                DuckFilling.Make(database, name, columns.Select(c => (c.Name, DuckFilling.TypeOf(c.Type))));
            Make(database, question);
        }
        catch (DuckFault fault)
        {
            return tables.Any(t => t.Columns.Any(c => c.IsGuessed || c.Type == ColumnType.Time)) && OfTypes.Any(fault.Message.Contains)
                ? null : throw Refusal(fault, tables);
        }
        using var answer = database.Ask($"SELECT * FROM {DuckDatabase.Name(Made)}");
        return new([.. answer.Columns.Where(c => DuckValues.Takes(c.Type))
            .Select(c => new ColumnShape(c.Name, DuckValues.TypeOf(c.Type)) { IsGuessed = true })]);
    }

    public override ReadTable Answer(string question, IReadOnlyList<(string Name, Table Table)> tables, Work work)
    {
        using var database = new DuckDatabase(threads: 1, work.Cancel);
        try
        {
            foreach (var (name, table) in tables.Where(t => t.Table.Columns.Count > 0)) DuckFilling.Fill(database, name, table, work);
            work.Report("asking");
            Make(database, question);
            // What the tables hold that is text is text: only an empty one is missing, as everywhere.
            var made = new DuckTable(database, DuckDatabase.Name(Made), new InputFile("query", "query"), new ReadOptions { KeepNa = true });
            var rows = made.Count();
            if (rows == 0) throw new Refusal("The answer has no rows.", "Ask for rows that there are.");
            made.Read(int.MaxValue, work, rows);
            return made.Table.Finish(made.Remarks);
        }
        catch (DuckFault fault)
        {
            work.Cancel.ThrowIfCancellationRequested();
            throw Refusal(fault, [.. tables.Select(t => (t.Name, t.Table.Columns.Map(ColumnShape.Of)))]);
        }
    }

    /// <summary>Only a question can be made a table of: nothing that changes settings, writes files, or is two statements.</summary>
    static void Make(DuckDatabase database, string question)
    {
        database.Run("SELECT setseed(0.5)");
        database.Run($"CREATE TABLE {DuckDatabase.Name(Made)} AS\n{question.Trim().TrimEnd(';')}\n");
    }

    /// <summary>What was meant is looked for among the tables and columns that there are: the library knows many more.</summary>
    static Refusal Refusal(DuckFault fault, IReadOnlyList<(string Name, NamedList<ColumnShape> Columns)> tables)
    {
        var (table, column) = (UnknownTable().Match(fault.Message), UnknownColumn().Match(fault.Message));
        var hint = table.Success ? Spelling.List("tables", table.Groups[1].Value, tables.Select(t => t.Name))
            : column.Success ? Spelling.List("columns", column.Groups[1].Value, tables.SelectMany(t => t.Columns.Names).Distinct())
            : "Correct the SQL.";
        return new($"The question has no answer: {fault.Short.Replace('"', '`')}.", hint) { Argument = "Question" };
    }

    [GeneratedRegex("Table with name (\\S+) does not exist")]
    private static partial Regex UnknownTable();

    [GeneratedRegex("Referenced column \"([^\"]+)\" not found")]
    private static partial Regex UnknownColumn();
}
