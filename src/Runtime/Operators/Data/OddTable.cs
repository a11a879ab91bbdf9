using System.Globalization;

namespace Runtime.Operators.Data;

/// <summary>What can be seen of a table that was read and may not be what its reader takes it for.</summary>
static class OddTable
{
    /// <summary>What stands before sums in tables made for people.</summary>
    static readonly string[] Totals =
    [
        "total", "totals", "grand total", "sum", "gesamt", "insgesamt", "summe", "totale", "somme", "suma", "totaal", "всего", "итого",
        "合計", "总计",
    ];

    /// <summary>A last row that may sum up the others.</summary>
    /// <param name="hasFooter">Lines at the end of the file can be left out.</param>
    public static void TellTotal(Table table, bool hasFooter, RunContext run)
    {
        if (table.Rows < 2) return;
        foreach (var column in table.Columns.OfType<TextColumn>())
        {
            if (column.Codes[^1] is not (>= 0 and var code) || column.Codes.Count(code) > 1) continue;
            var word = column.Words[code];
            if (!Totals.Contains(word.Trim().TrimEnd(':'), StringComparer.OrdinalIgnoreCase)) continue;
            var (name, text) = (Expressions.Notation.Name(column.Name), Expressions.Notation.Text(word));
            // A comparison with a missing value does not hold.
            var others = column.Missing > 0 ? $" or {name} is missing" : "";
            run.Say($"The last row has `{word}` in `{column.Name}`: if it sums up the others, leave it out with "
                + (hasFooter ? "`load … footer=1`." : $"`filter {name} != {text}{others}`."));
            return;
        }
    }

    /// <summary>Numbers that are written where there is none, and how many of the first rows are looked at for one.</summary>
    static readonly double[] Markers = [-99, -999, -9999, -99999, 999, 9999, 99999, 999999];

    const int RowsToJudge = 10_000;

    /// <summary>A number that stands alone far from all others of its column, and is often written for a missing value.</summary>
    public static void TellMarkers(Table table, RunContext run)
    {
        foreach (var column in table.Columns.OfType<NumberColumn>())
        {
            var values = column.Values;
            foreach (var marker in Markers)
            {
                if (values[..Math.Min(values.Length, RowsToJudge)].IndexOf(marker) < 0) continue;
                double[] others = [.. values.ToArray().Where(x => !double.IsNaN(x) && x != marker)];
                if (others.Length < 3 || others.Any(x => Math.Abs(x) > Math.Abs(marker) / 10)) continue;
                var written = marker.ToString(CultureInfo.InvariantCulture);
                run.Say($"`{column.Name}` has {written} in {Wording.Plural(values.Count(marker), "row")}, and else numbers from "
                    + $"{CellText.Number(others.Min())} to {CellText.Number(others.Max())}: if it stands for a missing value, add "
                    + $"`missing={written}` to `load`.");
            }
        }
    }

    /// <summary>Words in the name of a column that holds times.</summary>
    static readonly string[] OfTime =
        ["date", "time", "stamp", "epoch", "unix", "created", "updated", "modified", "datum", "fecha", "zeit", "when"];

    const double Day = 86_400;

    /// <summary>Numbers that dates are often written as, and how a step makes dates of them.</summary>
    public static void TellTimes(Table table, RunContext run)
    {
        foreach (var column in table.Columns.OfType<NumberColumn>())
        {
            if (column.Type is not (ColumnType.Integer or ColumnType.Number) || column.Missing >= column.Rows - 1) continue;
            var name = Expressions.Notation.Name(column.Name);
            if (AllAre(column, IsDay))
                run.Say($"`{column.Name}` has numbers such as {column.Show(First(column))} that may be dates: "
                    + $"`derive {name} = date(text({name}), \"yyyyMMdd\")` makes dates of them.");
            else if (column.Name.Contains("month", StringComparison.OrdinalIgnoreCase) && AllAre(column, IsMonth))
                run.Say($"`{column.Name}` has months such as {column.Show(First(column))}: "
                    + $"`derive {name} = date(text({name}), \"yyyyMM\")` makes dates of them.");
            else if (IsOfTime(column.Name) && Since(column) is { } since)
                run.Say($"`{column.Name}` may count {since.What}: "
                    + $"`derive {name} = date({since.From}) + {name}{since.Over}` makes dates of it.");
        }
    }

    static bool IsOfTime(string name) => name.Equals("ts", StringComparison.OrdinalIgnoreCase)
        || Array.Exists(OfTime, w => name.Contains(w, StringComparison.OrdinalIgnoreCase));

    static double First(NumberColumn column) => Array.Find(column.Storage, x => !double.IsNaN(x));

    static bool AllAre(NumberColumn column, Predicate<double> test)
    {
        foreach (var value in column.Values) if (!double.IsNaN(value) && !test(value)) return false;
        return true;
    }

    static bool IsDay(double number)
    {
        if (number is < 18000101 or > 21001231 || Math.Floor(number) != number) return false;
        var (year, rest) = Math.DivRem((int)number, 10_000);
        var (month, day) = Math.DivRem(rest, 100);
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    static bool IsMonth(double number) =>
        number is >= 180001 and <= 210012 && Math.Floor(number) == number && number % 100 is >= 1 and <= 12;

    /// <summary>What numbers between the years 1980 and 2100 count; null when it is nothing usual.</summary>
    static (string What, string From, string Over)? Since(NumberColumn column)
    {
        bool Within(double low, double high) => AllAre(column, x => x >= low && x <= high);
        const double First = 3652 * Day, Last = 47_482 * Day;
        return Within(First, Last) ? ("seconds since 1970", "\"1970-01-01\"", " / 86400")
            : Within(1e3 * First, 1e3 * Last) ? ("milliseconds since 1970", "\"1970-01-01\"", " / 86400000")
            : Within(1e6 * First, 1e6 * Last) ? ("microseconds since 1970", "\"1970-01-01\"", " / 86400000000")
            : column.Name.Contains("dat", StringComparison.OrdinalIgnoreCase) && Within(29_221, 73_051)
            ? ("days as spreadsheets do", "\"1899-12-30\"", "") : null;
    }

    /// <summary>A form of dates that nothing is written in.</summary>
    public static void TellDates(Table table, string form, RunContext run)
    {
        if (!table.Columns.OfType<TimeColumn>().Any(c => c.Form.Format == form))
            run.Warn($"No column is written as `{form}`.", "See with `head` how dates are written; `MM` are months and `mm` minutes.");
    }
}
