using System.CommandLine;

namespace Host.CommandLine;

/// <summary><c>pipe run FILE</c>: checks a script, runs it, shows and writes what comes out.</summary>
sealed class RunCommand
{
    readonly ScriptFiles scripts = new();
    readonly Argument<string> script = new("FILE") { Description = "The script; `-` reads it from standard input." };
    readonly Option<string?> output = new("--out") { HelpName = "DIR", Description = "The folder for report, tables and figures. Default: SCRIPT.out here." };
    readonly Option<string?> json = new("--json") { HelpName = "FILE", Description = "Write run.json to this file, too." };
    readonly Option<int?> threads = new("--threads") { HelpName = "N", Description = "How many threads to use. Default: all cores. Results do not depend on it." };
    readonly Option<bool> quiet = new("--quiet") { Description = "Show only warnings, errors and where the results are." };
    readonly Surroundings around;

    RunCommand(Surroundings around) => this.around = around;

    public static Command Build(Surroundings around)
    {
        var run = new RunCommand(around);
        var command = new Command("run", "Check a script and run it.");
        command.Add(run.script);
        foreach (var option in (Option[])[.. run.scripts.ToRun, run.output, run.json, run.threads, run.quiet]) command.Add(option);
        command.SetAction(run.Run);
        return command;
    }

    int Run(ParseResult parsed)
    {
        var count = parsed.GetValue(threads) ?? Environment.ProcessorCount;
        if (count < 1) throw new WrongCommandLine($"`--threads` must be at least 1, not {count}.", "Leave it out to use all cores.");
        var file = parsed.GetRequiredValue(script);
        var written = parsed.GetValue(output) ?? DefaultFolder(file);
        if (File.Exists(around.PathOf(written))) throw new WrongCommandLine($"`{written}` is a file, not a folder.", "Give `--out` another name.");
        var plan = scripts.Gate(parsed, around).Admit(ScriptFiles.Read(file, around), scripts.Options(file, parsed, around));
        foreach (var diagnostic in plan.Diagnostics) around.Say(diagnostic, plan.Source);
        if (plan.HasErrors) return ExitCode.ScriptFailed;
        return new ScriptRun(around, plan, written) { Threads = count, Quiet = parsed.GetValue(quiet), Copy = parsed.GetValue(json) }.Run();
    }

    static string DefaultFolder(string file) =>
        (file == ScriptFiles.StandardInput ? "pipe" : Path.GetFileNameWithoutExtension(file)) + ".out";
}
