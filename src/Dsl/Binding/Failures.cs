using Dsl.Diagnostics;
using Runtime;

namespace Dsl.Binding;

/// <summary>What an operator threw, as a diagnostic. What is not a refusal is our bug, and says so.</summary>
static class Failures
{
    public static Diagnostic Of(Exception exception, Places places, string op) => Innermost(exception) switch
    {
        Refusal refusal => Sentences.Refused(places.Of(refusal.Argument), refusal),
        OutOfMemoryException => Sentences.OutOfMemory(places.Name, op),
        IOException or UnauthorizedAccessException => Sentences.FileTrouble(places.Name, op, exception.Message),
        var bug => Sentences.Bug(places.Name, op, bug),
    };

    /// <summary>Whether the run was stopped, be it on several threads.</summary>
    public static bool IsStop(Exception exception) => Innermost(exception) is OperationCanceledException;

    /// <summary>Threads wrap what one of them threw.</summary>
    static Exception Innermost(Exception exception) =>
        exception is AggregateException several && several.Flatten().InnerExceptions is { Count: > 0 } inner
            ? inner.FirstOrDefault(e => e is Refusal) ?? inner[0]
            : exception;
}
