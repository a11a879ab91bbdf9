using System.CommandLine;
using Dsl.Diagnostics;
using Host.Trust;

namespace Host.CommandLine;

/// <summary><c>pipe trust FILE</c>: lets a script run its code, until that changes; of a folder, its own operators.</summary>
sealed class TrustCommand : ProgramCommand
{
    public override string Name => "trust";

    public override Command Build(HostContext host, RootCommand root)
    {
        var scripts = new ScriptFiles();
        var script = new Argument<string>("FILE") { Description = "The script, or a folder whose own operators are meant." };
        var command = new Command(Name, "Let a script run its C#, until that changes.");
        command.Add(script);
        foreach (var option in scripts.ToRead) command.Add(option);
        command.SetAction(parsed =>
        {
            var file = parsed.GetRequiredValue(script);
            if (Directory.Exists(host.PathOf(file))) return Folder(file, host);
            var source = ScriptFiles.Read(file, host);
            var (plan, code) = scripts.Trust(parsed, host).Accept(source, scripts.Options(file, parsed, host));
            host.Say(plan.Diagnostics, source);
            if (plan.HasErrors && code.Parts.Count == 0) return ExitCode.ScriptFailed;
            host.Output.WriteLine(code.Parts.Count == 0
                ? $"{Printable.Of(source.Name)} has no code: there is nothing to trust."
                : $"Trusted in {Printable.Of(source.Name)}:");
            List(code.Parts, host);
            return ExitCode.Fine;
        });
        return command;
    }

    static int Folder(string folder, HostContext host)
    {
        var words = new KnownOperators(host).With(host.PathOf(folder));
        var wrong = words.Errors.Where(e => !ScriptCode.IsOutside(e)).ToList();
        host.Say(wrong, new SourceText(folder, ""));
        if (wrong.Count > 0) return ExitCode.ScriptFailed;
        var parts = words.Trust();
        host.Say(words.Errors, new SourceText(folder, ""));
        var shown = Printable.Of(folder);
        host.Output.WriteLine(parts.Count == 0 ? $"{shown} has no own operators: there is nothing to trust." : $"Trusted in {shown}:");
        List(parts, host);
        return ExitCode.Fine;
    }

    static void List(IEnumerable<CodePart> parts, HostContext host)
    {
        foreach (var part in parts) host.Output.WriteLine($"  {TrustPrompt.Title(part).TrimEnd(':')}");
    }
}
