using System.CommandLine;
using System.Globalization;
using Dsl.Diagnostics;
using Host.Receipts;

namespace Host.CommandLine;

/// <summary><c>pipe why FILE [STEP]</c>: which steps would be answered from what is kept, and why the others would run.</summary>
sealed class WhyCommand : ProgramCommand
{
    readonly ScriptFiles scripts = new();
    readonly Argument<string> script = new("FILE") { Description = "The script." };
    readonly Argument<string?> step = new("STEP")
    {
        Description = "Only the step of this number, or those of this operator or name.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    readonly Option<bool> last = new("--last") { Description = "How it was in the last run." };

    public override string Name => "why";

    public override Command Build(HostContext host, RootCommand root)
    {
        var command = new Command(Name, "Say which costly steps a run would find kept, and why the others would run.")
        { script, step, last };
        foreach (var option in scripts.ToRun) command.Add(option);
        command.SetAction(parsed => Run(parsed, host));
        return command;
    }

    int Run(ParseResult parsed, HostContext host)
    {
        if (host.Cache is null) throw CacheCommand.Nothing;
        var file = parsed.GetRequiredValue(script);
        if (file == ScriptFiles.StandardInput)
            throw new WrongCommandLine("A script from standard input has no earlier runs.", "Name a script.");
        var source = ScriptFiles.Read(file, host);
        var earlier = ReceiptFile.Of(source.Name, host).Read();
        var lines = parsed.GetValue(last) ? Past(earlier, source.Name) : Now(source, earlier, parsed, host);
        if (lines is null) return ExitCode.ScriptFailed;
        var wanted = lines.Where(l => IsMeant(l.Step, parsed.GetValue(step))).ToList();
        foreach (var (what, verdict, reasons) in wanted) Say(what, verdict, reasons, host);
        if (wanted.Count == 0) host.Output.WriteLine("There is no such step whose results are kept.");
        return ExitCode.Fine;
    }

    /// <summary>Null when the script has mistakes.</summary>
    List<Line>? Now(SourceText source, Receipt? earlier, ParseResult parsed, HostContext host)
    {
        var plan = scripts.Trust(parsed, host).Admit(source, scripts.Options(source.Name, parsed, host));
        host.Say(plan.Diagnostics.Where(d => d.IsError), plan.Source);
        if (plan.HasErrors) return null;
        var run = new WhyRun(plan, host);
        return [.. run.Ask().Select(s => s.Standing.Kept ? new Line(s.Step, "kept", [])
            : new Line(s.Step, "would run", run.Reasons(s.Step, earlier)))];
    }

    static List<Line> Past(Receipt? receipt, string script)
    {
        if (receipt is null) throw new Refusal($"No run of `{Printable.Of(script)}` is known.", "Run it, without `--no-cache`.");
        return [.. receipt.Steps.Where(s => s.Key is not null && s.IsCostly).Select(s => new Line(s,
            s.Kept ? "was kept" : $"ran in {Quantities.Seconds(TimeSpan.FromSeconds(s.Seconds))}", s.Because))];
    }

    static bool IsMeant(StepReceipt step, string? word) => word is null || step.Number.ToString(CultureInfo.InvariantCulture) == word
        || step.Operator == word || step.Makes.Contains(word);

    static void Say(StepReceipt step, string verdict, IReadOnlyList<string> reasons, HostContext host)
    {
        host.Output.WriteLine($"{step.Number,3}  {Printable.Of(step.Text)}: {verdict}");
        foreach (var reason in reasons) host.Output.WriteLine($"     {Printable.Of(reason)}");
    }

    sealed record Line(StepReceipt Step, string Verdict, IReadOnlyList<string> Reasons);
}
