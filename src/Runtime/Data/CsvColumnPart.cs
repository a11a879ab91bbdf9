namespace Runtime.Data;

/// <summary>How a column is being read.</summary>
enum ColumnReading
{
    Skip,
    Numbers,
    Texts,
}

/// <summary>One column's fields from one chunk.</summary>
abstract class CsvColumnPart
{
    public abstract void Add(int row, ReadOnlySpan<byte> field, CsvLayout layout);

    public static CsvColumnPart? Of(ColumnReading reading, int rows) => reading switch
    {
        ColumnReading.Numbers => new NumberPart(rows),
        ColumnReading.Texts => new TextPart(rows),
        _ => null,
    };
}

/// <summary>Fields taken for numbers, until one is none.</summary>
sealed class NumberPart(int rows) : CsvColumnPart
{
    readonly double[] values = new double[rows];

    public ReadOnlySpan<double> Values => values;

    public bool Whole { get; private set; } = true;

    /// <summary>Some field is not missing.</summary>
    public bool Any { get; private set; }

    /// <summary>A field is not a number: the column has to be read as text.</summary>
    public bool Broken { get; private set; }

    public override void Add(int row, ReadOnlySpan<byte> field, CsvLayout layout)
    {
        if (Broken) return;
        // A marker given with `missing=` may be a number itself: -999.
        if (layout.Missing.Has(field) || Fields.IsNone(field)) values[row] = double.NaN;
        else if (!Fields.TryNumber(field, out values[row])) Broken = true;
        else if (layout.Missing.Has(values[row])) values[row] = double.NaN;
        else
        {
            Any = true;
            if (Whole) Whole = NumberColumn.IsWhole(values[row]);
        }
    }
}

/// <summary>Fields as texts of their own dictionary.</summary>
sealed class TextPart(int rows) : CsvColumnPart
{
    readonly int[] codes = new int[rows];

    public ReadOnlySpan<int> Codes => codes;

    public WordTable Words { get; } = new();

    /// <summary>The first row whose field is not a number; −1 when there is none.</summary>
    public int FirstNoNumber { get; private set; } = -1;

    /// <summary>Some field reads <c>NA</c>, which is taken for a missing value.</summary>
    public bool HasNa { get; private set; }

    /// <summary>The line of the file that row stands in.</summary>
    public long FirstLine { get; set; }

    public override void Add(int row, ReadOnlySpan<byte> field, CsvLayout layout)
    {
        codes[row] = layout.Missing.Has(field) ? -1 : Words.Add(field);
        HasNa |= codes[row] < 0 && field.SequenceEqual("NA"u8);
        if (FirstNoNumber < 0 && codes[row] >= 0 && !Fields.TryNumber(field, out _) && !Fields.IsNone(field)) FirstNoNumber = row;
    }
}
