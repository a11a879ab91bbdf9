using Runtime.Expressions;
using Runtime.Numerics.Rows;

namespace Runtime;

/// <summary>What an expression about a study may demand of all rows: <c>all(energy between 0 and 1)</c>, <c>unique(id)</c>.</summary>
static class RowDemands
{
    const string All = "all";
    const string Unique = "unique";

    /// <summary>Their words, with an example of each.</summary>
    public static IReadOnlyDictionary<string, string> Examples { get; } = new Dictionary<string, string>
    {
        [All] = "all(energy >= 0)",
        [Unique] = "unique(id)",
    };

    public static bool Is(Expression expression) => expression is CallExpression { Function: All or Unique };

    /// <summary>Tells what is wrong with it.</summary>
    public static void Check(CallExpression call, Shape shape, CheckContext check, string argument)
    {
        if (call.Function == All && call.Arguments.Count == 1) ColumnScope.DemandTruth(call.Arguments[0], shape, check, argument);
        else if (call.Function == Unique && call.Arguments.Count > 0 && call.Arguments.All(a => a is NameExpression))
            foreach (var name in call.Arguments) ColumnScope.TypeOf(name, shape, check, argument);
        else
            check.Add(Complaint.Of(new(call, $"`{call.Function}` takes {(call.Function == All ? "one condition" : "columns")}.",
                $"Write `{Examples[call.Function]}`."), argument));
    }

    /// <summary>Whether it holds, and of how many rows it does not.</summary>
    public static (bool Holds, string Why) Of(CallExpression call, Study study, Work work)
    {
        var table = study.Loaded;
        if (call.Function == Unique)
        {
            var repeated = table.Rows == 0 ? 0
                : table.Rows - EqualRows.Of([.. call.Arguments.Select(a => table[((NameExpression)a).Name])], true, work).First.Length;
            return (repeated == 0, $"{Wording.Plural(repeated, "row")} {(repeated == 1 ? "repeats" : "repeat")} an earlier one");
        }
        var truths = new RowProgram(table, work).Evaluate(call.Arguments[0]);
        var (failed, unknown) = (truths.AsSpan().Count(Truth.No), truths.AsSpan().Count(Truth.Unknown));
        var first = truths.AsSpan().IndexOfAnyExcept(Truth.Yes);
        return (first < 0, $"it does not hold in {Wording.Plural(failed, "row")}"
            + $"{(unknown > 0 ? $" and cannot be judged in {Wording.Count(unknown)}, where a value is missing" : "")}, "
            + $"first in row {Wording.Count(first + 1)}");
    }
}
