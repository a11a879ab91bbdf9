using System.CommandLine;
using Host.Results;

namespace Host.CommandLine;

/// <summary><c>pipe verify FILES</c>: whether scripts still find what is recorded of them.</summary>
sealed class VerifyCommand : ProgramCommand
{
    readonly ScriptFiles scripts = new();
    readonly Option<bool> unrun = new("--no-run")
    {
        Description = "Run nothing: only see whether each record is of its script's steps as they are now.",
    };
    readonly Option<bool> markdown = new("--md") { Description = "Write Markdown, such as for a pull request." };
    readonly Option<bool> all = new("--all") { Description = "Tell every cell of a table that differs." };

    public override string Name => "verify";

    public override Command Build(HostContext host, RootCommand root)
    {
        var command = new Command(Name,
            "Run scripts and compare what they find with their records; writes nothing. Fails where they differ or there is none.")
        { scripts.Files };
        foreach (var option in (Option[])[.. scripts.ToRun, unrun, markdown, all]) command.Add(option);
        command.SetAction(parsed => Run(parsed, host));
        return command;
    }

    int Run(ParseResult parsed, HostContext host)
    {
        var files = scripts.Of(parsed, host);
        if (files.Contains(ScriptFiles.StandardInput))
            throw new WrongCommandLine("A script from standard input has no file to be recorded beside.", "Name a script.");
        var trust = scripts.Trust(parsed, host);
        var (good, isPage) = (0, parsed.GetValue(markdown));
        if (isPage) host.Output.WriteLine("### What the records say\n");
        foreach (var file in files)
        {
            var run = new VerifyRun(host, trust, ScriptFiles.Read(file, host), scripts.Options(file, parsed, host));
            var verdict = parsed.GetValue(unrun) ? run.Look() : run.Run();
            if (verdict.Holds) good++;
            Say(verdict, isPage, parsed.GetValue(all), host);
        }
        if (files.Length > 1) host.Output.WriteLine($"{(isPage ? "\n" : "")}{good} of {files.Length} records hold.");
        return good == files.Length ? ExitCode.Fine : ExitCode.ScriptFailed;
    }

    static void Say(Verdict verdict, bool isPage, bool everything, HostContext host)
    {
        var word = verdict.Holds ? "holds" : "DIFFERS";
        var lines = verdict.Difference is { } difference && !verdict.Holds ? DifferenceLine.Of(difference, everything, _ => null) : [];
        if (isPage)
        {
            host.Output.WriteLine($"- **{word}** {MarkdownText.Cell(verdict.Script)}: {MarkdownText.Cell(verdict.Text)}");
            if (lines.Any()) host.Output.WriteLine(DifferenceText.Markdown(lines));
            return;
        }
        host.Output.WriteLine($"{word,-7}  {Printable.Of(verdict.Script)}: {verdict.Text}");
        if (verdict.Hint is { } hint) host.Output.WriteLine($"  {hint}");
        foreach (var line in DifferenceText.Plain(lines).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            host.Output.WriteLine($"  {line}");
    }
}
