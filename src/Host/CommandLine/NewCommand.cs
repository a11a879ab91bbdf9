using System.CommandLine;

namespace Host.CommandLine;

/// <summary><c>pipe new</c>: the beginning of something that one writes oneself.</summary>
sealed class NewCommand : ProgramCommand
{
    public override string Name => "new";

    public override IEnumerable<string> Values(string last, IReadOnlyList<string> given, HostContext host) => [];

    public override Command Build(HostContext host, RootCommand root) => new(Name, "Write the beginning of something of one's own.");
}
