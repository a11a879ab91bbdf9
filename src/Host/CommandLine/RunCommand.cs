using System.CommandLine;

namespace Host.CommandLine;

/// <summary><c>pipe run FILE</c>: checks a script, runs it, shows and writes what comes out.</summary>
sealed class RunCommand
{
    readonly ScriptArguments script = new();
    readonly Option<string?> output = new("--out") { HelpName = "DIR", Description = "The folder for report, tables and figures. Default: SCRIPT.out here." };
    readonly Option<string?> json = new("--json") { HelpName = "FILE", Description = "Write run.json to this file, too." };
    readonly Option<int?> threads = new("--threads") { HelpName = "N", Description = "How many threads to use. Default: all cores. Results do not depend on it." };
    readonly Option<bool> quiet = new("--quiet") { Description = "Show only warnings, errors and where the results are." };
    readonly Option<bool> trust = new("--trust") { Description = "Run the script's C# this time, and let it read everywhere." };
    readonly Option<bool> noCode = new("--no-code") { Description = "Refuse a script that has C#." };
    readonly Surroundings around;

    RunCommand(Surroundings around) => this.around = around;

    public static Command Build(Surroundings around)
    {
        var run = new RunCommand(around);
        var command = new Command("run", "Check a script and run it.");
        run.script.AddTo(command);
        foreach (var option in (Option[])[run.output, run.json, run.threads, run.quiet, run.trust, run.noCode]) command.Add(option);
        command.SetAction(run.Run);
        return command;
    }

    int Run(ParseResult parsed)
    {
        var count = parsed.GetValue(threads) ?? Environment.ProcessorCount;
        if (count < 1) throw new WrongCommandLine($"`--threads` must be at least 1, not {count}.", "Leave it out to use all cores.");
        var written = parsed.GetValue(output) ?? DefaultFolder(script.FileOf(parsed));
        if (File.Exists(around.PathOf(written))) throw new WrongCommandLine($"`{written}` is a file, not a folder.", "Give `--out` another name.");
        var plan = script.Admit(parsed, around, parsed.GetValue(trust), parsed.GetValue(noCode));
        if (plan.HasErrors) return ExitCode.ScriptFailed;
        return new ScriptRun(around, plan, written) { Threads = count, Quiet = parsed.GetValue(quiet), Copy = parsed.GetValue(json) }.Run();
    }

    static string DefaultFolder(string file) =>
        (file == ScriptArguments.StandardInput ? "pipe" : Path.GetFileNameWithoutExtension(file)) + ".out";
}
