using Runtime.Expressions;
using Runtime.Numerics;

namespace Runtime.Operators.Data;

/// <summary>Rows change here and everything made of them follows: points and labelings keep to the rows of the table.</summary>
[Operator("filter", "Keep the rows for which an expression holds.", Needs = Needs.Table, Rows = RowEffect.Subset,
    Keywords = "where select rows subset")]
[AlsoCalled("where", "subset", "having", "search", "keep_if", "grep", "filter_by", "filter_rows", "reject", "discard",
    "remove_rows", "delete_rows", "loc", "mask", "retain", "isin")]
[Example("filter year >= 2000 and genre == \"ambient\"")]
[Example("filter genre in (\"rock\", \"pop\") and energy between 20% and 80%")]
public sealed record Filter : Operator
{
    [Arg("What must hold for a row to stay; a comparison with a missing value does not hold.", Positional = true)]
    [AlsoCalled("where", "expr", "cond", "predicate", "query", "when", "if_true")]
    public required Expression Condition { get; init; }

    protected override Shape Check(Shape before, CheckContext check)
    {
        ColumnScope.DemandTruth(Condition, before, check, nameof(Condition));
        if (!check.Failed) ColumnScope.WarnOfConstants(Condition, before, check, nameof(Condition));
        return before with { Rows = null };
    }
    /// <summary>Of a comparison half of the rows, of an equality one in ten.</summary>
    public override double RowsAfter(Workload load) => load.Rows * ShareOf(Condition);

    static double ShareOf(Expression condition) => condition switch
    {
        BinaryExpression { Operation: var sign } two when sign == BinaryOperation.And => ShareOf(two.Left) * ShareOf(two.Right),
        BinaryExpression { Operation: var sign } two when sign == BinaryOperation.Or =>
            1 - (1 - ShareOf(two.Left)) * (1 - ShareOf(two.Right)),
        BinaryExpression { Operation: var sign } when sign == BinaryOperation.Equal => 0.1,
        BinaryExpression { Operation: var sign } when sign == BinaryOperation.NotEqual => 0.9,
        UnaryExpression { Operation: UnaryOperation.Not, Operand: var inner } => 1 - ShareOf(inner),
        UnaryExpression { Operation: UnaryOperation.IsPresent } => 0.95,
        UnaryExpression { Operation: UnaryOperation.IsMissing } => 0.05,
        _ => 0.5,
    };

    protected override Study Run(Study study, RunContext run)
    {
        var table = study.Loaded;
        var truths = new RowProgram(table, run.Work).Evaluate(Condition);
        var rows = RowChoice.Where(truths, Truth.Yes);
        if (rows.Length == 0)
            throw new Refusal($"No row is left: `{Condition.Show()}` holds for none of {Wording.Count(table.Rows)}.",
                Quoted(table) ?? Values(table) ?? "Ask for less.")
            { Argument = nameof(Condition) };
        var unknown = truths.AsSpan().Count(Truth.Unknown);
        var leftOut = unknown == 0 ? ""
            : unknown == 1 ? " One row could not be judged because a value is missing, and is left out."
            : $" {Wording.Count(unknown)} rows could not be judged because a value is missing, and are left out.";
        run.Say($"{Wording.Count(rows.Length)} of {Wording.Plural(table.Rows, "row")} {Wording.Are(rows.Length)} kept.{leftOut}");
        return study.Take(rows, run.Work);
    }

    /// <summary>A column that stands between quotation marks, as one does in SQL.</summary>
    string? Quoted(Table table) => ColumnScope.QuotedColumn(Condition, table.Columns.Names) is { Value: var name }
        ? $"A column stands without quotation marks: `{Notation.Name(name)}`." : null;

    /// <summary>What a column has that was asked for a text which it does not have.</summary>
    string? Values(Table table)
    {
        foreach (var test in Condition.All().OfType<BinaryExpression>().Where(t => t.Operation == BinaryOperation.Equal))
        {
            if (test is not { Left: NameExpression { Name: var name }, Right: TextLiteral { Value: var asked } }) continue;
            if (table.Columns.Find(name) is not TextColumn column) continue;
            string[] words = [.. column.Codes.ToArray().Where(c => c >= 0).Distinct().Select(c => column.Words[c])];
            if (!words.Contains(asked)) return $"No row has `{asked}` there. {Spelling.Guess($"values of `{name}`", asked, words)}";
        }
        return null;
    }
}
