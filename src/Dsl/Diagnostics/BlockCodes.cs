using Runtime;
using static Runtime.CodeExamples;

namespace Dsl.Diagnostics;

/// <summary>What can be wrong with code in a script, and with what it may read.</summary>
public static class BlockCodes
{
    public static readonly DiagnosticCode WrongCode = new("wrong-code", "Wrong C#",
        "A block of C#, a file that it loads or an own operator does not compile, or has another form than it must have. "
        + "Blocks are compiled when the script is checked and run only in a run.",
        Load + "csharp ```Show(Row);```", Load + "csharp ```Show(Rows);```");

    public static readonly DiagnosticCode CodeOutside = new("code-outside", "Code outside the script's folder",
        "A block loads a file or an assembly that does not lie in the script's folder, or an own operator leads out of it. Before the "
        + "script is trusted nothing there is compiled or shown, so that one from somewhere else cannot look into other files. Read the "
        + "code, then write `pipe trust FILE`.");

    public static readonly DiagnosticCode NotTrusted = new("not-trusted", "Not trusted yet",
        "The script has C# that this person has not trusted, or that has changed since. Nothing of it was run, so steps that "
        + "call own operators were not checked. Read the code, then write `pipe trust FILE`.")
    { Severity = Severity.Warning };

    public static readonly DiagnosticCode OwnOperator = new("own-operator", "Own operator failed",
        "An operator of the person's own, out of `operators/*.cs` beside the script, threw something that is no `Refusal`.");
}
