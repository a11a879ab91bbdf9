using System.CommandLine;

namespace Host.CommandLine;

/// <summary>
/// A command of the program, such as <c>pipe check</c>: one class with a constructor that takes nothing, found by itself. Help, completion
/// and what is said of a slip know it from there.
/// </summary>
[Gathered]
abstract class ProgramCommand
{
    public abstract string Name { get; }

    /// <summary>The command that it belongs to; null for one of the program itself.</summary>
    public virtual string? Under => null;

    public abstract Command Build(HostContext host, RootCommand root);

    /// <summary>What the last of its words may become: scripts and folders, unless it says otherwise.</summary>
    /// <param name="given">Its words before that one.</param>
    public virtual IEnumerable<string> Values(string last, IReadOnlyList<string> given, HostContext host) =>
        FileListing.Of(last, host.WorkingFolder, f => f.EndsWith(".pipe", StringComparison.Ordinal));

    /// <summary>All there are, by name; those that belong to another follow it.</summary>
    public static IReadOnlyList<ProgramCommand> All() =>
    [
        .. AllOfProgramCommand.Found().OrderBy(c => c.Under ?? "", StringComparer.Ordinal).ThenBy(c => c.Name, StringComparer.Ordinal),
    ];
}
