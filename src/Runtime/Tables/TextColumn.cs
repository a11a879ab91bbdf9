using System.IO.Hashing;
using System.Text;

namespace Runtime.Tables;

/// <summary>Text, dictionary-encoded: a code a row, each distinct text once. Code −1 stands for a missing value.</summary>
/// <param name="codes">n codes into <paramref name="words"/>, −1 where missing; the caller gives the array up.</param>
public sealed class TextColumn(string name, int[] codes, TextPool words) : Column(name)
{
    readonly int missing = codes.AsSpan().Count(-1);
    readonly Held<int[]> codes = new(codes);
    readonly Held<TextPool> words = new(words);

    public override ColumnType Type => ColumnType.Text;

    public override int Rows { get; } = codes.Length;

    public override int Missing => missing;

    public ReadOnlySpan<int> Codes => codes.Value;

    /// <summary>The storage itself; not to be written to.</summary>
    public int[] Storage => codes.Value;

    public TextPool Words => words.Value;

    /// <summary>When most fields are numbers but not all: the first that is not, for error messages.</summary>
    public NotANumber? NotANumber { get; init; }

    /// <summary>Fields of a file that read <c>NA</c> were taken for missing values.</summary>
    public bool HasNa { get; init; }

    /// <summary>The words stand in an order of their own, as intervals do; otherwise they are ordered by code point.</summary>
    public bool IsOrdered { get; init; }

    public override Column Take(int[] rows)
    {
        var all = Storage;
        return new TextColumn(Name, Array.ConvertAll(rows, r => all[r]), Words) { NotANumber = NotANumber, IsOrdered = IsOrdered };
    }

    public override Column TakeOrMissing(int[] rows)
    {
        var all = Storage;
        return new TextColumn(Name, Array.ConvertAll(rows, r => r < 0 ? -1 : all[r]), Words) { IsOrdered = IsOrdered };
    }

    public override bool IsMissing(int row) => Storage[row] < 0;

    public override Column Renamed(string name) =>
        new TextColumn(name, Storage, Words) { NotANumber = NotANumber, IsOrdered = IsOrdered };

    public override string Show(int row) => Storage[row] is >= 0 and var code ? Words[code] : "";

    /// <summary>Of the texts themselves: columns may number the same words otherwise.</summary>
    private protected override void AddContent(ContentHash hash)
    {
        var pool = Words;
        ulong[] ofWord = [.. Enumerable.Range(0, pool.Count).Select(code => XxHash3.HashToUInt64(pool.Utf8(code)))];
        hash.Add<ulong>(Array.ConvertAll(Storage, c => c < 0 ? 0 : ofWord[c]));
        if (IsOrdered) hash.Add<ulong>(ofWord);
    }
}

/// <summary>Why a column that looks like numbers was read as text.</summary>
/// <param name="Line">The line of the file, from 1.</param>
/// <param name="Field">What stands there.</param>
/// <param name="Count">How many fields of the column are not numbers.</param>
public sealed record NotANumber(string File, int Line, string Field, int Count)
{
    /// <summary>What is counted: lines of a text, rows of a table.</summary>
    public string Unit { get; init; } = "line";

    /// <summary>Where it stands, to be said: t.csv line 4 has `unknown`.</summary>
    public string Place => $"{File} {Unit} {Wording.Count(Line)} has `{Field}`";
}

/// <summary>Distinct texts as one block of UTF-8: a million of them are two arrays, not a million objects.</summary>
/// <param name="bytes">All texts, one after the other.</param>
/// <param name="ends">Where each text ends in <paramref name="bytes"/>.</param>
public sealed class TextPool(byte[] bytes, int[] ends)
{
    public int Count => ends.Length;

    public string this[int code] => Encoding.UTF8.GetString(Utf8(code));

    public ReadOnlySpan<byte> Utf8(int code)
    {
        var start = code == 0 ? 0 : ends[code - 1];
        return bytes.AsSpan(start, ends[code] - start);
    }

    public static TextPool Of(IEnumerable<string> words)
    {
        using var bytes = new MemoryStream();
        var ends = new List<int>();
        foreach (var word in words)
        {
            bytes.Write(Encoding.UTF8.GetBytes(word));
            ends.Add(checked((int)bytes.Length));
        }
        return new TextPool(bytes.ToArray(), [.. ends]);
    }
}
