using System.CommandLine;
using System.CommandLine.Parsing;

namespace Host.CommandLine;

/// <summary>Says what is wrong with a command line, in our words.</summary>
static class CommandLineErrors
{
    /// <summary>What is wrong, or null.</summary>
    public static WrongCommandLine? In(ParseResult parsed, HostContext host)
    {
        var command = parsed.CommandResult.Command;
        if (!command.Hidden && OptionTakenAsArgument(parsed) is { } word) return Unmatched(command, word, host);
        if (parsed.Errors.Count == 0) return null;
        if (parsed.UnmatchedTokens.Count > 0) return Unmatched(command, parsed.UnmatchedTokens[0], host);
        return parsed.Errors[0].SymbolResult switch
        {
            OptionResult { Tokens: [] } option => new($"`{option.Option.Name}` needs a value.", UsageOf(option.Option)),
            OptionResult option when option.Option.Arity.MaximumNumberOfValues < option.Tokens.Count =>
                new($"`{option.Option.Name}` was given {option.Tokens.Count} times.", "Give it once."),
            OptionResult option =>
                new($"`{option.Option.Name}` takes a whole number, not `{option.Tokens[^1].Value}`.", UsageOf(option.Option)),
            ArgumentResult argument => Missing(command, argument.Argument),
            _ => Missing(command, command.Arguments.FirstOrDefault()),
        };
    }

    /// <summary>The library takes an option that it does not know for a file.</summary>
    static string? OptionTakenAsArgument(ParseResult parsed) => parsed.CommandResult.Children.OfType<ArgumentResult>()
        .SelectMany(a => a.Tokens).Select(t => t.Value).FirstOrDefault(v => v.Length > 1 && v.StartsWith('-'));

    static WrongCommandLine Unmatched(Command command, string word, HostContext host)
    {
        var (full, isRoot) = (NameOf(command), command is RootCommand);
        if (word.StartsWith('-') && word.Length > 1)
            return new($"`{full}` has no option `{word}`.", Suggestion.For(word.Split('=')[0], OptionsOf(command)));
        if (isRoot && (word.EndsWith(".pipe", StringComparison.OrdinalIgnoreCase) || File.Exists(host.PathOf(word))))
            return new($"`{word}` is a script, not a command.", $"Write `pipe run {word}`.");
        if (isRoot && Catalog.Find(word.Split(' ')[0]) is not null)
            return new($"`{word}` is a step, not a command.", "Write `pipe -c \"STEP | STEP\"` to run steps from the command line.");
        if (command.Subcommands.Count > 0 && (isRoot || command.Arguments.Count == 0))
            return new($"`{full}` has no command `{word}`.", Suggestion.For(word, command.Subcommands.Select(c => c.Name)));
        return new($"`{full}` does not know what to do with `{word}`.", Usage(command));
    }

    static WrongCommandLine Missing(Command command, Argument? argument) => argument is null
        ? new($"`{NameOf(command)}` needs a command.",
            $"Choose one of {string.Join(", ", command.Subcommands.Select(c => $"`{c.Name}`"))}.")
        : new($"`{NameOf(command)}` needs {Article(argument.Name)}.", Usage(command));

    static string Article(string name) => "AEIOU".Contains(name[0]) ? $"an {name}" : $"a {name}";

    static string Usage(Command command) =>
        $"Write `{string.Join(' ', [NameOf(command), .. command.Arguments.Select(a => a.Name)])}`, or `{NameOf(command)} --help` "
        + "for all of it.";

    static string UsageOf(Option option) => $"Write `{option.Name} {option.HelpName ?? "VALUE"}`.";

    static IEnumerable<string> OptionsOf(Command command) => command.Options.Where(o => !o.Hidden).Select(o => o.Name);

    static string NameOf(Command command)
    {
        var parent = command.Parents.OfType<Command>().FirstOrDefault();
        return parent is null ? "pipe" : $"{NameOf(parent)} {command.Name}";
    }
}
