using System.CommandLine;
using Dsl.Editing;
using Host.Trust;
using Runtime.Expressions;

namespace Host.CommandLine;

/// <summary><c>pipe help [OPERATOR]</c>: the operators, or all about one.</summary>
static class HelpCommand
{
    public static Command Build(Surroundings around, RootCommand root)
    {
        var topic = new Argument<string[]>("OPERATOR") { Description = "The operator, function or command to explain.", Arity = ArgumentArity.ZeroOrMore };
        var markdown = new Option<bool>("--markdown") { Description = "Print the table of operators as it stands in the README." };
        var reference = new Option<bool>("--reference") { Description = "Print all about every operator as it stands in docs/operators.md." };
        var functions = new Option<bool>("--functions") { Description = "Print the table of functions as it stands in docs/language.md." };
        var search = new Option<string?>("--search") { HelpName = "WORDS", Description = "Find operators and functions by what they do." };
        var script = new Option<string?>("--script") { HelpName = "FILE", Description = "Take in the own operators beside this script, rather than those of the working directory." };
        var command = new Command("help", "Show the operators of the language, or all about one of them.") { topic, search, script, markdown, reference, functions };
        command.SetAction(parsed =>
        {
            var name = string.Join(' ', parsed.GetValue(topic) ?? []);
            var folder = parsed.GetValue(script) is { } file ? Path.GetDirectoryName(around.PathOf(file))! : around.WorkingFolder;
            var words = new Lazy<Vocabulary>(() => new Vocabulary(around).With(folder));
            if (name.Length > 0 && Catalog.Find(name) is null && FunctionCatalog.Find(name) is null && root.Subcommands.Any(c => c.Name == name))
                return root.Parse([name, "--help"]).Invoke(parsed.InvocationConfiguration);
            around.Output.WriteLine((parsed.GetValue(markdown) ? Manual.MarkdownTable()
                : parsed.GetValue(reference) ? Manual.Reference()
                : parsed.GetValue(functions) ? FunctionManual.MarkdownTable()
                : parsed.GetValue(search) is { } wanted ? Found(wanted, words.Value)
                : name.Length == 0 ? Overview(words.Value)
                : About(name, words, Path.GetRelativePath(around.WorkingFolder, folder))).TrimEnd());
            return ExitCode.Fine;
        });
        return command;
    }

    static string Overview(Vocabulary words) => Manual.Overview(words.Operators)
        + (words.Unseen.Count == 0 ? "" : $"\nNot trusted yet\n  {string.Join(", ", words.Unseen.Order(StringComparer.Ordinal))}");

    static string Found(string wanted, Vocabulary words) => ManualSearch.Find(wanted, words.Operators) is { Count: > 0 } found
        ? ManualSearch.Show(found)
        : throw new WrongCommandLine($"No operator or function is found by `{wanted}`.", "Use fewer or other words, or see `pipe help` for all.");

    /// <summary>Own operators are looked for only when none of ours is meant: they may have to be compiled.</summary>
    static string About(string name, Lazy<Vocabulary> words, string folder)
    {
        if ((Catalog.Find(name) ?? words.Value.Operators.Find(name)) is { } signature) return Manual.Of(signature);
        if (FunctionCatalog.Find(name) is { } function) return FunctionManual.Of(function);
        if (words.Value.Unseen.Contains(name)) throw Vocabulary.NotTrusted(name, $"pipe trust {folder}");
        throw new WrongCommandLine($"There is no operator or function `{name}`.", Suggestion.For(name, words.Value.Operators.Names.Concat(FunctionCatalog.Functions.Names)));
    }
}
