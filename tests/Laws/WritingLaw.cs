using System.Text.RegularExpressions;

namespace Tests.Laws;

/// <summary>Files are written, moved and deleted in one place, which follows no link and leaves nothing half.</summary>
public sealed partial class WritingLaw
{
    /// <summary>A folder of one's own below the system's for such, made and removed by .NET without following links.</summary>
    static readonly string[] Apart = ["src/Host/CommandLine/TestRun.cs"];

    [Fact]
    public void Nothing_else_writes_files() => Assert.Empty(SourceTree.Files
        .Where(f => !f.FilePath.StartsWith("src/Runtime/Files/", StringComparison.Ordinal) && !Apart.Contains(f.FilePath))
        .SelectMany(f => Writing().Matches(f.GetText().ToString()).Select(m => $"{f.FilePath}: {m.Value}")));

    [GeneratedRegex(@"\bFile\.(Write\w+|Append\w+|Create\w*|Move|Copy|Delete|Replace|OpenWrite)\(|\bDirectory\.(Delete|Move)\(|FileMode\.(Create|CreateNew|OpenOrCreate|Append|Truncate)|FileAccess\.(Write|ReadWrite)\b|new StreamWriter\(|\bFileInfo\([^)]*\)\.(Delete|MoveTo|Create|Open)")]
    private static partial Regex Writing();
}
