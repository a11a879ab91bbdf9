using System.CommandLine;
using Dsl;

namespace Host.CommandLine;

/// <summary><c>pipe check FILES</c>: everything that is wrong with scripts, without running them.</summary>
sealed class CheckCommand
{
    readonly ScriptFiles scripts = new();
    readonly Option<bool> json = new("--json") { Description = "Write what is found as a JSON array to standard output." };
    readonly Option<bool> sarif = new("--sarif") { Description = "Write what is found as SARIF 2.1.0 to standard output." };
    readonly Option<bool> strict = new("--strict") { Description = "Fail on warnings, too." };
    readonly Surroundings around;

    CheckCommand(Surroundings around) => this.around = around;

    public static Command Build(Surroundings around)
    {
        var check = new CheckCommand(around);
        var command = new Command("check", "Find everything that is wrong with scripts, without running them.") { check.scripts.Files };
        foreach (var option in (Option[])[.. check.scripts.ToRead, check.json, check.sarif, check.strict]) command.Add(option);
        command.SetAction(check.Run);
        return command;
    }

    int Run(ParseResult parsed)
    {
        if (parsed.GetValue(json) && parsed.GetValue(sarif)) throw new WrongCommandLine("`--json` and `--sarif` exclude each other.", "Leave one of them out.");
        var plans = scripts.Of(parsed).Select(f => scripts.Check(f, parsed, around)).ToList();
        if (parsed.GetValue(json)) Findings.WriteJson(around.OutputBytes, plans);
        else if (parsed.GetValue(sarif)) Findings.WriteSarif(around.OutputBytes, plans);
        else plans.ForEach(Say);
        return plans.Exists(p => parsed.GetValue(strict) ? p.Diagnostics.Count > 0 : p.HasErrors) ? ExitCode.ScriptFailed : ExitCode.Fine;
    }

    void Say(Plan plan)
    {
        foreach (var diagnostic in plan.Diagnostics) around.Say(diagnostic, plan.Source);
        if (plan.HasErrors) return;
        var warnings = plan.Diagnostics.Count;
        around.Output.WriteLine($"{plan.Source.Name}: {Count(plan.Steps.Count, "step")}, {(warnings == 0 ? "nothing wrong" : Count(warnings, "warning"))}.");
    }

    static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
