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

    /// <summary>A form of dates that nothing is written in.</summary>
    public static void TellDates(Table table, string form, RunContext run)
    {
        if (!table.Columns.OfType<TimeColumn>().Any(c => c.Form.Format == form))
            run.Warn($"No column is written as `{form}`.", "See with `head` how dates are written; `MM` are months and `mm` minutes.");
    }
}
