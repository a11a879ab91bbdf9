using System.Globalization;
using System.Numerics.Tensors;
using System.Text;

namespace Runtime.Data;

/// <summary>What the values of a column are by what their source says.</summary>
enum CellKind
{
    Nothing,
    Number,
    Truth,
    Time,
    Text,

    /// <summary>Several of these: words, which are looked at as those of delimited text.</summary>
    Words,
}

/// <summary>
/// A column of a source that says of each value what it is: a workbook, a database, JSON. Values are put at rows in any order; where none
/// is put, it is missing.
/// </summary>
/// <param name="asWords">Somebody has said what the column is: what its source says does not matter.</param>
sealed class CellColumn(string name, bool asWords = false)
{
    /// <summary>2^53: up to here every whole number has a double of its own.</summary>
    const long LargestWhole = 1L << 53;

    double[] values = [];
    int[] codes = [];
    int rows, expected;
    readonly WordTable words = new();

    /// <summary>The first row with a date that none of ours is.</summary>
    int? stranger;

    public string Name => name;

    public CellKind Kind { get; private set; } = asWords ? CellKind.Words : CellKind.Nothing;

    /// <summary>So many rows are going to come.</summary>
    public void Expect(int rows) => expected = rows;

    /// <summary>Numbers of rows that follow each other.</summary>
    public void Numbers(int row, ReadOnlySpan<double> numbers)
    {
        if (numbers.IsEmpty || !Is(CellKind.Number) || TensorPrimitives.IsInfinityAny(numbers))
        {
            for (var i = 0; i < numbers.Length; i++) Number(row + i, numbers[i]);
            return;
        }
        _ = Values(row + numbers.Length - 1);
        numbers.CopyTo(values.AsSpan(row));
    }

    public void Number(int row, double value)
    {
        if (double.IsNaN(value)) return;
        if (Is(CellKind.Number)) Values(row) = value;
        else Word(row, Written(CellKind.Number, value));
    }

    /// <summary>A whole number of any size; one that no double equals stays what it is, as a word.</summary>
    public void Whole(int row, long value)
    {
        if (value is >= -LargestWhole and <= LargestWhole) Number(row, value);
        else Digits(row, Encoding.ASCII.GetBytes(value.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>A number as it is written; one that would lose digits stays a word.</summary>
    public void Digits(int row, ReadOnlySpan<byte> text)
    {
        if (Kind is CellKind.Nothing or CellKind.Number && Fields.TryNumber(text, out var value)) Number(row, value);
        else
        {
            Mix();
            Word(row, text);
        }
    }

    public void Truth(int row, bool value)
    {
        if (Is(CellKind.Truth)) Values(row) = value ? 1 : 0;
        else Word(row, Written(CellKind.Truth, value ? 1 : 0));
    }

    /// <param name="microseconds">Since the start of 1970.</param>
    public void Time(int row, double microseconds)
    {
        if (!TimeForm.IsDate(microseconds)) stranger ??= row;
        else if (Is(CellKind.Time)) Values(row) = microseconds;
        else Word(row, Written(CellKind.Time, microseconds));
    }

    public void Text(int row, ReadOnlySpan<byte> utf8)
    {
        if (!Is(CellKind.Text) && Kind != CellKind.Words) Mix();
        Word(row, utf8);
    }

    public void Text(int row, string text) => Text(row, Encoding.UTF8.GetBytes(text));

    /// <summary>The column of so many rows.</summary>
    /// <exception cref="Refusal">A value in it is none that a column can hold.</exception>
    public Column Finish(int count, MissingMarkers missing, InputFile file, string unit)
    {
        if (stranger is { } row)
            throw new Refusal($"`{name}` has a date before year 1 or after year 9999 in {unit} {row + 1} of `{file}`.",
                $"Add `types={name}:text` to `load`.");
        if (Kind is CellKind.Text or CellKind.Words) return Texts(count, missing, file, unit);
        var all = Finite(count, missing, file, unit);
        return Kind switch
        {
            CellKind.Truth => new LogicalColumn(name, all),
            CellKind.Time => new TimeColumn(name, all, TimeForm.For(all.Where(v => !double.IsNaN(v)).Select(TimeForm.ToDate))),
            _ => NumberColumn.Of(name, all),
        };
    }

    /// <summary>The values, those that are marked as missing taken out.</summary>
    double[] Finite(int count, MissingMarkers missing, InputFile file, string unit)
    {
        Grow(ref values, count, double.NaN);
        if (values.Length != count) Array.Resize(ref values, count);
        for (var row = 0; row < count; row++)
        {
            if (double.IsInfinity(values[row]) && !missing.Has(values[row] > 0 ? "inf"u8 : "-inf"u8))
                throw new Refusal($"`{name}` has {(values[row] > 0 ? "inf" : "-inf")} in {unit} {row + 1} of `{file}`.",
                    "Add `missing=inf,-inf` to `load` to take it for a missing value.");
            if (double.IsInfinity(values[row]) || missing.Has(values[row])) values[row] = double.NaN;
        }
        return values;
    }

    TextColumn Texts(int count, MissingMarkers missing, InputFile file, string unit)
    {
        Grow(ref codes, count, -1);
        if (codes.Length != count) Array.Resize(ref codes, count);
        var (pool, kept) = (words.ToPool(), new WordTable());
        int[] now = [.. Enumerable.Range(0, pool.Count).Select(code => missing.Has(pool.Utf8(code)) ? -1 : kept.Add(pool.Utf8(code)))];
        var all = Array.ConvertAll(codes, c => c < 0 ? -1 : now[c]);
        pool = kept.ToPool();
        var other = Kind == CellKind.Text ? -1 : Array.FindIndex(all, c => c >= 0 && !Fields.TryNumber(pool.Utf8(c), out _));
        var offender = other < 0 ? null : TableBuilder.Offender(all, pool, other + 1, other, file);
        return new TextColumn(name, all, pool) { NotANumber = offender is null ? null : offender with { Unit = unit } };
    }

    bool Is(CellKind kind)
    {
        if (Kind == CellKind.Nothing) Kind = kind;
        if (Kind == kind) return true;
        if (Kind != CellKind.Words) Mix();
        return false;
    }

    /// <summary>What was put so far becomes words.</summary>
    void Mix()
    {
        var before = Kind;
        Kind = CellKind.Words;
        if (before is CellKind.Nothing or CellKind.Text or CellKind.Words) return;
        for (var row = 0; row < rows; row++) if (!double.IsNaN(values[row])) Word(row, Written(before, values[row]));
        values = [];
    }

    void Word(int row, ReadOnlySpan<byte> utf8)
    {
        Grow(ref codes, row + 1, -1);
        codes[row] = words.Add(utf8);
        rows = Math.Max(rows, row + 1);
    }

    ref double Values(int row)
    {
        Grow(ref values, row + 1, double.NaN);
        rows = Math.Max(rows, row + 1);
        return ref values[row];
    }

    void Grow<T>(ref T[] items, int count, T missing)
    {
        if (count <= items.Length) return;
        var old = items.Length;
        Array.Resize(ref items, Math.Max(Math.Max(count, expected), (int)Math.Min(Array.MaxLength, Math.Max(64, 2L * old))));
        items.AsSpan(old).Fill(missing);
    }

    static byte[] Written(CellKind kind, double value) => Encoding.ASCII.GetBytes(kind switch
    {
        CellKind.Truth => value != 0 ? "true" : "false",
        CellKind.Time => TimeForm.For([TimeForm.ToDate(value)]).Show(value),
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    });
}
