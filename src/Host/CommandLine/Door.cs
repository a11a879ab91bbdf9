using System.CommandLine;
using System.CommandLine.Help;

namespace Host.CommandLine;

/// <summary>The way in: from the words of a command line to an exit code. Nothing leaves it as an exception.</summary>
public static class Door
{
    public static int Enter(IReadOnlyList<string> words, Surroundings around)
    {
        if (words is ["--version"]) return Version(around);
        try
        {
            return Dispatch(words, around);
        }
        catch (WrongCommandLine wrong)
        {
            return Say(around, wrong.Message, wrong.Hint, ExitCode.WrongCommandLine);
        }
        catch (Refusal refusal)
        {
            return Say(around, refusal.Text, refusal.Hint, ExitCode.ScriptFailed);
        }
        catch (OperationCanceledException)
        {
            around.Error.WriteLine("Stopped.");
            return ExitCode.Cancelled;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Say(around, e.Message, "Check that the file can be written there and that there is room.", ExitCode.ScriptFailed);
        }
        catch (Exception bug)
        {
            BugReport.Write(around.Error, bug);
            return ExitCode.ScriptFailed;
        }
    }

    static int Dispatch(IReadOnlyList<string> words, Surroundings around)
    {
        var root = Root(around);
        var parsed = root.Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is not HelpAction && Mistakes.In(parsed, around) is { } mistake) throw mistake;
        return parsed.Invoke(new InvocationConfiguration
        {
            Output = around.Output,
            Error = around.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    static RootCommand Root(Surroundings around)
    {
        var root = new RootCommand("Analyse large tables without labels, from scripts that can be read, checked and run again.")
        {
            HelpName = "pipe",
        };
        root.Options.Remove(root.Options.Single(o => o is VersionOption));
        var version = new Option<bool>("--version") { Description = "Show the version." };
        root.Add(version);
        root.Add(RunCommand.Build(around));
        root.Add(CheckCommand.Build(around));
        root.Add(TestCommand.Build(around));
        root.Add(FormatCommand.Build(around));
        root.Add(TrustCommand.Build(around));
        root.Add(HelpCommand.Build(around, root));
        root.Add(ExplainCommand.Build(around));
        root.Add(CompletionCommand.Build(around));
        root.Add(CompleteCommand.Build(around, root));
        root.Add(SampleCommand.Build(around));
        root.Add(ReplCommand.Build(around));
        root.SetAction(parsed => parsed.GetValue(version) ? Version(around) : Alone(root, around, parsed));
        return root;
    }

    /// <summary>Without a word: a session on a terminal, a run of what is piped in, else help.</summary>
    static int Alone(RootCommand root, Surroundings around, ParseResult parsed)
    {
        if ((around.Interactive || around.CanAsk) && !around.InputPiped) return ReplCommand.Open(around, null);
        var text = around.InputPiped ? around.Input.ReadToEnd() : "";
        if (string.IsNullOrWhiteSpace(text)) return root.Parse(["--help"]).Invoke(parsed.InvocationConfiguration);
        return Enter(["run", "-"], around.With(new StringReader(text)));
    }

    static int Version(Surroundings around)
    {
        around.Output.WriteLine(Product.Version);
        return ExitCode.Fine;
    }

    static int Say(Surroundings around, string text, string? hint, int code)
    {
        around.Error.WriteLine($"error: {text}");
        if (hint is not null) around.Error.WriteLine($"  {hint}");
        return code;
    }
}
