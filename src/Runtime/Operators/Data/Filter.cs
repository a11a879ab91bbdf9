using Runtime.Expressions;
using Runtime.Numerics;

namespace Runtime.Operators.Data;

/// <summary>Rows change here (and in `drop missing` and `sample`): points and labelings follow the table.</summary>
[Operator("filter", "Keep the rows for which an expression holds.", Needs = Needs.Table, Keywords = "where select rows subset")]
[Example("filter year >= 2000 and genre == \"ambient\"")]
public sealed record Filter : Operator
{
    [Arg("What must hold for a row to stay; a comparison with a missing value does not hold.", Positional = true)]
    public required Expression Condition { get; init; }

    public override Shape Check(Shape before, CheckContext check)
    {
        new Typing(
            name => TypeOf(name, before, check),
            call => Complain(check, call, $"There is no function `{call.Function}` for rows.", "Use columns, numbers, text, arithmetic, comparisons, `and`, `or` and `not`."),
            (at, text, hint) => Complain(check, at, text, hint)).IsTruth(Condition);
        return before with { Rows = null };
    }

    public override Study Run(Study study, RunContext run)
    {
        var table = study.Table ?? throw new Refusal("There is no table to filter.", "Read one with `load` first.");
        RefuseIfWrong(study.Shape);
        var truths = new RowProgram(table).Evaluate(Condition, run.Work);
        var rows = RowChoice.Where(truths, Truth.Yes);
        if (rows.Length == 0)
            throw new Refusal($"No row is left: `{Condition.Show()}` holds for none of {table.Rows:N0}.", "Ask for less.") { Argument = nameof(Condition) };
        var unknown = truths.AsSpan().Count(Truth.Unknown);
        var leftOut = unknown == 0 ? "" : $" {unknown:N0} rows could not be judged because a value is missing, and are left out.";
        run.Say($"{rows.Length:N0} of {table.Rows:N0} rows are kept.{leftOut}");
        return study.Take(rows);
    }

    void RefuseIfWrong(Shape shape)
    {
        var check = new CheckContext();
        Check(shape, check);
        if (check.Failed) throw new Refusal(check.Complaints[0].Text, check.Complaints[0].Hint) { Argument = nameof(Condition) };
    }

    static ExpressionType? TypeOf(NameExpression name, Shape shape, CheckContext check)
    {
        if (shape.AnyColumn) return null;
        if (shape.Columns?.Find(name.Name) is { } column) return column.IsNumeric ? ExpressionType.Number : ExpressionType.Text;
        var names = shape.Columns?.Names ?? [];
        var nearest = Spelling.Nearest(name.Name, names) is { } near ? $"Did you mean `{near}`?" : Spelling.List("columns", name.Name, names);
        return Complain(check, name, $"There is no column `{name.Name}`.", $"{nearest} Text stands in quotes: `\"{name.Name}\"`.");
    }

    static ExpressionType? Complain(CheckContext check, Expression at, string text, string? hint)
    {
        check.Add(new Complaint(nameof(Condition), 0, "Wrong expression", text, hint, IsError: true) { At = at.At });
        return null;
    }
}
