using System.CommandLine;
using Host.Results;

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
    readonly Option<bool> keep = new("--record")
    {
        Description = "Also write what was found to SCRIPT.results beside the script, to be kept under version control.",
    };
    readonly Option<int?> witnesses = new("--witnesses")
    {
        HelpName = "N",
        Description = "How many rows of each table a record follows, by a hash of their content. Default: 1000.",
    };
    readonly Option<bool> fresh = new("--no-cache") { Description = "Run every step, and keep no results for the next run." };
    readonly Option<bool> quiet = new("--quiet") { Description = "Show only warnings, errors and where the results are." };

    public override string Name => "run";

    public override Command Build(HostContext host, RootCommand root)
    {
        var command = new Command(Name, "Check a script and run it.");
        command.Add(script);
        Option[] own = [output, json, report, threads, keep, witnesses, fresh, quiet];
        foreach (var option in scripts.ToRun.Concat(own)) command.Add(option);
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
        if (parsed.GetValue(witnesses) is < 0 or > WitnessDraft.Most)
            throw new WrongCommandLine($"`--witnesses` must be from 0 to {WitnessDraft.Most}.", "Leave it out for 1000; 0 keeps none.");
        if (parsed.GetValue(witnesses) is not null && !parsed.GetValue(keep))
            throw new WrongCommandLine("`--witnesses` is about records.", "Add `--record`.");
        if (parsed.GetValue(keep) && host.IsUnattended)
            throw new WrongCommandLine("Nothing is recorded where `CI` is set.", "Record before, and let `pipe verify` compare.");
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
        if (file == ScriptFiles.StandardInput && parsed.GetValue(keep))
            throw new WrongCommandLine("A script from standard input has no file to be recorded beside.", "Leave out `--record`.");
        var isAlone = parsed.GetValue(json) == ScriptFiles.StandardInput;
        var place = RunPlace.Of(plan, options, written, isAlone ? "/dev/stdout" : parsed.GetValue(json), host);
        if (parsed.GetValue(keep)) place = place.Recording(plan, options, host);
        return new ScriptRun(parsed.GetValue(fresh) ? host with { Cache = null } : host, plan, place)
        {
            Threads = count,
            Quiet = isAlone || parsed.GetValue(quiet),
            RecordAlone = isAlone,
            Markdown = parsed.GetValue(report) == "md",
            Set = options.Settings,
            Witnesses = parsed.GetValue(witnesses) ?? ResultsFile.UsualWitnesses,
        }.Run();
    }

    static string DefaultFolder(string file) =>
        (file == ScriptFiles.StandardInput ? "pipe" : Path.GetFileNameWithoutExtension(file)) + ".out";
}
