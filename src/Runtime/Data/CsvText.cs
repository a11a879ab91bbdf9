using Runtime.Numerics;

namespace Runtime.Data;

/// <summary>Writes tables as delimited text.</summary>
public static class CsvText
{
    public static void CheckTarget(OutputFile file) => throw new NotImplementedException();

    public static void CheckNames(IReadOnlyList<string> names) => throw new NotImplementedException();

    public static Table Labelled(Study study, IReadOnlyList<string> points) => throw new NotImplementedException();

    public static void Save(Table table, string folder, OutputFile file, Work work) => throw new NotImplementedException();

    /// <summary>Writes a table as UTF-8 with the given header (the columns' names without one).</summary>
    public static void Write(Stream stream, Table table, Work work, IReadOnlyList<string>? header = null, char delimiter = ',') => throw new NotImplementedException();

    /// <summary>Writes a sheet with its full numbers.</summary>
    public static void Write(Stream stream, Sheet sheet, char delimiter = ',') => throw new NotImplementedException();
}
