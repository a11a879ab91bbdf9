using Runtime.Numerics;

namespace Runtime.Data;

/// <summary>Reads tables from <c>.csv</c>, <c>.tsv</c>, <c>.csv.gz</c> and <c>.tsv.gz</c>.</summary>
public static class CsvFile
{
    /// <summary>Names and types from the head of the file, without reading the rest.</summary>
    /// <exception cref="Refusal">The file cannot be read as a table.</exception>
    public static CsvOutline Peek(InputFile file, CsvOptions options) => throw new NotImplementedException();

    /// <summary>The whole file, parsed on all threads; the result does not depend on their number.</summary>
    /// <exception cref="Refusal">The file cannot be read as a table.</exception>
    public static CsvContent Read(InputFile file, CsvOptions options, Work work) => throw new NotImplementedException();
}
