using System.Globalization;

namespace Runtime.Operators.Look;

/// <summary>Rows of a table, as it has them.</summary>
static class RowSheet
{
    /// <summary>What has more is computed, and is shown rounded.</summary>
    const int MostDecimals = 8;

    /// <summary>From here on decimals are written out no more.</summary>
    const double Largest = 1e9;

    /// <param name="title">What the rows are: "First rows".</param>
    /// <param name="rows">Which rows; each is numbered as it stands in the table, from 1.</param>
    public static Sheet Of(string name, string title, IReadOnlyList<Column> columns, int[] rows) => new(name, title,
    [
        new("row", CellFormat.Count, [.. rows.Select(r => (object)(r + 1))]),
        .. columns.Select(c => new SheetColumn(c.Name, c.Type == ColumnType.Number ? CellFormat.Number : CellFormat.Text,
            [.. rows.Select(r => Cell(c, r))])
        {
            Decimals = c is NumberColumn { Type: ColumnType.Number } numbers ? Decimals(rows.Select(r => numbers.Values[r])) : null,
            AreNumbers = c.Type == ColumnType.Integer,
        }),
    ]);

    static object? Cell(Column column, int row) => column.IsMissing(row) ? null
        : column is NumberColumn { Type: ColumnType.Number } numbers ? numbers.Values[row]
        : column.Show(row);

    /// <summary>How many decimals the numbers have; null where they are no short decimals.</summary>
    static int? Decimals(IEnumerable<double> values)
    {
        var most = 0;
        foreach (var value in values.Where(v => !double.IsNaN(v)))
        {
            // A sum of amounts has an error in its last digits, and the decimals of the amounts.
            var decimals = Decimals(value, "R") is >= 0 and <= MostDecimals and var written ? written : Decimals(value, "G14");
            if (decimals is < 0 or > MostDecimals || Math.Abs(value) >= Largest) return null;
            most = Math.Max(most, decimals);
        }
        return most;
    }

    /// <summary>Those of a number in this form; −1 for one with an exponent.</summary>
    static int Decimals(double value, string form)
    {
        var text = value.ToString(form, CultureInfo.InvariantCulture);
        return text.Contains('E') ? -1 : text.IndexOf('.') is >= 0 and var point ? text.Length - point - 1 : 0;
    }
}
