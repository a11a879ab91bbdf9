using System.Globalization;
using System.Text;
using Runtime.Expressions;

namespace Host.Results;

/// <summary>Takes down the tables that steps show: small ones row by row, large ones by their hash.
/// Rows of data are none of them.</summary>
static class SheetRecorder
{
    const int MostRows = 60, MostColumns = 24;

    /// <summary>Whether it says something of the whole, and is not said by what else is taken down.</summary>
    public static bool IsTold(Sheet sheet, PlannedStep step, bool madeLabels) =>
        step.Signature!.Rows == RowEffect.Same && sheet.Rows > 0
            && !(madeLabels && sheet.Name.EndsWith("_clusters", StringComparison.Ordinal))
        && sheet.Columns is not [{ Name: "row" }, ..];

    public static bool IsSmall(Sheet sheet) => sheet.Rows <= MostRows && sheet.Columns.Count <= MostColumns;

    public static Fact Hashed(Sheet sheet)
    {
        var cells = string.Join('\n', sheet.Columns.Select(c => string.Join('\t', c.Cells.Select(
            cell => cell is double number ? number.ToString("R", CultureInfo.InvariantCulture) : $"{cell}").Prepend(c.Name))));
        var size = string.Create(CultureInfo.InvariantCulture, $"{sheet.Name} {sheet.Rows} x {sheet.Columns.Count}");
        return new Fact(size, StepText.Hash(Encoding.UTF8.GetBytes(cells)));
    }

    /// <param name="names">The names of the clusters whose numbers stand in the first column; null when these are none.</param>
    public static TableFound Of(Sheet sheet, IReadOnlyList<string>? names)
    {
        var columns = sheet.Columns.Select(Cells).ToArray();
        if (names is not null) columns[0] = [.. sheet.Columns[0].Cells.Select(cell => Named($"{cell}", names))];
        string[][] rows = [.. Enumerable.Range(0, sheet.Rows).Select(row => Array.ConvertAll(columns, c => c[row]))];
        if (names is not null) rows = [.. rows.OrderBy(r => r[0] == "noise").ThenBy(r => r[0].Length)
            .ThenBy(r => r[0], StringComparer.Ordinal)];
        return new(Notation.Name(sheet.Name), [.. sheet.Columns.Select(c => Notation.Name(c.Name))], rows);
    }

    static string Named(string cell, IReadOnlyList<string> names) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < names.Count ? names[number]
        : Notation.Word(cell);

    static string[] Cells(SheetColumn column)
    {
        var decimals = column.Format == CellFormat.Share ? 4 : RecordNumbers.DecimalsOf(column.Cells.OfType<double>());
        return [.. column.Cells.Select(cell => cell switch
        {
            null => RecordNumbers.None,
            int count => RecordNumbers.Count(count),
            long count => RecordNumbers.Count(count),
            double count when column.Format == CellFormat.Count => RecordNumbers.Count((long)count),
            double number => RecordNumbers.Measure(number, decimals),
            var text => Notation.Word($"{text}"),
        })];
    }
}
