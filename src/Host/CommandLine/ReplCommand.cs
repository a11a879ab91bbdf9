using System.CommandLine;

namespace Host.CommandLine;

/// <summary><c>pipe repl [FILE]</c>: a session; with a script, after it has run.</summary>
static class ReplCommand
{
    public static Command Build(Surroundings around)
    {
        var file = new Argument<string?>("FILE") { Description = "A script to run first.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("repl", "Explore step by step; `pipe` alone on a terminal does the same.") { file };
        command.SetAction(parsed => Open(around, parsed.GetValue(file)));
        return command;
    }

    public static int Open(Surroundings around, string? file)
    {
        if (file is not null && !File.Exists(around.PathOf(file))) throw new WrongCommandLine($"There is no file `{file}`.", "Check its name and folder.");
        return new Repl.Repl(around).Run(file);
    }
}
