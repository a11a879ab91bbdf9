using System.CommandLine;
using Host.Trust;

namespace Host.CommandLine;

/// <summary><c>pipe trust FILE</c>: lets a script run its code, until that changes.</summary>
static class TrustCommand
{
    public static Command Build(Surroundings around)
    {
        var scripts = new ScriptFiles();
        var script = new Argument<string>("FILE") { Description = "The script." };
        var command = new Command("trust", "Let a script run its C# and read files outside its folder, until that changes.");
        command.Add(script);
        foreach (var option in scripts.ToRead) command.Add(option);
        command.SetAction(parsed =>
        {
            var file = parsed.GetRequiredValue(script);
            var source = ScriptFiles.Read(file, around);
            var (plan, code) = scripts.Gate(parsed, around).Accept(source, scripts.Options(file, parsed, around));
            foreach (var diagnostic in plan.Diagnostics.Where(d => !ScriptCode.IsPath(d))) around.Say(diagnostic, source);
            if (Gate.IsWrong(plan)) return ExitCode.ScriptFailed;
            around.Output.WriteLine(code.Parts.Count == 0 ? $"{source.Name} has no code and reads nothing outside: there is nothing to trust." : $"Trusted in {source.Name}:");
            foreach (var part in code.Parts) around.Output.WriteLine($"  {Question.Title(part).TrimEnd(':')}");
            return ExitCode.Fine;
        });
        return command;
    }
}
