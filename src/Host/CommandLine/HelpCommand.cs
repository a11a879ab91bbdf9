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
        var reference = new Option<bool>("--reference") { Description = "Print all about every operator as it stands in docs/operators.md." };
        var search = new Option<string?>("--search") { HelpName = "WORDS", Description = "Find operators by what they do." };
        var command = new Command("help", "Show the operators of the language, or all about one of them.") { topic, search, markdown, reference };
        command.SetAction(parsed =>
        {
            var name = string.Join(' ', parsed.GetValue(topic) ?? []);
            if (name.Length > 0 && Catalog.Find(name) is null && root.Subcommands.Any(c => c.Name == name))
                return root.Parse([name, "--help"]).Invoke(parsed.InvocationConfiguration);
            around.Output.WriteLine((parsed.GetValue(markdown) ? Manual.MarkdownTable()
                : parsed.GetValue(reference) ? Manual.Reference()
                : parsed.GetValue(search) is { } words ? Found(words)
                : name.Length == 0 ? Manual.Overview() : About(name)).TrimEnd());
            return ExitCode.Fine;
        });
        return command;
    }

    static string Found(string words) => ManualSearch.Find(words) is { Count: > 0 } found
        ? ManualSearch.Show(found)
        : throw new WrongCommandLine($"No operator is found by `{words}`.", "Use fewer or other words, or see `pipe help` for all.");

    static string About(string name) => Catalog.Find(name) is { } signature
        ? Manual.Of(signature)
        : throw new WrongCommandLine($"There is no operator `{name}`.", Suggestion.For(name, Catalog.Operators.Names));
}
