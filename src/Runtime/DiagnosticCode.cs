using System.Reflection;

namespace Runtime;

public enum Severity
{
    Error,
    Warning,
}

/// <summary>A kind of thing that can be wrong, with its page. Who says it holds the code; there is no other list of them.</summary>
/// <param name="Name">A short word for programs that never changes: <c>unknown-argument</c>.</param>
/// <param name="Title">Two or three words.</param>
/// <param name="Meaning">One paragraph: what is wrong and why it matters.</param>
/// <param name="Wrong">A script of which exactly this is said; null when only a run can say it.</param>
/// <param name="Right">The script put right; nothing is said of it.</param>
public sealed record DiagnosticCode(string Name, string Title, string Meaning, string? Wrong = null, string? Right = null) : INamed
{
    public Severity Severity { get; init; }

    /// <summary>What <c>--set</c> gives both examples.</summary>
    public string? Setting { get; init; }

    public override string ToString() => Name;

    /// <summary>Those that a type holds, in their order.</summary>
    public static IEnumerable<DiagnosticCode> In(Type type) =>
        type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(f => f.FieldType == typeof(DiagnosticCode)).OrderBy(f => f.MetadataToken).Select(f => (DiagnosticCode)f.GetValue(null)!);
}

/// <summary>How the examples of most codes begin.</summary>
public static class CodeExamples
{
    public const string Load = "load sample:spotify rows=1000\n";

    public const string Chosen = Load + "features danceability energy valence\n";

    public const string Scaled = Chosen + "scale standard\n";

    public const string Two = Scaled + "kmeans k=3 as groups\nhdbscan min_cluster=20 as dense\n";
}
