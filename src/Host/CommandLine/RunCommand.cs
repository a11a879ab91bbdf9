using System.CommandLine;

namespace Host.CommandLine;

/// <summary><c>pipe run FILE</c>: checks a script, runs it, shows and writes what comes out.</summary>
sealed class RunCommand : ProgramCommand
{
    const int MostThreads = 1024;

    readonly ScriptFiles scripts = new();
    readonly Argument<string> script = new("FILE")
    {
        Description = "The script, or a folder of scripts; `-` reads it from standard input.",
    };
    readonly Option<string?> output = new("--out")
    {
        HelpName = "DIR",
        Description = "The folder for report, tables and figures. Default: SCRIPT.out here.",
    };
    readonly Option<string?> json = new("--json")
    {
        HelpName = "FILE",
        Description = "Write json to this file, too; `-` to standard output, alone.",
    };
    readonly Option<string?> report = new("--report")
    {
        HelpName = "KIND",
        Description = "`md` writes the report as Markdown beside its pictures, too: text that stays the same from run to run.",
    };
    readonly Option<int?> threads = new("--threads")
    {
        HelpName = "N",
        Description = "How many threads to use. Default: all cores. Results do not depend on it.",
    };
    readonly Option<bool> quiet = new("--quiet") { Description = "Show only warnings, errors and where the results are." };

    public override string Name => "run";

    public override Command Build(HostContext host, RootCommand root)
    {
        var command = new Command(Name, "Check a script and run it.");
        command.Add(script);
        foreach (var option in (Option[])[.. scripts.ToRun, output, json, report, threads, quiet]) command.Add(option);
        command.SetAction(parsed => Run(parsed, host));
        return command;
    }

    int Run(ParseResult parsed, HostContext host)
    {
        var count = parsed.GetValue(threads) ?? Environment.ProcessorCount;
        if (count is < 1 or > MostThreads)
            throw new WrongCommandLine($"`--threads` must be from 1 to {MostThreads}, not {count}.", "Leave it out to use all cores.");
        if (parsed.GetValue(report) is not (null or "html" or "md"))
            throw new WrongCommandLine($"`--report` has no kind `{parsed.GetValue(report)}`.",
                "Give `md` or `html`; a PDF is what a browser prints of the page.");
        var codes = ScriptFiles.Below(parsed.GetRequiredValue(script), host).Select(f => Run(f, count, parsed, host));
        return codes.Aggregate(ExitCode.Fine, Math.Max);
    }

    int Run(string file, int count, ParseResult parsed, HostContext host)
    {
        var written = parsed.GetValue(output) ?? DefaultFolder(file);
        if (File.Exists(host.PathOf(written)))
            throw new WrongCommandLine($"`{written}` is a file, not a folder.", "Give `--out` another name.");
        var options = scripts.Options(file, parsed, host);
        var plan = scripts.Trust(parsed, host).Admit(ScriptFiles.Read(file, host), options);
        host.Say(plan.Diagnostics, plan.Source);
        if (plan.HasErrors) return ExitCode.ScriptFailed;
        var isAlone = parsed.GetValue(json) == ScriptFiles.StandardInput;
        var place = RunPlace.Of(plan, options, written, isAlone ? "/dev/stdout" : parsed.GetValue(json), host);
        return new ScriptRun(host, plan, place)
        {
            Threads = count,
            Quiet = isAlone || parsed.GetValue(quiet),
            RecordAlone = isAlone,
            Markdown = parsed.GetValue(report) == "md",
        }.Run();
    }

    static string DefaultFolder(string file) =>
        (file == ScriptFiles.StandardInput ? "pipe" : Path.GetFileNameWithoutExtension(file)) + ".out";
}
