using System.Runtime;

namespace Host.CSharp;

/// <summary>Runs code that may not listen: what has not ended soon after it was asked to is torn off its thread.</summary>
static class Stoppable
{
    /// <summary>For code that does listen, so that it ends in its own way.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(200);

    /// <exception cref="OperationCanceledException">It was torn off.</exception>
    public static T Run<T>(Func<T> code, CancellationToken cancel)
    {
        var result = default(T);
        using var tear = new CancellationTokenSource();
        using var asked = cancel.UnsafeRegister(_ => tear.CancelAfter(Grace), null);
        // It may tear code off in the midst of anything. A loop that burns a core for the rest of a session is worse, and the study is not
        // changed in place.
#pragma warning disable SYSLIB0046
        ControlledExecution.Run(() => result = code(), tear.Token);
#pragma warning restore SYSLIB0046
        return result!;
    }
}
