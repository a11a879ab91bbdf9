using System.CommandLine;

namespace Host.CommandLine;

/// <summary><c>pipe complete -- WORDS…</c>: what the last word may become, one a line. Shells ask it.</summary>
sealed class CompleteCommand : ProgramCommand
{
    public override string Name => "complete";

    public override Command Build(HostContext host, RootCommand root)
    {
        var words = new Argument<string[]>("WORDS")
        {
            Description = "The words so far; the last is the one to complete.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command(Name, "Say what the last word may become.") { words };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            foreach (var word in Next(parsed.GetValue(words) ?? [], root, host)) host.Output.WriteLine(Printable.Of(word));
            return ExitCode.Fine;
        });
        return command;
    }

    static IEnumerable<string> Next(string[] words, RootCommand root, HostContext host)
    {
        var (last, before) = (words.LastOrDefault("").Trim('"'), words.SkipLast(1).ToList());
        Command command = root;
        while (before.Count > 0 && command.Subcommands.FirstOrDefault(c => c.Name == before[0]) is { } inner)
        {
            command = inner;
            before.RemoveAt(0);
        }
        var known = last.StartsWith('-') ? command.Options.Where(o => !o.Hidden).Select(o => o.Name)
            : [.. command.Subcommands.Where(c => !c.Hidden).Select(c => c.Name), .. Values(command, last, before, host)];
        return known.Where(w => w.StartsWith(last, StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);
    }

    static IEnumerable<string> Values(Command command, string last, IReadOnlyList<string> given, HostContext host) =>
        All().FirstOrDefault(c => c.Name == command.Name)?.Values(last, given, host) ?? [];
}
