using System.Diagnostics;
using System.Reflection;
using Dsl.Diagnostics;
using Runtime;

namespace Dsl.Binding;

/// <summary>What an operator threw, as a diagnostic. What is not a refusal is a bug of whoever wrote the operator, and says so.</summary>
static class Failures
{
    public static Diagnostic Of(Exception exception, ArgumentSpans places, Signature op) => Innermost(exception) switch
    {
        Refusal { At: { } at } refusal => Sentences.Refused(new Span(at.Start, at.Length), refusal),
        Refusal refusal => Sentences.Refused(places.Of(refusal.Argument), refusal),
        OutOfMemoryException => Sentences.OutOfMemory(places.Name, op.Name),
        var bug when op.IsOwn => Sentences.OwnBug(places.Name, op.Name, bug, PlaceIn(op.Type.Assembly, bug)),
        IOException or UnauthorizedAccessException => Sentences.FileTrouble(places.Name, op.Name, exception.Message),
        var bug => Sentences.Bug(places.Name, op.Name, bug),
    };

    /// <summary>File and line of an own operator in which it was thrown.</summary>
    static string? PlaceIn(Assembly assembly, Exception exception) => new StackTrace(exception, fNeedFileInfo: true).GetFrames()
        .Where(f => f.GetMethod()?.Module.Assembly == assembly && f.GetFileLineNumber() > 0)
        .Select(f => $"line {f.GetFileLineNumber()} of `{f.GetFileName()}`").FirstOrDefault();

    /// <summary>Whether the run was stopped, be it on several threads.</summary>
    public static bool IsStop(Exception exception) => Innermost(exception) is OperationCanceledException;

    /// <summary>Threads wrap what one of them threw.</summary>
    static Exception Innermost(Exception exception) =>
        exception is AggregateException several && several.Flatten().InnerExceptions is { Count: > 0 } inner
            ? inner.FirstOrDefault(e => e is Refusal) ?? inner[0]
            : exception;
}
