using Runtime;

namespace Dsl.Diagnostics;

/// <summary>What can go wrong in a run whatever the operator.</summary>
public static class RunningCodes
{
    public static readonly DiagnosticCode FileTrouble = new("file-trouble", "File trouble",
        "A file could not be read or written while the script ran: it is gone, not permitted, or the disk is full.");

    public static readonly DiagnosticCode OutOfMemory = new("out-of-memory", "Out of memory",
        "The step needs more memory than the machine gives. Fewer rows (`sample`, `load … rows=N`) or fewer columns need less.");

    public static readonly DiagnosticCode Bug = new("bug", "Bug in pipe",
        "The step failed in a way that it never should, whatever the script and the data. It is a fault of pipe, to be "
        + "reported with the script and what it was run on.");
}
