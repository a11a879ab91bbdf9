using System.Text;

namespace Runtime.Data;

/// <summary>What stands for a missing value in a file: the usual markers and those that are given.</summary>
sealed class MissingMarkers(ReadOptions options)
{
    readonly bool keepNa = options.KeepNa;
    readonly byte[][] texts = Array.ConvertAll<string, byte[]>([.. options.Missing], Encoding.UTF8.GetBytes);

    readonly double[] numbers = Array.ConvertAll<string, double>([.. options.Missing],
        m => Fields.TryNumber(Encoding.UTF8.GetBytes(m), out var number) ? number : double.NaN);

    /// <summary>Which of the markers that are given marked something. Threads that set one at once set the same.</summary>
    readonly bool[] marked = new bool[options.Missing.Count];

    /// <summary>Markers that were given and stand nowhere.</summary>
    public IEnumerable<string> Unused => options.Missing.Where((_, i) => !marked[i]);

    public bool Has(ReadOnlySpan<byte> field)
    {
        if (keepNa ? field.IsEmpty : Fields.IsMissing(field)) return true;
        for (var i = 0; i < texts.Length; i++) if (field.SequenceEqual(texts[i])) return marked[i] = true;
        return false;
    }

    /// <summary>A marker that is a number marks that number, however it is written.</summary>
    public bool Has(double number)
    {
        for (var i = 0; i < numbers.Length; i++) if (numbers[i] == number) return marked[i] = true;
        return false;
    }

    public IEnumerable<string> Remarks => options.Columns is null ? Unused.Select(m => $"`{m}` of `missing` stands in no field.") : [];
}
