namespace Runtime.Data;

/// <summary>
/// Words that stand for a missing value where all else is numbers, dates or truths, and are words like others among texts.
/// </summary>
static class SoftMarkers
{
    const string Words = "None none ? ?? - -- --- – — . .. ... * ** \\N nil #NUM! #VALUE! #DIV/0! #REF! #NAME? #NULL!";

    static readonly byte[][] All = [.. Words.Split(' ').Select(System.Text.Encoding.UTF8.GetBytes)];

    public static bool Has(ReadOnlySpan<byte> word)
    {
        foreach (var marker in All) if (word.SequenceEqual(marker)) return true;
        return !word.ContainsAnyExcept((byte)' ', (byte)'\t');
    }
}
