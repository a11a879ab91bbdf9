using System.CommandLine;

namespace Host.CommandLine;

/// <summary><c>pipe test FILES</c>: whether scripts run and what they expect holds, on a part of their data.</summary>
sealed class TestCommand
{
    readonly ScriptFiles scripts = new();
    readonly Option<int> rows = new("--rows") { HelpName = "N", Description = "How many rows a `load` brings at most. Default: 10000.", DefaultValueFactory = _ => 10_000 };
    readonly Surroundings around;

    TestCommand(Surroundings around) => this.around = around;

    public static Command Build(Surroundings around)
    {
        var test = new TestCommand(around);
        var command = new Command("test", "Run scripts on a part of their data and check what they expect; leaves nothing behind.") { test.scripts.Files };
        foreach (var option in (Option[])[.. test.scripts.ToRun, test.rows]) command.Add(option);
        command.SetAction(test.Run);
        return command;
    }

    int Run(ParseResult parsed)
    {
        var limit = parsed.GetValue(rows);
        if (limit < 1) throw new WrongCommandLine($"`--rows` must be at least 1, not {limit}.");
        var files = scripts.Of(parsed);
        var gate = scripts.Gate(parsed, around);
        var good = 0;
        foreach (var file in files)
        {
            var source = ScriptFiles.Read(file, around);
            if (new Trial(around, gate, source, scripts.Options(file, parsed, around) with { RowLimit = limit }).Run()) good++;
        }
        if (files.Length > 1) around.Output.WriteLine($"{good} of {files.Length} scripts passed.");
        return good == files.Length ? ExitCode.Fine : ExitCode.ScriptFailed;
    }
}
