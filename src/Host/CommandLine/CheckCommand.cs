using System.CommandLine;
using Dsl;

namespace Host.CommandLine;

/// <summary><c>pipe check FILES</c>: everything that is wrong with scripts, without running them.</summary>
sealed class CheckCommand : ProgramCommand
{
    readonly ScriptFiles scripts = new();
    readonly Option<bool> json = new("--json") { Description = "Write what is found as a JSON array to standard output." };
    readonly Option<bool> sarif = new("--sarif") { Description = "Write what is found as SARIF 2.1.0 to standard output." };
    readonly Option<bool> strict = new("--strict") { Description = "Fail on warnings, too." };

    public override string Name => "check";

    public override Command Build(HostContext host, RootCommand root)
    {
        var command = new Command(Name, "Find everything that is wrong with scripts, without running them.") { scripts.Files };
        foreach (var option in (Option[])[.. scripts.ToRead, json, sarif, strict]) command.Add(option);
        command.SetAction(parsed => Run(parsed, host));
        return command;
    }

    int Run(ParseResult parsed, HostContext host)
    {
        if (parsed.GetValue(json) && parsed.GetValue(sarif))
            throw new WrongCommandLine("`--json` and `--sarif` exclude each other.", "Leave one of them out.");
        var plans = scripts.Of(parsed, host).Select(f => scripts.Check(f, parsed, host)).ToList();
        if (parsed.GetValue(json)) DiagnosticFiles.WriteJson(host.OutputBytes, plans);
        else if (parsed.GetValue(sarif)) SarifFile.Write(host.OutputBytes, plans);
        else plans.ForEach(p => Say(p, host));
        return plans.Exists(p => parsed.GetValue(strict) ? p.Diagnostics.Count > 0 : p.HasErrors) ? ExitCode.ScriptFailed : ExitCode.Fine;
    }

    static void Say(Plan plan, HostContext host)
    {
        host.Say(plan.Diagnostics, plan.Source);
        if (plan.HasErrors) return;
        var warnings = plan.Diagnostics.Count;
        host.Output.WriteLine(
            $"{Printable.Of(plan.Source.Name)}: {Wording.Plural(plan.Steps.Count, "step")}, "
            + $"{(warnings == 0 ? "nothing wrong" : Wording.Plural(warnings, "warning"))}.");
    }
}
