using Runtime.Data;
using Runtime.Expressions;

namespace Runtime.Operators.Data;

/// <summary>Why an expression has no value in rows that miss nothing: the first text that is no date, or no number.</summary>
static class LostValues
{
    const string Else = "Look for a division by zero or the logarithm of what is not above zero.";

    public static (string Why, string Hint) Of(Expression expression, Table table)
    {
        foreach (var call in expression.All().OfType<CallExpression>())
        {
            if (call.Arguments is not [NameExpression { Name: var name }, ..]) continue;
            if (table.Columns.Find(name) is not TextColumn column) continue;
            if (call.Function is not ("date" or "number") || FirstLost(call, column) is not { } lost) continue;
            return call.Function == "date" ? OfDate(call, column, lost)
                : ($"`{lost}` of `{name}` is no number", "Take away what is no digit with `replace`, or leave such rows out.");
        }
        return ("the result is no finite number, or an empty text", Else);
    }

    static (string Why, string Hint) OfDate(CallExpression call, TextColumn column, string lost)
    {
        string[] forms = [.. new ColumnWords(column).DateForms().Select(f => $"`date({call.Arguments[0].Show()}, {Notation.Text(f)})`")];
        var asked = call.Arguments.Count == 1 ? "ISO 8601" : $"the format {call.Arguments[1].Show()}";
        return ($"`{lost}` of `{column.Name}` is no date in {asked}",
            forms.Length > 0 ? $"Write {string.Join(" or ", forms)}."
                : "Write the format of the dates, as in `date(text, \"dd/MM/yyyy\")`.");
    }

    static string? FirstLost(CallExpression call, TextColumn column)
    {
        var values = new RowProgram(new Table(new(column), column.Rows), Work.Alone).Column("lost", call) as NumberColumn;
        for (var row = 0; row < column.Rows; row++)
            if (column.Codes[row] >= 0 && values is not null && double.IsNaN(values.Values[row])) return column.Words[column.Codes[row]];
        return null;
    }
}
