using System.Runtime.ExceptionServices;
using Dsl.Diagnostics;

namespace Dsl;

/// <summary>How a run ended.</summary>
public abstract record Ending
{
    /// <summary>All steps ran to their end.</summary>
    public sealed record Finished : Ending;

    /// <summary>The person wanted it to stop.</summary>
    /// <param name="Step">The number of the step that ran; null before the first.</param>
    public sealed record Stopped(int? Step) : Ending;

    /// <summary>A step could not go on, or the plan has an error.</summary>
    /// <param name="Step">Its number; null when none ran.</param>
    public sealed record Failed(int? Step, Diagnostic Diagnostic) : Ending;

    /// <summary>Something around the steps threw: a disk that is full, or a bug of ours.</summary>
    public sealed record Broken(int? Step, Exception Exception) : Ending
    {
        /// <summary>Throws it as it was thrown.</summary>
        public void Rethrow() => ExceptionDispatchInfo.Throw(Exception);
    }
}
