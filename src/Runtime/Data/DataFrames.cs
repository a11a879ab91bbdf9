using System.Globalization;
using Microsoft.Data.Analysis;

namespace Runtime.Data;

/// <summary>The table as a <see cref="DataFrame"/> and back, for C# that knows that one.</summary>
public static class DataFrames
{
    /// <summary>A copy of the table: whole numbers as Int64, numbers as Double, text as String; missing values as null.</summary>
    public static DataFrame From(Table table) => new(table.Columns.Select(From));

    /// <summary>
    /// A copy of the frame: any kind of number as numbers, null and NaN as missing, truths and dates as such, anything else as text by the
    /// invariant culture.
    /// </summary>
    /// <exception cref="Refusal">A column holds an infinite number.</exception>
    public static Table ToTable(DataFrame frame) =>
        new(new NamedList<Column>([.. frame.Columns.Select(ToColumn)]), checked((int)frame.Rows.Count));

    static DataFrameColumn From(Column column) => column switch
    {
        LogicalColumn truths => new BooleanDataFrameColumn(column.Name, truths.Storage.Select(v => double.IsNaN(v) ? (bool?)null : v != 0)),
        TimeColumn times => new DateTimeDataFrameColumn(column.Name,
            times.Storage.Select(v => double.IsNaN(v) ? (DateTime?)null : TimeForm.ToDate(v))),
        NumberColumn { Whole: true } numbers =>
            new Int64DataFrameColumn(column.Name, numbers.Storage.Select(v => double.IsNaN(v) ? (long?)null : (long)v)),
        NumberColumn numbers => new DoubleDataFrameColumn(column.Name, numbers.Storage.Select(v => double.IsNaN(v) ? (double?)null : v)),
        LabelColumn labels => From(labels.Numbers),
        TextColumn text => new StringDataFrameColumn(column.Name, Texts(text)),
        _ => throw new ArgumentOutOfRangeException(nameof(column), column.GetType().Name),
    };

    static IEnumerable<string?> Texts(TextColumn column)
    {
        var words = new string[column.Words.Count];
        for (var row = 0; row < column.Rows; row++)
        {
            var code = column.Codes[row];
            yield return code < 0 ? null : words[code] ??= column.Words[code];
        }
    }

    static Column ToColumn(DataFrameColumn column) =>
        column is BooleanDataFrameColumn truths
            ? new LogicalColumn(column.Name, [.. truths.Select(t => t is { } truth ? truth ? 1.0 : 0 : double.NaN)])
        : column is DateTimeDataFrameColumn times
            ? new TimeColumn(column.Name, [.. times.Select(t => t is { } time ? TimeForm.ToMicroseconds(time) : double.NaN)],
                TimeForm.For(times.Where(t => t is not null).Select(t => t!.Value)))
        : column.IsNumericColumn() && column.DataType != typeof(char) ? Numbers(column) : Text(column);

    static NumberColumn Numbers(DataFrameColumn column)
    {
        var values = new double[column.Length];
        for (var row = 0; row < values.Length; row++)
            values[row] = column[row] is { } value ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : double.NaN;
        return Numbers(column.Name, values);
    }

    static TextColumn Text(DataFrameColumn column)
    {
        var texts = new string?[column.Length];
        for (var row = 0; row < texts.Length; row++) texts[row] = Convert.ToString(column[row], CultureInfo.InvariantCulture);
        return Text(column.Name, texts);
    }

    /// <summary>Texts as a column of a table; null and empty ones are missing.</summary>
    public static TextColumn Text(string name, ReadOnlySpan<string?> texts)
    {
        var codes = new int[texts.Length];
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < codes.Length; row++)
        {
            if (string.IsNullOrEmpty(texts[row])) codes[row] = -1;
            else if (!words.TryGetValue(texts[row]!, out codes[row])) words.Add(texts[row]!, codes[row] = words.Count);
        }
        return new TextColumn(name, codes, TextPool.Of(words.Keys));
    }

    /// <summary>Numbers as a column of a table; NaN ones are missing, the array is given up.</summary>
    /// <exception cref="Refusal">One of them is infinite.</exception>
    public static NumberColumn Numbers(string name, double[] values)
    {
        var whole = true;
        for (var row = 0; row < values.Length; row++)
        {
            if (double.IsInfinity(values[row]))
                throw new Refusal($"Row {row + 1} of column `{name}` is infinite.",
                    "Replace infinite values by NaN, which stands for a missing one.");
            whole = whole && (double.IsNaN(values[row]) || NumberColumn.IsWhole(values[row]));
        }
        return new NumberColumn(name, values, whole);
    }
}
