using System.CommandLine;

namespace Host.CommandLine;

/// <summary><c>pipe test FILES</c>: whether scripts run and what they expect holds, on a part of their data.</summary>
sealed class TestCommand : ProgramCommand
{
    readonly ScriptFiles scripts = new();
    readonly Option<int> rows = new("--rows")
    {
        HelpName = "N",
        Description = "How many rows a `load` brings at most. Default: 10000.",
        DefaultValueFactory = _ => 10_000,
    };

    public override string Name => "test";

    public override Command Build(HostContext host, RootCommand root)
    {
        var command = new Command(Name,
            "Run scripts on a part of their data and check what they expect; leaves nothing behind.") { scripts.Files };
        foreach (var option in (Option[])[.. scripts.ToRun, rows]) command.Add(option);
        command.SetAction(parsed => Run(parsed, host));
        return command;
    }

    int Run(ParseResult parsed, HostContext host)
    {
        var limit = parsed.GetValue(rows);
        if (limit < 1) throw new WrongCommandLine($"`--rows` must be at least 1, not {limit}.");
        var files = scripts.Of(parsed, host);
        var trust = scripts.Trust(parsed, host);
        var good = 0;
        foreach (var file in files)
        {
            var source = ScriptFiles.Read(file, host);
            if (new TestRun(host, trust, source, scripts.Options(file, parsed, host) with { RowLimit = limit }).Run()) good++;
        }
        if (files.Length > 1) host.Output.WriteLine($"{good} of {files.Length} scripts passed.");
        return good == files.Length ? ExitCode.Fine : ExitCode.ScriptFailed;
    }
}
