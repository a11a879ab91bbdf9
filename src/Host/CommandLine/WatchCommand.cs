using System.CommandLine;
using Dsl;
using Host.Watch;

namespace Host.CommandLine;

/// <summary><c>pipe watch FILE</c>: runs a script whenever it is saved, and shows its report in a browser on this machine.</summary>
sealed class WatchCommand : ProgramCommand
{
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(60);

    readonly ScriptFiles scripts = new();
    readonly Argument<string> script = new("FILE") { Description = "The script." };
    readonly Option<string?> output = new("--out")
    {
        HelpName = "DIR",
        Description = "The folder for report, tables and figures. Default: SCRIPT.out here.",
    };
    readonly Option<int> port = new("--port") { HelpName = "N", Description = "The port of the page. Default: one that is free." };

    public override string Name => "watch";

    public override Command Build(HostContext host, RootCommand root)
    {
        var command = new Command(Name, "Run a script whenever it is saved, with its report in the browser.");
        command.Add(script);
        foreach (var option in (Option[])[.. scripts.ToRun, output, port]) command.Add(option);
        command.SetAction(parsed => Run(parsed, host));
        return command;
    }

    int Run(ParseResult parsed, HostContext host)
    {
        var file = parsed.GetRequiredValue(script);
        var folder = parsed.GetValue(output) ?? Path.GetFileNameWithoutExtension(file) + ".out";
        ScriptFiles.Read(file, host);
        using var page = new LivePage(host.PathOf(folder), parsed.GetValue(port));
        host.Output.WriteLine($"The report is at {page.Address} and is made again whenever `{Printable.Of(file)}` is saved.");
        var kept = new KeptSteps();
        while (!host.Cancel.IsCancellationRequested)
        {
            var stamp = StampOf(file, host);
            page.Show(Once(file, folder, kept, parsed, host));
            while (!host.Cancel.IsCancellationRequested && StampOf(file, host) == stamp) host.Cancel.WaitHandle.WaitOne(Patience);
        }
        return ExitCode.Fine;
    }

    /// <summary>Runs what has changed; what is wrong with the script, in words, when it cannot be run.</summary>
    string? Once(string file, string folder, KeptSteps kept, ParseResult parsed, HostContext host)
    {
        try
        {
            var options = scripts.Options(file, parsed, host);
            var plan = scripts.Trust(parsed, host).Admit(ScriptFiles.Read(file, host), options);
            host.Say(plan.Diagnostics, plan.Source);
            if (plan.HasErrors) return Said(plan, host);
            var place = RunPlace.Of(plan, options, folder, null, host);
            new ScriptRun(host, plan, place) { Threads = Environment.ProcessorCount, Quiet = true, Kept = kept }.Run();
            return null;
        }
        catch (Exception wrong) when (wrong is Refusal or WrongCommandLine or IOException)
        {
            host.Error.WriteLine(wrong.Message);
            return wrong.Message;
        }
    }

    static string Said(Plan plan, HostContext host)
    {
        using var text = new StringWriter();
        (host with { Error = text, ColourErrors = false }).Say(plan.Diagnostics, plan.Source);
        return text.ToString();
    }

    static (DateTime, long) StampOf(string file, HostContext host)
    {
        var info = new FileInfo(host.PathOf(file));
        return info.Exists ? (info.LastWriteTimeUtc, info.Length) : default;
    }
}
