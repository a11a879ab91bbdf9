using System.CommandLine;
using Dsl;
using Host.Pricing;
using Host.Receipts;

namespace Host.CommandLine;

/// <summary><c>pipe plan FILE</c>: what a run would take on this machine, step by step; nothing runs.</summary>
sealed class PlanCommand : ProgramCommand
{
    readonly ScriptFiles scripts = new();
    readonly Argument<string> script = new("FILE") { Description = "The script; `-` reads it from standard input." };
    readonly Option<bool> fresh = new("--no-cache") { Description = "As if nothing were kept of earlier runs." };
    readonly Option<bool> all = new("--all") { Description = "A line for each step, however little it takes." };
    readonly Option<bool> json = new("--json") { Description = "Write it as JSON to standard output." };

    public override string Name => "plan";

    public override Command Build(HostContext host, RootCommand root)
    {
        var command = new Command(Name,
            "Say what a run would take here, in time and memory, and what it would find kept; runs nothing. Fails where it cannot fit.")
        { script };
        foreach (var option in (Option[])[.. scripts.ToRun, fresh, all, json]) command.Add(option);
        command.SetAction(parsed => Run(parsed, host));
        return command;
    }

    int Run(ParseResult parsed, HostContext host)
    {
        var file = parsed.GetRequiredValue(script);
        var plan = scripts.Check(file, parsed, host);
        if (plan.HasErrors)
        {
            host.Say(plan.Diagnostics.Where(d => d.IsError), plan.Source);
            return ExitCode.ScriptFailed;
        }
        var machine = new MachineFile(host).Get();
        var forecast = Forecast.Of(Dsl.Pricing.Of(plan), machine, parsed.GetValue(fresh) ? null : Seen(plan, file, host));
        var fitting = new Feasibility(machine, host.Memory);
        var refused = forecast.Steps.Select(s => (s.Number, Refusal: fitting.Refusal(s))).Where(s => s.Refusal is not null)
            .ToDictionary(s => s.Number, s => s.Refusal!);
        if (parsed.GetValue(json)) ForecastJson.Write(host.OutputBytes, plan, forecast, refused);
        else
        {
            new ForecastText(plan, forecast, fitting, host) { Whole = parsed.GetValue(all) }.Write();
            host.Say(refused.OrderBy(r => r.Key).Select(r => r.Value), plan.Source);
        }
        return refused.Count > 0 ? ExitCode.ScriptFailed : ExitCode.Fine;
    }

    static IReadOnlyDictionary<int, Foreseen>? Seen(Plan plan, string file, HostContext host) =>
        host.Cache is null || file == ScriptFiles.StandardInput ? null
            : new Foresight(plan, host).Of(ReceiptFile.Of(plan.Source.Name, host).Read());
}
