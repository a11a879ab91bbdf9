using System.CommandLine;

namespace Host.CommandLine;

/// <summary><c>pipe repl [FILE]</c>: a session; with a script, after it has run.</summary>
sealed class ReplCommand : ProgramCommand
{
    public override string Name => "repl";

    public override Command Build(HostContext host, RootCommand root)
    {
        var file = new Argument<string?>("FILE") { Description = "A script to run first.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command(Name, "Explore step by step; `pipe` alone on a terminal does the same.") { file };
        command.SetAction(parsed => Open(host, parsed.GetValue(file)));
        return command;
    }

    public static int Open(HostContext host, string? file)
    {
        if (file is not null && !File.Exists(host.PathOf(file)))
            throw new WrongCommandLine($"There is no file `{file}`.", "Check its name and folder.");
        return new Repl.Repl(host).Run(file);
    }
}
