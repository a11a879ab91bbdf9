using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Host;

/// <summary>What is said when the fault is ours: no stack trace, but all that is needed to find it.</summary>
static class BugReport
{
    public static void Write(TextWriter error, Exception bug)
    {
        var cause = bug is AggregateException { InnerException: { } inner } ? inner : bug;
        error.WriteLine("error: This is a bug in pipe, not in the script.");
        error.WriteLine($"  {cause.GetType().Name}{Place(cause)}: {cause.Message.ReplaceLineEndings(" ")}");
        error.WriteLine($"  pipe {Product.Version}, .NET {Environment.Version}, {RuntimeInformation.RuntimeIdentifier}");
        error.WriteLine("  Report these lines together with the script, and the data if they can be shared.");
    }

    /// <summary>The innermost method of ours on the way.</summary>
    static string Place(Exception cause)
    {
        var methods = new StackTrace(cause).GetFrames().Select(f => f.GetMethod()).Where(m => m?.DeclaringType is not null);
        var ours = methods.FirstOrDefault(m => m!.DeclaringType!.Namespace is { } n && (n.StartsWith("Runtime", StringComparison.Ordinal)
            || n.StartsWith("Dsl", StringComparison.Ordinal) || n.StartsWith("Host", StringComparison.Ordinal)) && !n.Contains("System"));
        return ours is null ? "" : $" in {ours.DeclaringType!.FullName}.{ours.Name}";
    }
}
