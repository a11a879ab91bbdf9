using System.Text.RegularExpressions;

namespace Tests.Laws;

/// <summary>Files are opened to be read in one place, which waits for no pipe and reads no device.</summary>
public sealed partial class ReadingLaw
{
    /// <summary>What the person keeps for this program, and what it keeps itself, in places that nobody else writes to.</summary>
    static readonly string[] Own =
    [
        "src/Host/Trust/TrustFile.cs", "src/Host/CSharp/CodeCache.cs", "src/Host/Editor/History.cs", "src/Runtime/Data/Connection.cs",
        "src/Runtime/Data/RemoteFile.cs", "src/Runtime/Data/Secret.cs", "src/Sources/DuckDb/ParquetReader.cs",
    ];

    [Fact]
    public void Nothing_else_opens_files() => Assert.Empty(SourceTree.Files
        .Where(f => !f.FilePath.StartsWith("src/Runtime/Files/", StringComparison.Ordinal) && !Own.Contains(f.FilePath))
        .SelectMany(f => Reading().Matches(f.GetText().ToString()).Select(m => $"{f.FilePath}: {m.Value}")));

    [GeneratedRegex(@"\bFile\.(Read\w+|Open\w*)\(|new FileStream\(|FileMode\.Open\b|new StreamReader\((path|file)")]
    private static partial Regex Reading();
}
