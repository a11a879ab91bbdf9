using System.CommandLine;
using Dsl.Editing;

namespace Host.CommandLine;

/// <summary><c>pipe help [OPERATOR]</c>: the operators, or all about one.</summary>
static class HelpCommand
{
    public static Command Build(Surroundings around, RootCommand root)
    {
        var topic = new Argument<string[]>("OPERATOR") { Description = "The operator (or command) to explain.", Arity = ArgumentArity.ZeroOrMore };
        var markdown = new Option<bool>("--markdown") { Description = "Print the table of operators as it stands in the README." };
        var command = new Command("help", "Show the operators of the language, or all about one of them.") { topic, markdown };
        command.SetAction(parsed =>
        {
            var name = string.Join(' ', parsed.GetValue(topic) ?? []);
            if (name.Length > 0 && Catalog.Find(name) is null && root.Subcommands.Any(c => c.Name == name))
                return root.Parse([name, "--help"]).Invoke(parsed.InvocationConfiguration);
            around.Output.WriteLine((parsed.GetValue(markdown) ? Manual.MarkdownTable() : name.Length == 0 ? Manual.Overview() : About(name)).TrimEnd());
            return ExitCode.Fine;
        });
        return command;
    }

    static string About(string name) => Catalog.Find(name) is { } signature
        ? Manual.Of(signature)
        : throw new WrongCommandLine($"There is no operator `{name}`.", Suggestion.For(name, Catalog.Operators.Names));
}
