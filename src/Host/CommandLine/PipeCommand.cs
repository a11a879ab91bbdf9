using System.CommandLine;
using System.CommandLine.Help;

namespace Host.CommandLine;

/// <summary>The way in: from the words of a command line to an exit code. Nothing leaves it as an exception.</summary>
public static class PipeCommand
{
    public static int Run(IReadOnlyList<string> words, HostContext host)
    {
        if (words is ["--version"]) return Version(host);
        try
        {
            return Dispatch(words, host);
        }
        catch (Exception exception)
        {
            return Said(exception, host);
        }
    }

    /// <summary>Says what went wrong, and how that is told to the shell.</summary>
    static int Said(Exception exception, HostContext host)
    {
        switch (exception)
        {
            case WrongCommandLine wrong: return Say(host, wrong.Message, wrong.Hint, ExitCode.WrongCommandLine);
            case Refusal refusal: return Say(host, refusal.Text, refusal.Hint, ExitCode.ScriptFailed);
            case OperationCanceledException:
                host.Error.WriteLine("Stopped.");
                return ExitCode.Cancelled;
            case IOException or UnauthorizedAccessException:
                return Say(host, exception.Message, "Check that the file can be written there and that there is room.",
                    ExitCode.ScriptFailed);
            default:
                BugReport.Write(host.Error, exception);
                return ExitCode.ScriptFailed;
        }
    }

    static int Dispatch(IReadOnlyList<string> words, HostContext host)
    {
        var root = Root(host);
        var parsed = root.Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is not HelpAction && CommandLineErrors.In(parsed, host) is { } mistake) throw mistake;
        return parsed.Invoke(new InvocationConfiguration
        {
            Output = host.Output,
            Error = host.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    static RootCommand Root(HostContext host)
    {
        var root = new RootCommand("Analyse large tables without labels, from scripts that can be read, checked and run again. "
            + "`pipe help` is the manual of the language.")
        {
            HelpName = "pipe",
        };
        root.Options.Remove(root.Options.Single(o => o is VersionOption));
        var version = new Option<bool>("--version") { Description = "Show the version." };
        root.Add(version);
        var text = new Option<string?>("-c") { HelpName = "SCRIPT", Description = "Run these steps: `pipe -c \"load x.csv | describe\"`." };
        root.Add(text);
        foreach (var command in ProgramCommand.All())
        {
            Command above = command.Under is { } name ? root.Subcommands.Single(c => c.Name == name) : root;
            above.Add(command.Build(host, root));
        }
        root.SetAction(parsed => parsed.GetValue(version) ? Version(host)
            : parsed.GetValue(text) is { } script ? Run(["run", "-"], host with { Input = new(new StringReader(script)) })
            : Alone(root, host, parsed));
        return root;
    }

    /// <summary>Without a word: a session on a terminal, a run of what is piped in, else help.</summary>
    static int Alone(RootCommand root, HostContext host, ParseResult parsed)
    {
        if ((host.Interactive || host.CanAsk) && !host.InputPiped) return ReplCommand.Open(host, null);
        var text = host.InputPiped ? host.Input.Value.ReadToEnd() : "";
        if (string.IsNullOrWhiteSpace(text)) return root.Parse(["--help"]).Invoke(parsed.InvocationConfiguration);
        return Run(["run", "-"], host with { Input = new(new StringReader(text)) });
    }

    static int Version(HostContext host)
    {
        host.Output.WriteLine(Product.Version);
        return ExitCode.Fine;
    }

    static int Say(HostContext host, string text, string? hint, int code)
    {
        host.Error.WriteLine($"error: {Printable.Of(text)}");
        if (hint is not null) host.Error.WriteLine($"  {Printable.Of(hint)}");
        return code;
    }
}
